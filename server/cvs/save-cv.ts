import { AccountModel } from "#server/accounts/account-model.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { CvDraft } from "#shared/cvs/cv-draft.ts";
import { settleConsent } from "#shared/cvs/library-consent.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { type CvDocument, CvModel, toCv } from "./cv-model.ts";
import { type ReadDraft, readDraft } from "./read-draft.ts";

/** What a CV read from a file says beside the five fields. */
export type MoreOfCv = Partial<Pick<Cv, "skills" | "diplomas" | "languages">>;

/** Posts a person's CV, or changes its five fields; what they added later stays. A withdrawn CV comes back. */
export const saveCv = async (actor: Member, draft: CvDraft, more: MoreOfCv = {}): Promise<Cv> => {
  const read = { ...readDraft(draft), ...more };
  const wish: Wish = { visibility: draft.visibility, agrees: draft.libraryConsent, at: now().toISOString() };
  const saved =
    draft.version === 0 ? await post(actor, read, wish) : await change(actor, draft.version, { read, wish });
  await AccountModel.updateOne({ _id: actor.accountId }, { $set: { phone: draft.phone } });
  await enqueue(settleJob("cvs"), { id: saved._id.toHexString() });
  return toCv(saved);
};

type Wish = Parameters<typeof settleConsent>[1];

const post = async (actor: Member, read: ReadDraft & MoreOfCv, wish: Wish): Promise<CvDocument> => {
  const at = now();
  const { said, ...settled } = settleConsent(null, wish);
  try {
    const created = await CvModel.create({
      skills: [],
      diplomas: [],
      languages: [],
      ...read,
      ...settled,
      consents: said ? [said] : [],
      accountId: actor.accountId,
      otherWanted: null,
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

type Change = { read: ReadDraft & MoreOfCv; wish: Wish };

const change = async (actor: Member, version: number, { read, wish }: Change): Promise<CvDocument> => {
  const at = now();
  const before = await CvModel.findOne({ accountId: actor.accountId, version }).lean();
  if (before === null) throw new Failure("conflict", "stale-form");
  const { said, ...settled } = settleConsent(toCv(before), wish);
  const changed = await CvModel.findOneAndUpdate(
    { accountId: actor.accountId, version },
    {
      $set: { ...read, ...settled, status: "active", updatedAt: at, lastUsedAt: at },
      $inc: { version: 1 },
      $push: { effects: owe("match"), ...(said && { consents: said }) },
    },
    { returnDocument: "after" },
  ).lean();
  if (changed === null) throw new Failure("conflict", "stale-form");
  return changed;
};
