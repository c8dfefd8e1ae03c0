import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import type { CvStatus } from "#shared/cvs/cv.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { ContactRequestModel } from "./contact-request-model.ts";
import { CvModel } from "./cv-model.ts";
import { CvViewModel } from "./cv-view-model.ts";
import { KeptFileModel } from "./kept-file-model.ts";

// Whoever withdraws must vanish at once: every reader asks MongoDB for the status, nothing waits for a queue.
export const withdrawCv = (actor: Member): Promise<void> => setStatus(actor, "withdrawn");

export const restoreCv = (actor: Member): Promise<void> => setStatus(actor, "active");

/** Erases the CV, what companies wrote about it and who looked. Applications keep what was sent with them. */
export const eraseCv = async (actor: Member): Promise<void> => {
  const { accountId } = actor;
  await CvModel.deleteOne({ accountId });
  await Promise.all([
    ContactRequestModel.deleteMany({ accountId }),
    CvViewModel.deleteMany({ accountId }),
    KeptFileModel.deleteOne({ accountId }),
  ]);
};

/** Twice is once: the state asked for is the state there is. */
const setStatus = async (actor: Member, status: CvStatus): Promise<void> => {
  const changed = await CvModel.findOneAndUpdate(
    { accountId: actor.accountId },
    { $set: { status, updatedAt: now() }, $inc: { version: 1 }, $push: { effects: owe("match") } },
    { projection: { _id: 1 } },
  ).lean();
  if (changed === null) throw new Failure("conflict", "no-cv-yet");
  await enqueue(settleJob("cvs"), { id: changed._id.toHexString() });
};
