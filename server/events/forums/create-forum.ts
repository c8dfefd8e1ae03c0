import { Types } from "mongoose";
import { refuseImpossible, refuseTakenHall } from "#server/events/create-job-dating.ts";
import { JobDatingModel } from "#server/events/job-dating-model.ts";
import { now } from "#server/platform/clock.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { findCommune } from "#server/referentials/find-commune.ts";
import type { ForumForm } from "#shared/events/forums/forum-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { wrongField } from "#shared/kernel/failure.ts";

/** People come when they like: no tables, no times. */
const withoutTimes = { slotMinutes: 0, breakMinutes: 0, maxMeetings: 0 };

/** Creates a forum as a draft; the same form sent twice is one forum. */
export const createForum = async (actor: Member, formKey: string, typed: ForumForm): Promise<{ id: string }> => {
  refuseImpossible({ ...typed, ...withoutTimes });
  const commune = findCommune(typed.commune);
  if (!commune) throw wrongField("commune", "unknown-commune");
  await refuseTakenHall({ ...typed, id: formKey }, commune);
  try {
    await JobDatingModel.create({
      ...typed,
      ...withoutTimes,
      _id: new Types.ObjectId(formKey),
      kind: "forum",
      commune,
      audience: "open",
      status: "draft",
      companies: [],
      invitedIds: [],
      locked: [],
      forbidden: [],
      added: [],
      basis: 0,
      plan: null,
      announced: null,
      officerId: new Types.ObjectId(actor.accountId),
      lastBadge: 0,
      version: 0,
      createdAt: now(),
      updatedAt: now(),
      effects: [],
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  return { id: formKey };
};
