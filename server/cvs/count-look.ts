import { now, today } from "#server/platform/clock.ts";
import { lessThan, not } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { dailyCvQuota } from "#shared/cvs/cv-rules.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { LookDayModel } from "./look-day-model.ts";

/**
 * Counts one CV opened by an account today; the same CV again is not counted twice.
 * @throws Failure "too-many" / "too-many-looks" past the day's quota
 */
export const countLook = async (accountId: string, cvId: string): Promise<void> => {
  const _id = `${accountId}|${today()}`;
  try {
    await LookDayModel.updateOne(
      { _id, cvIds: not(cvId), count: lessThan(dailyCvQuota) },
      {
        $push: { cvIds: cvId },
        $inc: { count: 1 },
        $setOnInsert: { expiresAt: new Date(now().getTime() + twoDaysMs) },
      },
      { upsert: true },
    );
  } catch (error) {
    // the document is there but not as asked: this CV is counted already, the quota is reached, or two came first at once
    if (!isDuplicate(error)) throw error;
    await settleSecond(_id, cvId);
  }
};

const twoDaysMs = 2 * 86_400_000;

const settleSecond = async (_id: string, cvId: string): Promise<void> => {
  if (await LookDayModel.exists({ _id, cvIds: cvId })) return;
  const counted = await LookDayModel.updateOne(
    { _id, cvIds: not(cvId), count: lessThan(dailyCvQuota) },
    { $push: { cvIds: cvId }, $inc: { count: 1 } },
  );
  if (counted.matchedCount > 0 || (await LookDayModel.exists({ _id, cvIds: cvId }))) return;
  throw new Failure("too-many", "too-many-looks");
};

/** How many CVs this account may still open today. */
export const looksLeft = async (accountId: string): Promise<number> => {
  const day = await LookDayModel.findById(`${accountId}|${today()}`, { count: 1 }).lean();
  return Math.max(0, dailyCvQuota - (day?.count ?? 0));
};
