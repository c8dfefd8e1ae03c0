import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { Id } from "#shared/kernel/ids.ts";
import { Commune } from "#shared/referentials/commune.ts";

/** Clés de l'emploi, Pass pour l'emploi, a workshop of its own. */
export const actionKinds = ["keys", "pass", "workshop"] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStepKinds = [
  "informationMeeting",
  "cvWorkshop",
  "interviewTraining",
  "companyVisit",
  "jobDating",
  "other",
] as const;
export type ActionStepKind = (typeof actionStepKinds)[number];

export const ActionStep = z.object({
  id: Id,
  kind: z.enum(actionStepKinds),
  day: Day,
  place: z.string().nullable(),
});
export type ActionStep = z.infer<typeof ActionStep>;

/** A group that goes through the same steps, with so many places. */
export const CollectiveAction = z.object({
  id: Id,
  kind: z.enum(actionKinds),
  title: z.string(),
  commune: Commune,
  places: z.int(),
  /** Whether its people are asked for once more after twelve months. */
  asksM12: z.boolean(),
  steps: z.array(ActionStep),
  /** How many of those who came receive the RSA: one number for the group, never anybody's status. */
  beneficiaries: z.int().nullable(),
  officerId: Id,
  cancelledAt: z.iso.datetime().nullable(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type CollectiveAction = z.infer<typeof CollectiveAction>;

export const participationStatuses = ["proposed", "accepted", "declined", "left"] as const;
export type ParticipationStatus = (typeof participationStatuses)[number];

export const attendances = ["present", "absent", "excused"] as const;
export type Attendance = (typeof attendances)[number];

/** When what became of a person is asked: at the end, after six months, after twelve where the action wants it. */
export const resultMoments = ["end", "M6", "M12"] as const;
export type ResultMoment = (typeof resultMoments)[number];

/**
 * Where a person is. The groups are those of "sorties dynamiques" (circulaire DGEFP n° 2008-21): lasting job
 * (permanent, six months or more, own business), job of transition (shorter, temporary work), positive exit
 * (training that qualifies). The last three are none of them.
 */
export const outcomes = [
  "permanent",
  "longFixedTerm",
  "ownBusiness",
  "shortFixedTerm",
  "temporaryWork",
  "training",
  "searching",
  "stopped",
  "unknown",
] as const;
export type Outcome = (typeof outcomes)[number];

export const ActionResult = z.object({
  moment: z.enum(resultMoments),
  outcome: z.enum(outcomes),
  at: z.iso.datetime(),
  by: Id,
});
export type ActionResult = z.infer<typeof ActionResult>;

/** One person and one action. */
export const Participation = z.object({
  id: Id,
  actionId: Id,
  accountId: Id,
  proposedBy: Id.nullable(),
  /** Why: the officer reads it, and the person if they ask. */
  reason: z.string().nullable(),
  status: z.enum(participationStatuses),
  statusAt: z.iso.datetime(),
  /** The order of the yeses decides who has a place; null before one. */
  acceptedAt: z.iso.datetime().nullable(),
  /** Whether the person was told that they have a place. */
  toldPlace: z.boolean(),
  attendance: z.array(z.object({ stepId: Id, was: z.enum(attendances) })),
  results: z.array(ActionResult),
  updatedAt: z.iso.datetime(),
});
export type Participation = z.infer<typeof Participation>;
