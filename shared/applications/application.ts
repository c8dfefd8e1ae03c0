import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { Id } from "#shared/kernel/ids.ts";

export const applicationStatuses = ["new", "seen", "interview", "accepted", "refused", "withdrawn", "lapsed"] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

export const refusalReasons = [
  "filled",
  "experience",
  "skills",
  "licence",
  "distance",
  "availability",
  "other",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** `by` is null when the system did it. */
export const ApplicationStep = z.object({
  status: z.enum(applicationStatuses),
  at: z.iso.datetime(),
  by: Id.nullable(),
});
export type ApplicationStep = z.infer<typeof ApplicationStep>;

/** A candidate applied to an offer with a CV. One per offer and person. */
export const Application = z.object({
  id: Id,
  offerId: Id,
  accountId: Id,
  companyId: Id,
  cvId: Id,
  message: z.string(),
  status: z.enum(applicationStatuses),
  steps: z.array(ApplicationStep),
  refusalReason: z.enum(refusalReasons).nullable(),
  /** What the employer wrote to the candidate with the last step. */
  answerText: z.string().nullable(),
  /** When and if the employer named a day and an hour. */
  interviewAt: z.iso.datetime().nullable(),
  /** The day something happens if nobody moves: a reminder, then the lapse. Null once it is over. */
  nextDeadline: Day.nullable(),
  nudgedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Application = z.infer<typeof Application>;
