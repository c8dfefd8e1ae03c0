import type { Day } from "#shared/kernel/calendar.ts";
import type { ActionFamily, Indicator } from "./indicators.ts";

/** What a fact leads to on the desk. */
export type FactRef = {
  readonly kind: "positioning" | "action" | "jobDating" | "forum" | "company" | "offer";
  readonly id: string;
  /** The person it is about, where the desk may name them. */
  readonly accountId?: string;
};

/** One thing that happened, for one indicator. */
export type Fact = {
  readonly indicator: Indicator;
  readonly day: Day;
  /** INSEE code of where it happened; null when nothing says it. */
  readonly commune: string | null;
  readonly action: ActionFamily | null;
  /** Who or what is counted once, for the indicators that count each one once. */
  readonly key: string;
  /** Most weigh 1; the people of a whole group weigh their number. */
  readonly weight: number;
  /** For a share: whether it is one of the good ones. */
  readonly good: boolean;
  readonly ref: FactRef | null;
};
