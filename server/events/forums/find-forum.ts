import { findToRun, jobDatingById } from "#server/events/find-job-dating.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { type ForumContact, isForum, type Stand } from "#shared/events/forums/forum.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { ForumContactModel, StandModel, toForumContact, toStand } from "./forum-model.ts";

/** @throws missing for what is no forum, and for whoever does not run them */
export const findForum = async (actor: Actor, forumId: string): Promise<JobDating> =>
  onlyForum(await findToRun(actor, forumId));

export const forumById = async (forumId: string): Promise<JobDating> => onlyForum(await jobDatingById(forumId));

const onlyForum = (event: JobDating): JobDating => {
  if (!isForum(event)) throw new Failure("missing", "missing-page");
  return event;
};

export const findStand = async ({ forumId, standId }: { forumId: string; standId: string }): Promise<Stand> => {
  const found = await StandModel.findOne({ _id: standId, forumId }).lean();
  if (!found) throw new Failure("missing", "missing-page");
  return toStand(found);
};

export const standsOf = async (forumId: string): Promise<Stand[]> =>
  (await StandModel.find({ forumId }).sort({ number: 1 }).limit(500).lean()).map(toStand);

/** Whom a stand met, or the whole forum; the newest first. */
export const contactsOf = async (where: { forumId: string; standId?: string }): Promise<ForumContact[]> =>
  (await ForumContactModel.find(where).sort({ createdAt: -1 }).limit(20_000).lean()).map(toForumContact);

export const tellForumChanged = (forumId: string): void =>
  sendSignal("staff", "job-dating-changed", { jobDatingId: forumId });
