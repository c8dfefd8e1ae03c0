import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { findForum, tellForumChanged } from "./find-forum.ts";
import { ForumContactModel, StandModel } from "./forum-model.ts";

type Where = { readonly forumId: string; readonly standId: string; readonly forumContactId: string };

/** A contact noted by mistake; one that led to a positioning is followed there, and stays. */
export const takeBackContact = async (actor: Member, { forumId, standId, forumContactId }: Where): Promise<void> => {
  await findForum(actor, forumId);
  const stand = await StandModel.findById(standId, { noted: 1 }).lean();
  const gone = await ForumContactModel.deleteOne({ _id: forumContactId, forumId, standId, positioningId: null });
  if (gone.deletedCount === 0) {
    if (await ForumContactModel.exists({ _id: forumContactId, forumId }))
      throw new Failure("conflict", "contact-is-followed");
    return;
  }
  if (!(await ForumContactModel.exists({ forumId, standId })))
    await StandModel.updateOne({ _id: standId, noted: stand?.noted ?? 0 }, { $set: { noted: 0 } });
  tellForumChanged(forumId);
};
