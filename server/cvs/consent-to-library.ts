import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { settleConsent } from "#shared/cvs/library-consent.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { CvModel } from "./cv-model.ts";
import { cvOf } from "./find-cv.ts";

/** Opens the CV to employers without its name, or closes it to them: one act, true as soon as it is answered. */
export const setLibraryConsent = async (actor: Member, visibility: "anonymous" | "staff"): Promise<void> => {
  const before = await cvOf(actor.accountId);
  if (before.visibility === "hidden") throw new Failure("conflict", "changed-meanwhile");
  const at = now().toISOString();
  const { said, ...settled } = settleConsent(before, { visibility, agrees: visibility === "anonymous", at });
  if (said === null) return; // pressed twice, or nothing to take back
  const changed = await CvModel.updateOne(
    { accountId: actor.accountId, version: before.version },
    {
      $set: { ...settled, updatedAt: now() },
      $push: { consents: said, effects: owe("match") },
      $inc: { version: 1 },
    },
  );
  if (changed.matchedCount === 0) throw new Failure("conflict", "changed-meanwhile");
  await enqueue(settleJob("cvs"), { id: before.id });
};
