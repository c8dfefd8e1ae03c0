import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { EmptyState, Tag, type Tone } from "#client/design/card.tsx";
import { type Column, Pagination, Table } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { Ago, sayCount, sayShortDay } from "#client/kernel/say.tsx";
import type { ApplicationStatus } from "#shared/applications/application.ts";
import type { AppliedOffer, ReceivedApplication } from "#shared/applications/application-sights.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import { receivedStatusLabels } from "./application-words.ts";

export type ReceivedProps = {
  /** The one offer looked at, or null for all. */
  offer: AppliedOffer | null;
  fresh: readonly ReceivedApplication[];
  freshTotal: number;
  others: ListPage<ReceivedApplication>;
  today: Day;
};

export const receivedPage = (props: ReceivedProps): Page => ({
  title: props.offer ? `Candidatures : ${props.offer.title}` : "Candidatures reçues",
  section: "received",
  robots: "noindex",
  body: (
    <div class="wrap body stack-l">
      <h1>{props.offer ? `Candidatures pour « ${props.offer.title} »` : "Candidatures reçues"}</h1>
      {props.offer && (
        <p>
          <a href="/employeur/candidatures">Voir les candidatures de toutes vos offres</a>
        </p>
      )}
      {props.freshTotal + props.others.total === 0 ? <Nothing offer={props.offer} /> : <Lists {...props} />}
    </div>
  ),
});

const Nothing = ({ offer }: Pick<ReceivedProps, "offer">): VNode => (
  <EmptyState title="Aucune candidature pour le moment">
    <p>Dès que quelqu’un postule{offer ? " à cette offre" : ""}, un mail vous prévient et la candidature arrive ici.</p>
    <p>En attendant, cherchez dans les CV : des personnes près de chez vous cherchent ce métier.</p>
    <p class="row">
      <ButtonLink href="/cvtheque">Chercher dans les CV</ButtonLink>
      <ButtonLink href="/employeur/offres" kind="plain">
        Revoir mes offres
      </ButtonLink>
    </p>
  </EmptyState>
);

const Lists = ({ offer, fresh, freshTotal, others, today }: ReceivedProps): VNode => (
  <>
    {fresh.length > 0 && (
      <section class="stack">
        <h2>{sayCount(freshTotal, "nouvelle candidature", "nouvelles candidatures")}</h2>
        <p class="soft">Ouvrir une candidature prévient la personne que vous l’avez lue.</p>
        <List caption="Nouvelles candidatures, la plus récente en premier" rows={fresh} today={today} />
        {freshTotal > fresh.length && <p class="soft">Les plus anciennes suivent dès que vous en avez lu.</p>}
      </section>
    )}
    {freshTotal === 0 && <p class="soft">Vous avez tout lu.</p>}
    {others.items.length > 0 && (
      <section class="stack">
        <h2>Déjà lues</h2>
        <List caption="Candidatures déjà lues, la plus récente en premier" rows={others.items} today={today} />
      </section>
    )}
    <Pagination
      page={others.page}
      pages={pageCount(others)}
      href={(page) => `/employeur/candidatures?page=${page}${offer ? `&offre=${offer.reference}` : ""}`}
    />
  </>
);

type ListProps = { caption: string; rows: readonly ReceivedApplication[]; today: Day };

const List = ({ caption, rows, today }: ListProps): VNode => (
  <Table caption={caption} columns={columns(today)} rows={rows} rowKey={({ id }) => id} />
);

const columns = (today: Day): readonly Column<ReceivedApplication>[] => [
  { title: "Personne", cell: ({ firstName, lastName }) => <b>{`${firstName} ${lastName}`}</b> },
  {
    title: "Offre",
    cell: ({ offer }) => (
      <>
        {offer.title} <span class="small soft">à {offer.communeName}</span>
      </>
    ),
  },
  { title: "Reçue", cell: ({ sentOn }) => <Ago day={sentOn} today={today} /> },
  { title: "État", cell: (application) => <State application={application} /> },
  { title: "Geste", quiet: true, cell: (application) => <OpenButton application={application} /> },
];

const tones: Partial<Record<ApplicationStatus, Tone>> = {
  new: "saffron",
  seen: "saffron",
  interview: "sky",
  accepted: "pine",
};

const State = ({ application: { status, nextDeadline } }: { application: ReceivedApplication }): VNode => (
  <>
    <Tag tone={tones[status] ?? "plain"}>{receivedStatusLabels[status]}</Tag>
    {nextDeadline && <span class="small soft"> avant le {sayShortDay(nextDeadline)}</span>}
  </>
);

/** The first opening tells the candidate, so it is a POST; later ones only look. */
const OpenButton = ({
  application: { id, status, firstName, lastName },
}: {
  application: ReceivedApplication;
}): VNode =>
  status === "new" ? (
    <Form action={`/employeur/candidatures/${id}/lecture`}>
      <Button kind="second" small label={`Lire la candidature de ${firstName} ${lastName}`}>
        Lire la candidature
      </Button>
    </Form>
  ) : (
    <ButtonLink
      href={`/employeur/candidatures/${id}`}
      kind="plain"
      small
      label={`Ouvrir la candidature de ${firstName} ${lastName}`}
    >
      Ouvrir
    </ButtonLink>
  );
