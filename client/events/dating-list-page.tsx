import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Card, EmptyState, Tag } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { JobDating } from "#shared/events/job-dating.ts";
import { sayCompanies, sayWhen, sayWhere } from "./dating-words.ts";

type Props = { datings: readonly JobDating[]; today: string };

/** Where one may meet companies soon, without an appointment asked one by one. */
export const datingListPage = ({ datings, today }: Props): Page => ({
  title: "Événements",
  section: "events",
  description: "Les job datings à venir : rencontrez plusieurs entreprises qui recrutent, le même jour.",
  body: (
    <div class="wrap narrow body stack">
      <h1>Rencontrer des entreprises</h1>
      <p class="lead">Un job dating : plusieurs entretiens courts, le même jour, au même endroit.</p>
      {datings.length === 0 ? (
        <EmptyState title="Aucun événement prévu pour le moment">
          <p>Les offres, elles, n’attendent pas.</p>
          <p>
            <ButtonLink href="/offres" kind="second">
              Voir les offres
            </ButtonLink>
          </p>
        </EmptyState>
      ) : (
        <ul class="stack">
          {datings.map((dating) => (
            <DatingCard key={dating.id} dating={dating} today={today} />
          ))}
        </ul>
      )}
    </div>
  ),
});

const DatingCard = ({ dating, today }: { dating: JobDating; today: string }): VNode => (
  <Card as="li">
    <h2 class="h3">
      <a href={`/evenements/${dating.id}`}>{dating.title}</a>
    </h2>
    <p>
      <b>{sayWhen(dating, today)}</b>
      <br />
      {sayWhere(dating)}
    </p>
    <p class="soft">
      {sayCount(dating.companies.length, "entreprise", "entreprises")} : {sayCompanies(dating)}
    </p>
    {dating.audience === "invited" && (
      <p>
        <Tag tone="pine">vous êtes invité</Tag>
      </p>
    )}
  </Card>
);
