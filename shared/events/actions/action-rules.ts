import { addMonths, type Day } from "#shared/kernel/calendar.ts";
import {
  type Attendance,
  type CollectiveAction,
  type Outcome,
  outcomes,
  type Participation,
  type ParticipationStatus,
  type ResultMoment,
} from "./collective-action.ts";

export const participationAnswers = ["yes", "no", "leave"] as const;
export type ParticipationAnswer = (typeof participationAnswers)[number];

/** What an answer makes of a participation; null when it may not be given from there. */
export const afterParticipationAnswer = (
  from: ParticipationStatus,
  answer: ParticipationAnswer,
): ParticipationStatus | null => {
  if (answer === "leave") return from === "accepted" ? "left" : null;
  if (from === "accepted") return null;
  return answer === "yes" ? "accepted" : from === "proposed" ? "declined" : null;
};

type Queued = Pick<Participation, "id" | "status" | "acceptedAt">;

/** Who has a place and who waits for one: the first to say yes come first. */
export const shareOutPlaces = <One extends Queued>(
  people: readonly One[],
  places: number,
): { placed: One[]; waiting: One[] } => {
  const queue = people
    .filter(({ status }) => status === "accepted")
    .sort(
      (one, other) => (one.acceptedAt ?? "").localeCompare(other.acceptedAt ?? "") || one.id.localeCompare(other.id),
    );
  return { placed: queue.slice(0, places), waiting: queue.slice(places) };
};

type Dated = Pick<CollectiveAction, "steps" | "asksM12" | "cancelledAt">;

/** The day of its last step; null while it has none. */
export const lastDayOf = ({ steps }: Pick<CollectiveAction, "steps">): Day | null =>
  steps.reduce<Day | null>((last, { day }) => (last === null || day > last ? day : last), null);

/** The results that may be written down today: at the end, then six and twelve months later. */
export const momentsDue = (action: Dated, today: Day): ResultMoment[] => {
  const last = lastDayOf(action);
  if (last === null || action.cancelledAt !== null) return [];
  const dueOn: Record<ResultMoment, Day> = { end: last, M6: addMonths(last, 6), M12: addMonths(last, 12) };
  return (["end", "M6", ...(action.asksM12 ? (["M12"] as const) : [])] as const).filter(
    (moment) => dueOn[moment] <= today,
  );
};

export const resultAt = ({ results }: Pick<Participation, "results">, moment: ResultMoment): Outcome | null =>
  results.findLast((one) => one.moment === moment)?.outcome ?? null;

const exits: Readonly<Record<Outcome, "lasting" | "transition" | "positive" | null>> = {
  permanent: "lasting",
  longFixedTerm: "lasting",
  ownBusiness: "lasting",
  shortFixedTerm: "transition",
  temporaryWork: "transition",
  training: "positive",
  searching: null,
  stopped: null,
  unknown: null,
};

export const isPositiveExit = (outcome: Outcome): boolean => exits[outcome] !== null;
export const isLastingExit = (outcome: Outcome): boolean => exits[outcome] === "lasting";
export const isContract = (outcome: Outcome): boolean =>
  exits[outcome] !== null && outcome !== "training" && outcome !== "ownBusiness";

export const cameTo = ({ attendance }: Pick<Participation, "attendance">): boolean =>
  attendance.some(({ was }) => was === "present");

/** The smallest group whose RSA status may be said as a number, and the smallest one that must stand beside it. */
const smallestGroup = 5;

/**
 * The number typed for a group, when nobody can be recognised by it: at least five receive the RSA, at least five do
 * not. Of a group that all do, each one's status would be known.
 */
export const beneficiariesShown = (beneficiaries: number | null, came: number): number | null =>
  beneficiaries !== null && beneficiaries >= smallestGroup && came - beneficiaries >= smallestGroup
    ? beneficiaries
    : null;

export type ActionBalance = {
  readonly proposed: number;
  readonly accepted: number;
  /** Came to at least one step. */
  readonly participants: number;
  /** Of them, those who receive the RSA: null when it was not typed, or may not be said. */
  readonly beneficiaries: number | null;
  readonly beneficiariesTyped: boolean;
  readonly steps: readonly { readonly stepId: string; readonly counts: Readonly<Record<Attendance, number>> }[];
  readonly moments: readonly {
    readonly moment: ResultMoment;
    readonly known: number;
    readonly outcomes: Readonly<Record<Outcome, number>>;
    readonly contracts: number;
    /** Of those whose result is known; null when nobody's is. */
    readonly positiveShare: number | null;
  }[];
};

/** The figures of an action, each counted from its people and from nothing else. */
export const balanceOf = (
  action: Pick<CollectiveAction, "steps" | "asksM12" | "beneficiaries">,
  people: readonly Participation[],
): ActionBalance => {
  const came = people.filter(cameTo);
  return {
    proposed: people.length,
    accepted: people.filter(({ acceptedAt }) => acceptedAt !== null).length,
    participants: came.length,
    beneficiaries: beneficiariesShown(action.beneficiaries, came.length),
    beneficiariesTyped: action.beneficiaries !== null,
    steps: action.steps.map(({ id }) => ({ stepId: id, counts: countsAt(people, id) })),
    moments: (["end", "M6", ...(action.asksM12 ? (["M12"] as const) : [])] as const).map((moment) =>
      resultsAt(came, moment),
    ),
  };
};

const countsAt = (people: readonly Participation[], stepId: string): Record<Attendance, number> => {
  const counts = { present: 0, absent: 0, excused: 0 };
  for (const { attendance } of people) {
    const was = attendance.find((one) => one.stepId === stepId)?.was;
    if (was) counts[was] += 1;
  }
  return counts;
};

const resultsAt = (came: readonly Participation[], moment: ResultMoment): ActionBalance["moments"][number] => {
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const said = came.flatMap((one) => resultAt(one, moment) ?? []);
  for (const outcome of said) counts[outcome] += 1;
  const positive = said.filter(isPositiveExit).length;
  return {
    moment,
    known: said.length,
    outcomes: counts,
    contracts: said.filter(isContract).length,
    positiveShare: said.length === 0 ? null : positive / said.length,
  };
};
