import type { VNode } from "preact";
import { EmptyState } from "#client/design/card.tsx";
import { Pagination } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayNumber } from "#client/kernel/say.tsx";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import { dispatchStateLabels } from "./back-office-words.ts";
import { type MailLine, MailTable } from "./mail-table.tsx";
import { type RefusedSetting, RefusedSettings } from "./refused-settings.tsx";
import { type ResendableGroup, ResendableGroups } from "./resend-all-page.tsx";

type State = keyof typeof dispatchStateLabels;

type Mails = {
  figures: { byState: Readonly<Record<State, number>>; oldestPendingSeconds: number | null; possibleDoubles: number };
  mails: ListPage<MailLine>;
  state: State | null;
  /** Settings of the mails alone. */
  refused: readonly RefusedSetting[];
  groups: readonly ResendableGroup[];
};

export const mailsPage = ({ figures, mails, state, refused, groups }: Mails): Page => ({
  title: "Courriers",
  section: "mails",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <h1>Courriers</h1>
      <RefusedSettings settings={refused} />
      <Figures figures={figures} />
      <ResendableGroups groups={groups} />
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
      {sayCount(figures.byState.bounced, "pas envoyé", "pas envoyés")}, {figures.byState.unknown} au sort inconnu.
      Doubles possibles : {figures.possibleDoubles}.
    </p>
  );
};
