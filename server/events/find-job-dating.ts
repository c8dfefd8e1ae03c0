import { now, today } from "#server/platform/clock.ts";
import { anyOf, atLeast, not } from "#server/platform/filter.ts";
import { isForum } from "#shared/events/forums/forum.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import {
  canRunJobDatings,
  canSeeJobDating,
  comingFirst,
  inAndWaiting,
  isOver,
} from "#shared/events/job-dating-rules.ts";
import { type Actor, isMember, isOfficer, isStaff } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { standNames } from "./forums/stand-names.ts";
import { JobDatingModel, RegistrationModel, toJobDating, toRegistration } from "./job-dating-model.ts";

/** @throws missing for what this actor may not see */
export const findJobDating = async (actor: Actor, jobDatingId: string): Promise<JobDating> => {
  const dating = await jobDatingById(jobDatingId);
  if (!canSeeJobDating(actor, dating)) throw new Failure("missing", "missing-page");
  return dating;
};

/** The same for those who run it. */
export const findToRun = async (actor: Actor, jobDatingId: string): Promise<JobDating> => {
  if (!canRunJobDatings(actor)) throw new Failure("missing", "missing-page");
  return jobDatingById(jobDatingId);
};

/** The same where there are tables and times: a forum has none. */
export const findTabled = async (actor: Actor, jobDatingId: string): Promise<JobDating> => {
  const dating = await findToRun(actor, jobDatingId);
  if (isForum(dating)) throw new Failure("missing", "missing-page");
  return dating;
};

/** For what the system does, and for whoever holds a registration's own link. */
export const jobDatingById = async (jobDatingId: string): Promise<JobDating> => {
  const document = await JobDatingModel.findById(jobDatingId).lean();
  if (!document) throw new Failure("missing", "missing-page");
  return toJobDating(document);
};

/** The job datings an actor may find, the soonest first; `canSeeJobDating` is the same rule for one. */
const datingsVisibleTo = (actor: Actor) => {
  if (isOfficer(actor)) return {};
  const published = { status: "published" as const };
  if (isStaff(actor)) return published;
  const open = { ...published, audience: "open" as const };
  return isMember(actor) ? { $or: [open, { ...published, invitedIds: actor.accountId }] } : open;
};

export const listUpcoming = async (actor: Actor): Promise<JobDating[]> => {
  const found = await JobDatingModel.find({
    $and: [datingsVisibleTo(actor), { status: "published", day: atLeast(today()) }],
  })
    .sort({ day: 1, opens: 1 })
    .limit(100)
    .lean();
  return found.map(toJobDating).filter((dating) => !isOver(dating, now()));
};

export type Listed = {
  readonly dating: JobDating;
  readonly stands: number;
  readonly placed: number;
  readonly waiting: number;
};

/** All of them for the desk, the next one first, with how many come. */
export const listForDesk = async (): Promise<Listed[]> => {
  const datings = (await JobDatingModel.find().sort({ day: -1, opens: -1 }).limit(100).lean())
    .map(toJobDating)
    .sort(comingFirst(today()));
  const queues = await RegistrationModel.find(
    { jobDatingId: anyOf(datings.map(({ id }) => id)), status: "active" },
    { jobDatingId: 1 },
  ).lean();
  const stands = await standNames(datings.filter(isForum).map(({ id }) => id));
  return datings.map((dating) => {
    const count = queues.filter(({ jobDatingId }) => jobDatingId.toHexString() === dating.id).length;
    return {
      dating,
      stands: stands.get(dating.id)?.length ?? 0,
      placed: Math.min(count, dating.capacity),
      waiting: Math.max(0, count - dating.capacity),
    };
  });
};

/** Everyone registered, in the order in which they came. */
export const queueOf = async (jobDatingId: string): Promise<Registration[]> => {
  const found = await RegistrationModel.find({ jobDatingId, queuedAt: not(null) })
    .sort({ queuedAt: 1, _id: 1 })
    .limit(5000)
    .lean();
  return found.map(toRegistration);
};

export const peopleOf = async (dating: JobDating) => inAndWaiting(await queueOf(dating.id), dating.capacity);
