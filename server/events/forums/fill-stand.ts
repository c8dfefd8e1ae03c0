import { now, today } from "#server/platform/clock.ts";
import type { FilledForm } from "#shared/events/forums/forum-contracts.ts";
import { mayBeFilled } from "#shared/events/forums/forum-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { findForum, findStand } from "./find-forum.ts";
import { StandModel } from "./forum-model.ts";

/** What a stand filled in the end; said again, the last word counts. */
export const fillStand = async (
  actor: Member,
  where: { readonly forumId: string; readonly standId: string },
  { filledOffers, filledTrainings }: FilledForm,
): Promise<void> => {
  const forum = await findForum(actor, where.forumId);
  await findStand(where);
  if (!mayBeFilled(forum, today())) throw new Failure("conflict", "forum-not-yet");
  await StandModel.updateOne(
    { _id: where.standId },
    { $set: { filled: { offers: filledOffers, trainings: filledTrainings, at: now() }, updatedAt: now() } },
  );
};
