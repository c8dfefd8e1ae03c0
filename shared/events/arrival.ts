import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";
import type { JobDating, Registration } from "./job-dating.ts";
import { endOf, startOf } from "./slots.ts";

/** Six letters nobody confuses, typed in any case, with or without spaces. */
export const EntranceCode = z.preprocess(
  (typed) => (typeof typed === "string" ? typed.replace(/[\s-]/g, "").toUpperCase() : typed),
  z.string({ error: "required" }).regex(/^[A-HJ-NP-Z]{6}$/, "not-a-code"),
);

const key = () => z.string({ error: "required" }).regex(/^[\w-]{8,64}$/, "not-a-key");

/** One check-in as the door noted it. `key` is the door's own: sent again after a cut, it is the same check-in. */
export const Arrival = z.object({
  key: key(),
  code: EntranceCode.optional(),
  registrationId: Id.optional(),
  /** Somebody comes into a forum and gives no name. */
  unnamed: z.literal(true).optional(),
  /** The key of the one without a name that is taken back. */
  undoes: key().optional(),
  at: z.iso.datetime({ error: "not-a-date" }),
});
export type Arrival = z.infer<typeof Arrival>;

export const arrivalOutcomes = [
  "arrived",
  "already",
  "counted",
  "uncounted",
  "unknownCode",
  "otherEvent",
  "notComing",
  "waiting",
  "notToday",
] as const;
export type ArrivalOutcome = (typeof arrivalOutcomes)[number];

export const ArrivalAnswer = z.object({
  key: z.string(),
  outcome: z.enum(arrivalOutcomes),
  registrationId: Id.nullable(),
  /** When they came in: now, or at the check-in that counted before this one. */
  at: z.iso.datetime().nullable(),
  /** The other event's title, for its officer to say where to go. */
  elsewhere: z.string().nullable(),
});
export type ArrivalAnswer = z.infer<typeof ArrivalAnswer>;

/** Also what the other doors noted, so that each knows who is in. */
export const ArrivalsAnswer = z.object({
  answers: z.array(ArrivalAnswer),
  arrived: z.array(z.object({ registrationId: Id, at: z.iso.datetime() })),
  /** How many came in without a name. */
  unnamed: z.int(),
});
export type ArrivalsAnswer = z.infer<typeof ArrivalsAnswer>;

const hour = 3_600_000;

/** The door opens some hours early: those who set the hall up try it. */
const opensBefore = 3 * hour;
/** A tablet that came back late may still tell what happened; not a day after. */
const mayBeTold = 24 * hour;

type Hours = Pick<JobDating, "day" | "opens" | "closes" | "status">;

/**
 * When somebody came in, from the door's clock: never in the future, whatever the tablet believes. Null when the
 * event's door is not open.
 */
export const arrivalTime = (dating: Hours, at: Date, now: Date): Date | null => {
  const early = new Date(startOf(dating).getTime() - opensBefore);
  const late = new Date(endOf(dating).getTime() + mayBeTold);
  if (dating.status !== "published" || now < early || now > late) return null;
  const seen = at > now ? now : at;
  if (seen > endOf(dating)) return null;
  return seen < early ? early : seen;
};

export const isDoorOpen = (dating: Hours, now: Date): boolean => arrivalTime(dating, now, now) !== null;

/** Whether somebody was in the hall at this slot. */
export const wasThere = ({ arrivedAt }: Pick<Registration, "arrivedAt">, endsAt: Date): boolean =>
  arrivedAt !== null && new Date(arrivedAt) < endsAt;
