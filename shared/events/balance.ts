import type { FollowUpResult, PositioningStatus } from "#shared/positionings/positioning-words.ts";
import type { Verdict } from "./verdict.ts";

/** One announced meeting, and what became of it. */
export type BalanceLine = {
  readonly registrationId: string;
  readonly person: string;
  readonly company: string;
  readonly hour: string;
  /** Both were there at that hour. */
  readonly held: boolean;
  readonly verdict: Verdict | null;
  readonly status: PositioningStatus | null;
  /** What was said one and three months after the first day at work; null while nobody was called. */
  readonly m1: FollowUpResult | null;
  readonly m3: FollowUpResult | null;
};

export type BalanceFigures = {
  readonly registered: number;
  readonly came: number;
  readonly planned: number;
  readonly held: number;
  readonly goOn: number;
  readonly positioned: number;
  readonly hired: number;
  readonly inPostM1: number;
  readonly inPostM3: number;
};

/** Statuses from which somebody has been hired, wherever they are now. */
export const hiredSince: ReadonlySet<PositioningStatus> = new Set([
  "hired",
  "inPostM1",
  "inPostM3",
  "inPostM6",
  "endedEarly",
] satisfies PositioningStatus[]);

export const balanceFigures = (
  lines: readonly BalanceLine[],
  people: { readonly registered: number; readonly came: number },
): BalanceFigures => {
  const count = (is: (line: BalanceLine) => boolean): number => lines.filter(is).length;
  return {
    ...people,
    planned: lines.length,
    held: count(({ held }) => held),
    goOn: count(({ verdict }) => verdict === "next" || verdict === "hire"),
    positioned: count(({ status }) => status !== null),
    hired: count(({ status }) => status !== null && hiredSince.has(status)),
    inPostM1: count(({ m1 }) => m1 === "inPost"),
    inPostM3: count(({ m3 }) => m3 === "inPost"),
  };
};
