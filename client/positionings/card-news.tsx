import type { VNode } from "preact";
import { Notice } from "#client/design/card.tsx";
import { plural, sayList, sayMoment } from "#client/kernel/say.tsx";

/** What a colleague, the person or the company did since the card was shown. */
export type CardChange = {
  readonly at: string;
  readonly who: string;
  readonly what: string;
};

type NewsProps = {
  readonly address: string;
  /** Colleagues who have this card open too, by name. */
  readonly watchers: readonly string[];
  readonly change: CardChange | null;
  readonly today: string;
};

/** Who else looks at this card, and what changed since it was shown; kept true by the island. */
export const CardNews = ({ address, watchers, change, today }: NewsProps): VNode => (
  <div class="stack-s" data-desk-region="others">
    {watchers.length > 0 && (
      <p class="small" data-desk-news="">
        <span class="pulse" aria-hidden="true" /> {sayWatchers(watchers)}
      </p>
    )}
    {change && (
      <Notice>
        <p data-desk-news="">
          <b>Cette fiche a changé.</b> {sayChange(change, today)}
        </p>
        <p class="small">
          <a href={address}>Voir la nouvelle version</a>
        </p>
      </Notice>
    )}
  </div>
);

const sayWatchers = (names: readonly string[]): string =>
  `${sayList(names)} ${plural(names.length, "regarde", "regardent")} aussi cette fiche.`;

const sayChange = ({ at, who, what }: CardChange, today: string): string =>
  `${who.charAt(0).toUpperCase()}${who.slice(1)}, ${sayMoment(at, today)} : ${what}.`;
