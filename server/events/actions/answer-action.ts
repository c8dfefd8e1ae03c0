import { markContact } from "#server/accounts/retention-accounts.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { readLink } from "#server/platform/signed-link.ts";
import { afterParticipationAnswer, type ParticipationAnswer } from "#shared/events/actions/action-rules.ts";
import type { Participation, ParticipationStatus } from "#shared/events/actions/collective-action.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { ParticipationModel, toParticipation } from "./action-model.ts";
import { isOpenAction } from "./propose-action.ts";
import { findAction } from "./run-action.ts";

/** What the mail's link is signed for. */
export const participationLink = "participation";

/** @throws gone when the link was not made by us, or the proposal is no more */
export const findParticipationByLink = async (token: string): Promise<Participation> => {
  const id = readLink(participationLink, token);
  const found = id === null ? null : await ParticipationModel.findById(id).lean();
  if (!found) throw new Failure("gone", "link-is-over");
  return toParticipation(found);
};

export const answerActionByLink = async (token: string, answer: ParticipationAnswer): Promise<void> => {
  const participation = await findParticipationByLink(token);
  await markContact(participation.accountId);
  await move(participation, answer);
};

/** @throws missing for one that is not this person's */
export const answerMyAction = async (
  actor: Member,
  participationId: string,
  answer: ParticipationAnswer,
): Promise<void> => {
  const found = await ParticipationModel.findOne({ _id: participationId, accountId: actor.accountId }).lean();
  if (!found) throw new Failure("missing", "missing-page");
  await move(toParticipation(found), answer);
};

const meant: Record<ParticipationAnswer, ParticipationStatus> = { yes: "accepted", no: "declined", leave: "left" };

/** The same press twice is one answer; a yes comes last in the queue, a place left goes to the first who waits. */
const move = async (participation: Participation, answer: ParticipationAnswer): Promise<void> => {
  if (participation.status === meant[answer]) return;
  const to = afterParticipationAnswer(participation.status, answer);
  if (to === null) throw new Failure("conflict", "changed-meanwhile");
  if (to === "accepted" && !isOpenAction(await findAction(participation.actionId)))
    throw new Failure("conflict", "action-is-over");
  const moved = await ParticipationModel.updateOne(
    { _id: participation.id, status: participation.status },
    {
      $set: {
        status: to,
        statusAt: now(),
        updatedAt: now(),
        ...(to === "accepted" ? { acceptedAt: now(), toldPlace: false } : {}),
      },
      $push: { effects: owe("places") },
    },
  );
  if (moved.modifiedCount === 0) {
    const still = await ParticipationModel.findById(participation.id, { status: 1 }).lean();
    if (still?.status !== to) throw new Failure("conflict", "changed-meanwhile");
    return;
  }
  await enqueue(settleJob("participations"), { id: participation.id });
};
