import type { VNode } from "preact";
import { sayMoment } from "#client/kernel/say.tsx";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { statusLabels } from "./positioning-words.ts";

export type SaidStep = {
  readonly status: PositioningStatus;
  readonly at: string;
  /** "J. Faure", "la personne", "l’entreprise", "le site". */
  readonly who: string;
  readonly note: string | null;
};

/** All that happened, the last first: when, who, why. */
export const StepHistory = ({ steps, today }: { steps: readonly SaidStep[]; today: string }): VNode => (
  <ol class="thread stack-s">
    {[...steps].reverse().map(({ status, at, who, note }, index) => (
      <li key={index}>
        <b>{statusLabels[status]}</b>
        <br />
        <span class="small soft">
          {sayMoment(at, today)}, {who}
        </span>
        {note && <p class="small preline breakable">{note}</p>}
      </li>
    ))}
  </ol>
);
