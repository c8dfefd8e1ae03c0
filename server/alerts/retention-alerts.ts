import { AccountModel } from "#server/accounts/account-model.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf, atMost } from "#server/platform/filter.ts";
import { erasedAfterDays, graceDays, noticeAfterDays, retentionStep } from "#shared/accounts/retention-rules.ts";
import { addDays, type Day, dayOf } from "#shared/kernel/calendar.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { AlertDeliveryModel } from "./alert-delivery-model.ts";
import { AlertDigestModel } from "./alert-digest-model.ts";
import { type AlertDocument, AlertModel } from "./alert-model.ts";
import { AlertReaderModel } from "./alert-reader-model.ts";

/**
 * Alerts of an address without an account are kept as an account is: two years from the last sign of the person, who
 * is told a month before. Says how many addresses were forgotten. Twice is once: the state is the alert's.
 */
export const followAlertRetention = async (): Promise<number> => {
  const limit = atMost(new Date(now().getTime() - noticeAfterDays * 86_400_000));
  const awake = { status: anyOf(["active", "paused"] as const), createdAt: limit };
  const emails = new Set<string>();
  for await (const { email } of AlertModel.find({ accountId: null, ...awake }, { email: 1 })
    .lean()
    .cursor())
    emails.add(email);
  let forgotten = 0;
  for (const email of emails) forgotten += await follow(email);
  return forgotten;
};

/** When what is held of an address will be forgotten unless the person comes: null while that is not announced. */
export const forgottenOn = async (email: string): Promise<Day | null> => {
  const kept = await keptOf(email);
  if (!kept || kept.noticedAt === null) return null;
  const [later] = [addDays(dayOf(kept.noticedAt), graceDays), addDays(dayOf(kept.seenAt), erasedAfterDays)]
    .sort() // days sort as texts
    .reverse();
  return later ?? null;
};

/** Whatever is held of an address. The digest first: while it is there, a run would claim offers for it. */
export const forgetAddress = async (email: string): Promise<void> => {
  await AlertDigestModel.deleteMany({ email });
  await AlertModel.deleteMany({ email });
  await AlertDeliveryModel.deleteMany({ email });
  await AlertReaderModel.deleteMany({ email });
};

const follow = async (email: string): Promise<number> => {
  const kept = await keptOf(email);
  if (!kept) return 0;
  const { first, seenAt, noticedAt } = kept;
  const step = retentionStep({ createdAt: seenAt, lastSeenAt: null, noticedAt }, now());
  if (step === "erase") {
    await forgetAddress(email);
    return 1;
  }
  if (step === "notice") {
    const told = { $set: { noticedAt: now() }, $push: { effects: owe("notice") } };
    await AlertModel.updateOne({ _id: first._id, noticedAt: first.noticedAt ?? null }, told);
    await enqueue(settleJob("alerts"), { id: first._id.toHexString() });
  }
  return 0;
};

type Kept = {
  /** The alert that carries the notice. */
  readonly first: AlertDocument;
  /** The person's last sign: a press, a confirmation, an offer opened. */
  readonly seenAt: Date;
  /** Null when nothing was announced since then. */
  readonly noticedAt: Date | null;
};

/** Null for an address whose account says how long it is kept. */
const keptOf = async (email: string): Promise<Kept | null> => {
  const alerts = await AlertModel.find({ email, status: anyOf(["active", "paused"] as const) }).lean();
  const [first] = alerts.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  if (!first || alerts.some(({ accountId }) => accountId !== null) || (await AccountModel.exists({ email })))
    return null;
  const reader = await AlertReaderModel.findOne({ email }).lean();
  const signs = [
    reader?.seenAt,
    ...alerts.flatMap(({ createdAt, confirmedAt, changedAt }) => [createdAt, confirmedAt, changedAt]),
  ];
  const seenAt = new Date(Math.max(...signs.map((sign) => sign?.getTime() ?? 0)));
  const noticed = first.noticedAt ?? null;
  return { first, seenAt, noticedAt: noticed !== null && noticed > seenAt ? noticed : null };
};
