import { Types } from "mongoose";
import type { ActionDocument, ParticipationDocument } from "#server/events/actions/action-model.ts";
import { now, today } from "#server/platform/clock.ts";
import type { ActionStepKind, Outcome } from "#shared/events/actions/collective-action.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Chance } from "./chance.ts";
import { daysAgo } from "./demo-companies.ts";

type Given = {
  readonly people: readonly { readonly _id: Types.ObjectId }[];
  readonly officerId: Types.ObjectId;
  readonly town: Commune;
};

/** Two collective actions: one that ended last week, with its attendance and first results, and one to come. */
export const demoActions = (luck: Chance, { people, officerId, town }: Given) => {
  const past = action({ title: "Clés de l’emploi, métiers du soin", officerId, town, firstDay: -40 });
  const next = action({ title: "Clés de l’emploi, métiers de l’industrie", officerId, town, firstDay: 6 });
  const came = people
    .slice(20, 29)
    .map(({ _id }) => participation(past, { accountId: _id, officerId, luck, done: true }));
  const coming = people
    .slice(30, 37)
    .map(({ _id }, at) => participation(next, { accountId: _id, officerId, luck, done: false, answered: at < 5 }));
  return { actions: [past, next], participations: [...came, ...coming] };
};

const road: readonly (readonly [ActionStepKind, number])[] = [
  ["informationMeeting", 0],
  ["cvWorkshop", 7],
  ["interviewTraining", 14],
  ["companyVisit", 21],
  ["jobDating", 33],
];

const action = (given: {
  title: string;
  officerId: Types.ObjectId;
  town: Commune;
  firstDay: number;
}): ActionDocument => ({
  _id: new Types.ObjectId(),
  kind: "keys",
  title: given.title,
  commune: given.town,
  places: 10,
  asksM12: false,
  beneficiaries: null,
  steps: road.map(([kind, after]) => ({
    id: new Types.ObjectId(),
    kind,
    day: addDays(today(), given.firstDay + after),
    place: kind === "companyVisit" ? null : "Salle de l’Essai",
  })) as never, // ids of parts: the stored type keeps `id` as the noun's text
  officerId: given.officerId,
  cancelledAt: null,
  version: 1,
  createdAt: daysAgo(60, 9),
  updatedAt: daysAgo(1, 9),
  effects: [],
});

type One = { accountId: Types.ObjectId; officerId: Types.ObjectId; luck: Chance; done: boolean; answered?: boolean };

const found: readonly Outcome[] = [
  "permanent",
  "longFixedTerm",
  "shortFixedTerm",
  "training",
  "searching",
  "temporaryWork",
];

const participation = (
  { _id, steps }: ActionDocument,
  { accountId, officerId, luck, done, answered = true }: One,
): ParticipationDocument => ({
  _id: new Types.ObjectId(),
  actionId: _id,
  accountId,
  proposedBy: officerId,
  reason: "Cherche un métier proche, prêt à découvrir une entreprise.",
  status: answered ? "accepted" : "proposed",
  statusAt: daysAgo(3, 9),
  acceptedAt: answered ? daysAgo(3, luck.int(7, 18)) : null,
  toldPlace: answered,
  attendance: done
    ? (steps.map(({ id }) => ({ stepId: id, was: luck.int(0, 9) < 8 ? "present" : "excused" })) as never)
    : [],
  results: done && luck.int(0, 9) < 7 ? [{ moment: "end", outcome: luck.pick(found), at: now(), by: officerId }] : [],
  updatedAt: daysAgo(1, 9),
  effects: [],
});
