import { z } from "zod";
import { type Actor, isOfficer } from "#shared/kernel/actor.ts";
import { Id } from "#shared/kernel/ids.ts";
import { wasThere } from "./arrival.ts";
import type { DatingMeeting, JobDating, Registration } from "./job-dating.ts";
import { slotsOf } from "./slots.ts";

/** What a company says after a meeting. `next` and `hire` lead to a positioning, once the person says yes to it. */
export const verdicts = ["next", "hire", "no"] as const;
export type Verdict = (typeof verdicts)[number];

/** One company's word on one person, at one event; the last one counts. */
export const MeetingVerdict = z.object({
  id: Id,
  jobDatingId: Id,
  registrationId: Id,
  companyId: Id,
  verdict: z.enum(verdicts),
  note: z.string().nullable(),
  /** The offer it is for; null when the company has none open. */
  offerId: Id.nullable(),
  /** What became of it. */
  positioningId: Id.nullable(),
  by: Id.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type MeetingVerdict = z.infer<typeof MeetingVerdict>;

export const canGiveVerdict = (actor: Actor, companyId: string): boolean =>
  isOfficer(actor) || (actor.role === "employer" && actor.companyId === companyId);

type Met = { readonly dating: JobDating; readonly meeting: DatingMeeting | null; readonly now: Date };

/** Why there is nothing to say of a meeting: a stable code, or null when it took place. */
export const whyNoMeeting = (
  { dating, meeting, now }: Met,
  person: Pick<Registration, "arrivedAt">,
): "no-such-meeting" | "meeting-not-begun" | "person-not-there" | null => {
  const slot = meeting && slotsOf(dating)[meeting.slot];
  if (!slot || dating.status !== "published") return "no-such-meeting";
  if (slot.startsAt > now) return "meeting-not-begun";
  return wasThere(person, slot.endsAt) ? null : "person-not-there";
};
