import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { Id } from "#shared/kernel/ids.ts";
import { followUpKinds, followUpResults, matchLevels, positioningStatuses } from "./positioning-words.ts";

/** `by` is null when the system did it. */
export const PositioningStep = z.object({
  status: z.enum(positioningStatuses),
  at: z.iso.datetime(),
  by: Id.nullable(),
  note: z.string().nullable(),
});
export type PositioningStep = z.infer<typeof PositioningStep>;

/** The call planned one, three, six, and where it is asked twelve months after the first day at work; tried again when nobody answers. */
export const FollowUp = z.object({
  kind: z.enum(followUpKinds),
  dueOn: Day,
  doneAt: z.iso.datetime().nullable(),
  result: z.enum(followUpResults).nullable(),
  note: z.string().nullable(),
  /** The days on which nobody took the call; cards written before it was kept have none. */
  missedOn: z.array(Day).optional(),
  /** The person or the company asks somebody to come between them. */
  mediation: z.boolean().optional(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** The card went from one officer to another. */
export const Handover = z.object({ at: z.iso.datetime(), by: Id, officerId: Id });

/** The ranking's word on the day of the suggestion, kept as it was said. */
export const PositioningMatch = z.object({
  score: z.number(),
  level: z.enum(matchLevels),
  weightsVersion: z.string(),
  reasons: z.array(z.string()),
});
export type PositioningMatch = z.infer<typeof PositioningMatch>;

/** An officer puts one candidate forward for one offer. One per offer and person. */
export const Positioning = z.object({
  id: Id,
  offerId: Id,
  /** The candidate. */
  accountId: Id,
  cvId: Id,
  companyId: Id,
  officerId: Id,
  status: z.enum(positioningStatuses),
  /** Since when it is in this state: each card shows how long it has waited. */
  statusAt: z.iso.datetime(),
  steps: z.array(PositioningStep),
  match: PositioningMatch.nullable(),
  interviewAt: z.iso.datetime().nullable(),
  interviewPlace: z.string().nullable(),
  startsOn: Day.nullable(),
  followUps: z.array(FollowUp),
  handovers: z.array(Handover).nullable(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Positioning = z.infer<typeof Positioning>;
