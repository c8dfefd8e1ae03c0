import { now } from "#server/platform/clock.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { type Arrival, type ArrivalAnswer, arrivalTime } from "#shared/events/arrival.ts";
import { isForum } from "#shared/events/forums/forum.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { UnnamedVisitModel } from "./forum-model.ts";

type Answered = Pick<ArrivalAnswer, "outcome"> & Partial<ArrivalAnswer>;

/** Somebody without a name came into a forum; the same press sent again counts once. */
export const noteUnnamed = async (forum: JobDating, { key, at }: Arrival): Promise<Answered> => {
  const came = arrivalTime(forum, new Date(at), now());
  if (!isForum(forum) || came === null) return { outcome: "notToday" };
  try {
    await UnnamedVisitModel.create({ forumId: forum.id, key, at: came });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return { outcome: "counted", at: came.toISOString() };
};

/** Taken back twice, or never counted: it does not count. */
export const takeBackUnnamed = async ({ id }: JobDating, key: string): Promise<Answered> => {
  await UnnamedVisitModel.deleteOne({ forumId: id, key });
  return { outcome: "uncounted" };
};

/** For a page without script: the last one. */
export const takeBackLastUnnamed = async ({ id }: JobDating): Promise<void> => {
  await UnnamedVisitModel.findOneAndDelete({ forumId: id }, { sort: { at: -1 } });
};

export const countUnnamed = async (forumId: string): Promise<number> => UnnamedVisitModel.countDocuments({ forumId });
