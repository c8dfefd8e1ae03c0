import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import { Pagination } from "#client/design/table.tsx";
import { Tabs } from "#client/design/tabs.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayDay } from "#client/kernel/say.tsx";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import type { Moment } from "./card-facts.ts";
import { LiveMark } from "./live-mark.tsx";
import { type Colleague, type FreshMark, FreshMarks, TodoLine } from "./todo-line.tsx";

/** One thing that waits for an officer, with its one next action. */
export type DeskItem = {
  readonly key: string;
  /** Since when it waits: among those as late, the oldest comes first. */
  readonly since: string;
  readonly what: string;
  readonly about: string;
  readonly act: { readonly label: string; readonly href: string };
  /** It should have been done already. */
  readonly late: boolean;
  /** "confié par Nadia B.", for a line a colleague handed over. */
  readonly handedBy?: string;
};

type TodayProps = {
  items: ListPage<DeskItem>;
  fresh: readonly FreshMark[];
  colleagues: readonly Colleague[];
  dormant: number;
  everyone: boolean;
  firstName: string;
  at: Moment;
};

/** What waits, what is late first, then the oldest. */
export const todayPage = ({ items, fresh, colleagues, dormant, everyone, firstName, at }: TodayProps): Page => ({
  title: "Aujourd’hui",
  section: "today",
  wide: true,
  robots: "noindex",
  scripts: ["desk"],
  body: (
    <div class="wrap wide body stack">
      <div class="row spread">
        <div>
          <h1>Bonjour {firstName}</h1>
          <p class="soft" data-desk-region="count" data-desk-news="">
            {sayDay(at.today)} ·{" "}
            {items.total === 0 ? "rien n’attend" : `${sayCount(items.total, "chose attend", "choses attendent")}`}
          </p>
        </div>
        <LiveMark />
      </div>
      <Tabs
        label="À qui est-ce"
        tabs={[
          { href: "/bureau?qui=moi", label: "Ce qui m’attend", current: !everyone },
          { href: "/bureau?qui=tous", label: "Tout le bureau", current: everyone },
        ]}
      />
      <div class="small row">
        <a href="/admin/moderation">Modération : les offres et les entreprises à vérifier</a>
        <a href="/bureau/bilans">Bilans : les chiffres du mois, de l’année, par territoire et par action</a>
      </div>
      <div class="stack" data-desk-region="items">
        <FreshMarks marks={fresh} everyone={everyone} />
        {items.total === 0 ? (
          <NothingWaits />
        ) : (
          <ol class="stack-s">
            {items.items.map((item) => (
              <TodoLine key={item.key} item={item} at={at} colleagues={colleagues} everyone={everyone} />
            ))}
          </ol>
        )}
        <Pagination
          page={items.page}
          pages={pageCount(items)}
          href={(page) => `/bureau?qui=${everyone ? "tous" : "moi"}&page=${page}`}
        />
        {dormant > 0 && (
          <p>
            <a href="/bureau/entreprises?vue=dormant">{sayCount(dormant, "entreprise dort", "entreprises dorment")}</a>{" "}
            : pas de contact depuis 90 jours.
          </p>
        )}
      </div>
    </div>
  ),
});

const NothingWaits = (): VNode => (
  <EmptyState title="Tout est à jour">
    <p>Cette page se remplit seule : réponses, relances, points à faire, nouveaux profils.</p>
    <p>
      <ButtonLink kind="plain" href="/bureau/offres-exclusives/nouvelle">
        Enregistrer une offre exclusive
      </ButtonLink>
    </p>
  </EmptyState>
);
