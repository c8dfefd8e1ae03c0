import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import { Tabs } from "#client/design/tabs.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayAgo, sayCount, sayDay } from "#client/kernel/say.tsx";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { Moment } from "./card-facts.ts";
import { LiveMark } from "./live-mark.tsx";

/** One thing that waits for an officer, with its one next action. */
export type DeskItem = {
  readonly key: string;
  /** Since when it waits: the oldest comes first. */
  readonly since: string;
  readonly what: string;
  readonly about: string;
  readonly act: { readonly label: string; readonly href: string };
  /** It should have been done already. */
  readonly late: boolean;
};

type TodayProps = {
  items: readonly DeskItem[];
  dormant: number;
  everyone: boolean;
  firstName: string;
  at: Moment;
};

/** What waits, oldest first. */
export const todayPage = ({ items, dormant, everyone, firstName, at }: TodayProps): Page => ({
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
            {items.length === 0 ? "rien n’attend" : `${sayCount(items.length, "chose attend", "choses attendent")}`}
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
      <div class="stack" data-desk-region="items">
        {items.length === 0 ? <NothingWaits /> : <Items items={items} at={at} />}
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

const Items = ({ items, at }: { items: readonly DeskItem[]; at: Moment }): VNode => (
  <ol class="stack-s">
    {items.map(({ key, since, what, about, act, late }) => (
      <li key={key} class={`card row spread${late ? " edge-saffron" : ""}`}>
        <div>
          <p>
            <b>{what}</b>
          </p>
          <p class="small soft">
            {about} ·{" "}
            <span title={sayDay(dayOf(new Date(since)), at.today)}>{sayAgo(dayOf(new Date(since)), at.today)}</span>
          </p>
        </div>
        <ButtonLink kind="plain" small href={act.href} label={`${act.label} : ${what}`}>
          {act.label}
        </ButtonLink>
      </li>
    ))}
  </ol>
);
