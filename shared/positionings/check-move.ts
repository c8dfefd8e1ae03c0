import { addDays, type Day } from "#shared/kernel/calendar.ts";
import type { Positioning } from "./positioning.ts";
import { noteIsRequired } from "./positioning-rules.ts";
import type { PositioningHand } from "./positioning-transitions.ts";
import type { PositioningStatus } from "./positioning-words.ts";

/** What is typed with a move. */
export type TypedMove = {
  readonly to: PositioningStatus;
  readonly note: string | null;
  readonly interviewAt: string | null;
  readonly interviewPlace: string | null;
  readonly startsOn: Day | null;
};

type Facts = {
  readonly hand: PositioningHand;
  readonly positioning: Pick<Positioning, "interviewAt">;
  readonly now: Date;
  readonly today: Day;
};

/** What is missing or wrong with a move, by field, as stable codes; empty when it may be made. */
export const checkMove = (move: TypedMove, facts: Facts): Readonly<Record<string, string>> => ({
  ...(move.note === null && explainedBy(facts.hand, move.to) ? { note: "required" } : {}),
  ...(move.to === "interviewPlanned" ? wrongInterview(move, facts) : {}),
  ...(move.to === "interviewed" || move.to === "absent" ? notYet(facts) : {}),
  ...(move.to === "hired" ? wrongStart(move, facts) : {}),
});

/** Whether the step must say why: someone will ask, and the person has a right to know. */
export const explainedBy = (hand: PositioningHand, to: PositioningStatus): boolean =>
  hand !== "system" && (noteIsRequired(hand, to) || to === "refused" || to === "endedEarly");

const wrongInterview = (move: TypedMove, { now }: Facts): Record<string, string> => ({
  ...(move.interviewAt === null ? { interviewAt: "required" } : {}),
  ...(move.interviewAt !== null && new Date(move.interviewAt) <= now ? { interviewAt: "in-the-past" } : {}),
  ...(move.interviewPlace === null ? { interviewPlace: "required" } : {}),
});

/** Nobody came to, or missed, an interview that is still to come. */
const notYet = ({ positioning: { interviewAt }, now }: Facts): Record<string, string> =>
  interviewAt !== null && new Date(interviewAt) > now ? { form: "interview-not-yet" } : {};

/** A first day at work is typed around the day it is decided: further off, the year was mistaken. */
const wrongStart = ({ startsOn }: TypedMove, { today }: Facts): Record<string, string> => {
  if (startsOn === null) return { startsOn: "required" };
  return startsOn < addDays(today, -180) || startsOn > addDays(today, 365) ? { startsOn: "start-too-far" } : {};
};
