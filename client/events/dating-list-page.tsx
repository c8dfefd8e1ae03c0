import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Card, EmptyState, Tag } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { isForum } from "#shared/events/forums/forum.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { sayCompanies, saySome, sayWhen, sayWhere } from "./dating-words.ts";

type Props = {
  datings: readonly JobDating[];
  /** Who has a stand, by forum. */
  stands: ReadonlyMap<string, readonly string[]>;
  today: string;
};

/** Where one may meet companies soon, without an appointment asked one by one. */
export const datingListPage = ({ datings, stands, today }: Props): Page => ({
  title: "Événements",
  section: "events",
  description: "Les job datings et les forums à venir : rencontrez plusieurs entreprises qui recrutent, le même jour.",
  body: (
    <div class="wrap narrow body stack">
      <h1>Rencontrer des entreprises</h1>
      <p class="lead">
        Un job dating : plusieurs entretiens courts, à l’heure. Un forum : des stands, vous passez quand vous voulez.
      </p>
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
            <DatingCard key={dating.id} dating={dating} stands={stands.get(dating.id) ?? []} today={today} />
          ))}
        </ul>
      )}
    </div>
  ),
});

type CardProps = { dating: JobDating; stands: readonly string[]; today: string };

const DatingCard = ({ dating, stands, today }: CardProps): VNode => (
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
      {isForum(dating)
        ? `Forum, ${sayCount(stands.length, "stand", "stands")} : ${saySome(stands)}`
        : `Job dating, ${sayCount(dating.companies.length, "entreprise", "entreprises")} : ${sayCompanies(dating)}`}
    </p>
    {dating.audience === "invited" && (
      <p>
        <Tag tone="pine">vous avez une invitation</Tag>
      </p>
    )}
  </Card>
);
