import { addDays, addMonths, type Day, dayOf, daysBetween } from "#shared/kernel/calendar.ts";
import type { FollowUp, Positioning } from "./positioning.ts";
import type { FollowUpKind, PositioningStatus } from "./positioning-words.ts";

/** The columns of the board, from left to right; `out` is folded away. */
export const boardColumns = ["proposed", "consented", "submitted", "interview", "hired", "inPost", "out"] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** Who or what the card waits for: someone's act, a date in the calendar, or nothing more. */
export type WaitsFor = "officer" | "candidate" | "employer" | "date" | "nobody";

type Place = { readonly column: BoardColumn; readonly waitsFor: WaitsFor; readonly lateAfterDays: number | null };

const over: Place = { column: "out", waitsFor: "nobody", lateAfterDays: null };

/** Where each status stands, whom it waits for, and after how many days the wait is worth a call. */
const places: Readonly<Record<PositioningStatus, Place>> = {
  suggested: { column: "proposed", waitsFor: "officer", lateAfterDays: 2 },
  proposed: { column: "proposed", waitsFor: "candidate", lateAfterDays: 3 },
  consented: { column: "consented", waitsFor: "officer", lateAfterDays: 1 },
  submitted: { column: "submitted", waitsFor: "employer", lateAfterDays: 4 },
  seen: { column: "submitted", waitsFor: "employer", lateAfterDays: 7 },
  interviewPlanned: { column: "interview", waitsFor: "date", lateAfterDays: null },
  interviewed: { column: "interview", waitsFor: "employer", lateAfterDays: 3 },
  absent: { column: "interview", waitsFor: "officer", lateAfterDays: 1 },
  selected: { column: "interview", waitsFor: "employer", lateAfterDays: 7 },
  hired: { column: "hired", waitsFor: "date", lateAfterDays: null },
  inPostM1: { column: "hired", waitsFor: "date", lateAfterDays: null },
  inPostM3: { column: "hired", waitsFor: "date", lateAfterDays: null },
  // Most wait for nothing more; some for the call at twelve months.
  inPostM6: { column: "inPost", waitsFor: "date", lateAfterDays: null },
  declined: over,
  endedEarly: over,
  refused: over,
  withdrawn: over,
  pool: over,
  noAnswer: over,
  placedElsewhere: over,
};

export const columnOf = (status: PositioningStatus): BoardColumn => places[status].column;

export const waitsFor = (status: PositioningStatus): WaitsFor => places[status].waitsFor;

export const statusesIn = (column: BoardColumn): PositioningStatus[] =>
  (Object.keys(places) as PositioningStatus[]).filter((status) => places[status].column === column);

/** Between a proposal and a hiring: what "already positioned elsewhere" means. */
export const isUnderWay = (status: PositioningStatus): boolean =>
  !["hired", "inPost", "out"].includes(columnOf(status)) && status !== "suggested";

/** Whole days in its present state. */
export const daysWaited = ({ statusAt }: Pick<Positioning, "statusAt">, today: Day): number =>
  daysBetween(dayOf(new Date(statusAt)), today);

/** Whether someone should be called: waited too long, interview past without news, follow-up overdue. */
export const isLate = (
  positioning: Pick<Positioning, "status" | "statusAt" | "interviewAt" | "followUps">,
  today: Day,
): boolean => {
  const { lateAfterDays, waitsFor: awaited } = places[positioning.status];
  if (awaited !== "date") return lateAfterDays !== null && daysWaited(positioning, today) >= lateAfterDays;
  if (positioning.status === "interviewPlanned")
    return positioning.interviewAt !== null && dayOf(new Date(positioning.interviewAt)) < today;
  const next = nextFollowUp(positioning);
  return next !== null && next.dueOn < today;
};

const monthsOf = { M1: 1, M3: 3, M6: 6, M12: 12 } as const satisfies Record<FollowUpKind, number>;

/** The three calls planned from the first day at work. */
export const followUpsFrom = (startsOn: Day): FollowUp[] =>
  (["M1", "M3", "M6"] as const).map((kind) => plannedCall(kind, startsOn));

export const plannedCall = (kind: FollowUpKind, startsOn: Day): FollowUp => ({
  kind,
  dueOn: addMonths(startsOn, monthsOf[kind]),
  doneAt: null,
  result: null,
  note: null,
  missedOn: [],
  mediation: false,
});

export const nextFollowUp = ({ followUps }: Pick<Positioning, "followUps">): FollowUp | null =>
  followUps.find(({ doneAt }) => doneAt === null) ?? null;

/** Days until a call that nobody took is tried again, and how many times it is. */
const tryAgainAfterDays = 7;
const mostMissedCalls = 3;

export type FollowUpHeard = Pick<FollowUp, "result" | "note" | "mediation">;

/** A follow-up after its call: done, or, when nobody answered, planned again a week later until the third time. */
export const afterCall = (followUp: FollowUp, heard: FollowUpHeard, at: { now: string; today: Day }): FollowUp => {
  const missedOn = followUp.missedOn ?? [];
  if (heard.result === "unreachable" && missedOn.length + 1 < mostMissedCalls)
    return { ...followUp, dueOn: addDays(at.today, tryAgainAfterDays), missedOn: [...missedOn, at.today] };
  const missed = heard.result === "unreachable" ? [...missedOn, at.today] : missedOn;
  return { ...followUp, ...heard, doneAt: at.now, missedOn: missed };
};

/** The mediation that was asked for, until somebody moves the card or writes a note on it. */
export const mediationAsked = ({ followUps, steps }: Pick<Positioning, "followUps" | "steps">): FollowUp | null => {
  const asked = followUps.findLast(({ mediation }) => mediation);
  return asked?.doneAt && !steps.some(({ at }) => at > (asked.doneAt ?? "")) ? asked : null;
};

/** The state a follow-up call leads to when the person is still there: six months are the last one a card reaches. */
export const inPostAt = { M1: "inPostM1", M3: "inPostM3", M6: "inPostM6", M12: "inPostM6" } as const satisfies Record<
  FollowUpKind,
  PositioningStatus
>;

/** The consent mail asks for an answer before that day. */
export const consentDeadline = (proposedOn: Day): Day => addDays(proposedOn, 7);
