import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf, atMost } from "#server/platform/filter.ts";
import { readLink } from "#server/platform/signed-link.ts";
import {
  noticeAfterDays,
  type RetentionStep,
  retentionStep,
  selfServingRoles,
} from "#shared/accounts/retention-rules.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { type AccountDocument, AccountModel } from "./account-model.ts";

/** What the notice's link is signed for. */
export const keepLink = "keep-account";

/** The person came: whatever was planned for want of a visit is off. */
export const markContact = async (accountId: string): Promise<boolean> => {
  const seen = { $set: { lastSeenAt: now(), noticedAt: null } };
  return (await AccountModel.updateOne({ _id: accountId, leavingAt: null }, seen)).matchedCount > 0;
};

/** @throws gone when the link is not ours, or the account is no more */
export const keepByLink = async (token: string): Promise<void> => {
  const accountId = readLink(keepLink, token);
  if (accountId === null || !(await markContact(accountId))) throw new Failure("gone", "link-is-over");
};

export const isKeepLink = async (token: string): Promise<boolean> => {
  const accountId = readLink(keepLink, token);
  return accountId !== null && (await AccountModel.exists({ _id: accountId, leavingAt: null })) !== null;
};

/** Tells those who have not come for 700 days, and lets those of 730 leave. Twice is once: the state is theirs. */
export const followRetention = async (): Promise<{ noticed: number; left: number }> => {
  const told = { noticed: 0, left: 0 };
  for await (const account of longGone().lean().cursor({ batchSize: 200 })) {
    const step = retentionStep(account, now());
    if (step === "keep" || !(await take(account, step))) continue;
    told[step === "notice" ? "noticed" : "left"] += 1;
    await enqueue(settleJob("accounts"), { id: account._id.toHexString() });
  }
  return told;
};

const longGone = () => {
  const limit = atMost(new Date(now().getTime() - noticeAfterDays * 86_400_000));
  const theirs = { role: anyOf(selfServingRoles), leavingAt: null };
  return AccountModel.find({ ...theirs, $or: [{ lastSeenAt: limit }, { lastSeenAt: null, createdAt: limit }] });
};

/** One update, on the account as it was read: a visit in between wins. */
const take = async (account: AccountDocument, step: Exclude<RetentionStep, "keep">): Promise<boolean> => {
  const { _id, lastSeenAt, noticedAt } = account;
  const change =
    step === "notice"
      ? { $set: { noticedAt: now() }, $push: { effects: owe("notice") } }
      : { $set: { leavingAt: now(), status: "disabled" as const }, $push: { effects: owe("erase", "unused") } };
  return (await AccountModel.updateOne({ _id, lastSeenAt, noticedAt, leavingAt: null }, change)).modifiedCount > 0;
};
