import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { EmptyState, Tag, type Tone } from "#client/design/card.tsx";
import { Pagination, Table } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayMoment, sayNumber } from "#client/kernel/say.tsx";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import { dispatchStateLabels, mailKindLabels } from "./back-office-words.ts";
import { type RefusedSetting, RefusedSettings } from "./refused-settings.tsx";

type State = keyof typeof dispatchStateLabels;

export type MailLine = {
  readonly id: string;
  readonly kind: string;
  readonly policy: string;
  readonly to: string;
  readonly state: State;
  readonly lastError: string | null;
  readonly createdAt: string;
};

type Mails = {
  figures: { byState: Readonly<Record<State, number>>; oldestPendingSeconds: number | null; possibleDoubles: number };
  mails: ListPage<MailLine>;
  state: State | null;
  /** Settings of the mails alone. */
  refused: readonly RefusedSetting[];
};

const tones: Record<State, Tone> = {
  pending: "plain",
  sending: "sky",
  sent: "pine",
  bounced: "clay",
  unknown: "saffron",
};

export const mailsPage = ({ figures, mails, state, refused }: Mails): Page => ({
  title: "Courriers",
  section: "mails",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <h1>Courriers</h1>
      <RefusedSettings settings={refused} />
      <Figures figures={figures} />
      <nav class="tabs" aria-label="États">
        <a href="/admin/courriers" aria-current={state === null ? "page" : undefined}>
          Tous
        </a>
        {Object.entries(dispatchStateLabels).map(([value, label]) => (
          <a key={value} href={`/admin/courriers?etat=${value}`} aria-current={state === value ? "page" : undefined}>
            {label} ({sayNumber(figures.byState[value as State])})
          </a>
        ))}
      </nav>
      {mails.items.length === 0 ? (
        <EmptyState title="Aucun courrier ici">
          <p>Choisissez un autre état, ou revenez plus tard.</p>
        </EmptyState>
      ) : (
        <MailTable mails={mails.items} />
      )}
      <Pagination
        page={mails.page}
        pages={pageCount(mails)}
        href={(page) =>
          `/admin/courriers?${new URLSearchParams({ ...(state && { etat: state }), page: String(page) })}`
        }
      />
    </div>
  ),
});

const Figures = ({ figures }: Pick<Mails, "figures">): VNode => {
  const waited = figures.oldestPendingSeconds;
  return (
    <p class="soft">
      {sayCount(figures.byState.sent, "courrier envoyé", "courriers envoyés")}, {figures.byState.pending} en attente
      {waited !== null && waited > 60 && `, le plus ancien depuis ${Math.round(waited / 60)} min`},{" "}
      {figures.byState.bounced} refusés, {figures.byState.unknown} au sort inconnu. Doubles possibles :{" "}
      {figures.possibleDoubles}.
    </p>
  );
};

const sendAgain = { unknown: "Renvoyer, au risque d’un double", bounced: "Renvoyer" } as const;

const MailTable = ({ mails }: { mails: readonly MailLine[] }): VNode => (
  <Table
    caption="Courriers, du plus récent au plus ancien"
    rows={mails}
    rowKey={({ id }) => id}
    columns={[
      { title: "Courrier", cell: ({ kind }) => <b>{mailKindLabels[kind] ?? kind}</b> },
      { title: "À", cell: ({ to }) => <span class="breakable">{to || "adresse effacée"}</span> },
      { title: "Écrit", cell: ({ createdAt }) => sayMoment(createdAt) },
      { title: "État", cell: ({ state }) => <Tag tone={tones[state]}>{dispatchStateLabels[state]}</Tag> },
      { title: "Pourquoi", cell: ({ lastError }) => <span class="small soft">{lastError}</span> },
      {
        title: "Renvoyer",
        quiet: true,
        cell: ({ id, state, kind }) =>
          state === "unknown" || state === "bounced" ? (
            <Form action={`/admin/courriers/${id}/renvoi`}>
              <Button kind="plain" small label={`${sendAgain[state]} : ${mailKindLabels[kind] ?? kind}`}>
                {sendAgain[state]}
              </Button>
            </Form>
          ) : null,
      },
    ]}
  />
);
