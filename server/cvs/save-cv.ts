import { AccountModel } from "#server/accounts/account-model.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { CvDraft } from "#shared/cvs/cv-draft.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { type CvDocument, CvModel, toCv } from "./cv-model.ts";
import { type ReadDraft, readDraft } from "./read-draft.ts";

/** Posts a person's CV, or changes its five fields; what they added later stays. A withdrawn CV comes back. */
export const saveCv = async (actor: Member, draft: CvDraft): Promise<Cv> => {
  const read = readDraft(draft);
  const saved = draft.version === 0 ? await post(actor, read) : await change(actor, draft.version, read);
  await AccountModel.updateOne({ _id: actor.accountId }, { $set: { phone: draft.phone } });
  await enqueue(settleJob("cvs"), { id: saved._id.toHexString() });
  return toCv(saved);
};

const post = async (actor: Member, read: ReadDraft): Promise<CvDocument> => {
  const at = now();
  try {
    const created = await CvModel.create({
      ...read,
      accountId: actor.accountId,
      otherWanted: null,
      skills: [],
      diplomas: [],
      languages: [],
      availableFrom: null,
      about: "",
      blockedCompanyIds: [],
      status: "active",
      createdAt: at,
      updatedAt: at,
      lastUsedAt: at,
      version: 1,
      effects: [owe("match")],
    });
    return created.toObject();
  } catch (error) {
    if (isDuplicate(error)) throw new Failure("conflict", "stale-form"); // another tab posted it
    throw error;
  }
};

const change = async (actor: Member, version: number, read: ReadDraft): Promise<CvDocument> => {
  const at = now();
  const changed = await CvModel.findOneAndUpdate(
    { accountId: actor.accountId, version },
    {
      $set: { ...read, status: "active", updatedAt: at, lastUsedAt: at },
      $inc: { version: 1 },
      $push: { effects: owe("match") },
    },
    { returnDocument: "after" },
  ).lean();
  if (changed === null) throw new Failure("conflict", "stale-form");
  return changed;
};
