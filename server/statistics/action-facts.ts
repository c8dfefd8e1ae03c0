import {
  type ActionDocument,
  ActionModel,
  ParticipationModel,
  toAction,
  toParticipation,
} from "#server/events/actions/action-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, atLeast } from "#server/platform/filter.ts";
import {
  beneficiariesShown,
  cameTo,
  isContract,
  isLastingExit,
  isPositiveExit,
  lastDayOf,
  resultAt,
} from "#shared/events/actions/action-rules.ts";
import type { CollectiveAction, Participation, ResultMoment } from "#shared/events/actions/collective-action.ts";
import { addMonths, type Day } from "#shared/kernel/calendar.ts";
import type { Fact } from "#shared/statistics/fact.ts";
import { groupBy } from "#shared/statistics/figure-rules.ts";
import { isIn } from "#shared/statistics/period.ts";
import { byChunks, fact, facts, type Reader } from "./reading.ts";

/** Collective actions that took place, who came, what became of them. A cancelled one counts for nothing. */
export const collectiveFacts: Reader = async (span) => {
  // What became of people at six months belongs to the month that comes six months after the last step.
  const found = await ActionModel.find({
    "steps.day": atLeast(addMonths(span.from, -7)),
    cancelledAt: null,
  })
    .sort({ createdAt: 1 })
    .lean<ActionDocument[]>();
  const people = await byChunks(
    found.map(({ _id }) => _id),
    async (some) => (await ParticipationModel.find({ actionId: anyOf(some) }).lean()).map(toParticipation),
  );
  const byAction = groupBy(people, ({ actionId }) => actionId);
  return found
    .map(toAction)
    .flatMap((action) => factsOf(action, byAction.get(action.id) ?? []))
    .filter(({ day }) => isIn(span, day) && day <= today());
};

const factsOf = (action: CollectiveAction, people: readonly Participation[]): Fact[] => {
  const [first, last] = [action.steps.map(({ day }) => day).sort()[0], lastDayOf(action)];
  if (first === undefined || last === null) return [];
  const of = { commune: action.commune.code, action: action.kind };
  const came = people.filter(cameTo);
  const beneficiaries = beneficiariesShown(action.beneficiaries, came.length);
  const itself = { ...of, day: first, key: action.id };
  return [
    fact({ ...itself, indicator: "actions", ref: { kind: "action", id: action.id } }),
    ...(beneficiaries === null ? [] : [fact({ ...itself, indicator: "beneficiaries", weight: beneficiaries })]),
    ...came.flatMap((person) => [
      ...facts(["participations", "participants"], {
        ...of,
        day: firstPresence(action, person) ?? first,
        ...whose(person),
      }),
      ...exitFacts(person, { of, last }),
    ]),
  ];
};

const whose = ({ actionId, accountId }: Participation) => ({
  key: accountId,
  ref: { kind: "action", id: actionId, accountId } as const,
});

const firstPresence = ({ steps }: CollectiveAction, { attendance }: Participation): Day | undefined =>
  steps
    .filter(({ id }) => attendance.some(({ stepId, was }) => stepId === id && was === "present"))
    .map(({ day }) => day)
    .sort()[0];

type Ended = { readonly of: Pick<Fact, "commune" | "action">; readonly last: Day };

/** Those whose situation nobody wrote down are in no share. */
const exitFacts = (person: Participation, { of, last }: Ended): Fact[] => {
  const at = (moment: ResultMoment) => resultAt(person, moment);
  const [end, later] = [at("end"), at("M6")];
  const common = { ...of, ...whose(person) };
  return [
    ...(end === null
      ? []
      : [
          fact({ ...common, day: last, indicator: "positiveExits", good: isPositiveExit(end) }),
          fact({ ...common, day: last, indicator: "lastingExits", good: isLastingExit(end) }),
          ...(isContract(end) ? facts(["actionContracts", "contractPeople"], { ...common, day: last }) : []),
        ]),
    ...(later === null
      ? []
      : [fact({ ...common, day: addMonths(last, 6), indicator: "positiveExitsM6", good: isPositiveExit(later) })]),
  ];
};
