import { Types } from "mongoose";
import { refuseImpossible, refuseTakenHall } from "#server/events/create-job-dating.ts";
import { draftEvent } from "#server/events/draft-event.ts";
import { JobDatingModel } from "#server/events/job-dating-model.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { communeTyped } from "#server/referentials/commune-typed.ts";
import type { ForumForm } from "#shared/events/forums/forum-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";

/** People come when they like: no tables, no times. */
const withoutTimes = { slotMinutes: 0, breakMinutes: 0, maxMeetings: 0 };

/** Creates a forum as a draft; the same form sent twice is one forum. */
export const createForum = async (actor: Member, formKey: string, typed: ForumForm): Promise<{ id: string }> => {
  refuseImpossible({ ...typed, ...withoutTimes });
  const commune = communeTyped(typed.commune);
  await refuseTakenHall({ ...typed, id: formKey }, commune);
  try {
    await JobDatingModel.create({
      ...draftEvent(new Types.ObjectId(actor.accountId)),
      ...typed,
      ...withoutTimes,
      _id: new Types.ObjectId(formKey),
      kind: "forum",
      commune,
      audience: "open",
      companies: [],
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return { id: formKey };
};
