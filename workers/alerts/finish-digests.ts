import { AlertDeliveryModel } from "#server/alerts/alert-delivery-model.ts";
import { type AlertDigest, AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { AlertModel, toAlert } from "#server/alerts/alert-model.ts";
import { AlertReaderModel } from "#server/alerts/alert-reader-model.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf, lessThan, not } from "#server/platform/filter.ts";
import { dispatchMails } from "#server/platform/mail/dispatch.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { Alert } from "#shared/alerts/alert.ts";
import { mailsRemembered } from "#shared/alerts/alert-pace.ts";
import { isAwake } from "#shared/alerts/alert-rules.ts";
import { alreadyGot } from "./already-got.ts";
import { mailsOf, type ReadyMail } from "./digest-mails.ts";

/**
 * Claims the offers, promises the mails, remembers them, moves the cursors, forgets the plans: in this order, each step
 * harmless to repeat, so that wherever a run is cut the next one ends it with the same mails.
 */
export const finishDigests = async (planned: readonly AlertDigest[]): Promise<void> => {
  if (planned.length === 0) return;
  const found = await AlertModel.find({ _id: anyOf(planned.flatMap(alertIdsOf)) }).lean();
  const alerts = new Map(found.map(toAlert).map((alert) => [alert.id, alert]));
  const digests = await claim(planned, alerts);
  if (digests.length === 0) return;
  for (const [id, alert] of alerts) if (!isAwake(alert, now())) alerts.delete(id); // paused or stopped since the plan
  await claimOffers(digests, alerts);
  const mails = await mailsOf(digests, alerts);
  await dispatchMails(mails.map(({ mail }) => mail));
  await remember(mails);
  await moveCursors(digests, alerts);
  await AlertDigestModel.deleteMany({ _id: anyOf(digests.map(({ _id }) => _id)) });
};

type Alerts = ReadonlyMap<string, Alert>;

const alertIdsOf = ({ alerts }: AlertDigest): string[] => alerts.map(({ alertId }) => String(alertId));

/** A plan made from old cursors, because another run was served meanwhile, is dropped. */
const claim = async (planned: readonly AlertDigest[], alerts: Alerts): Promise<AlertDigest[]> => {
  const isStale = (digest: AlertDigest): boolean =>
    digest.state === "planned" &&
    digest.alerts.some(({ alertId, cursor }) => (alerts.get(String(alertId))?.cursor ?? cursor) !== cursor);
  const stale = planned.filter(isStale).map(({ _id }) => _id);
  if (stale.length > 0) await AlertDigestModel.deleteMany({ _id: anyOf(stale), state: "planned" });
  const kept = planned.filter((digest) => !isStale(digest));
  const fresh = kept.filter(({ state }) => state === "planned").map(({ _id }) => _id);
  if (fresh.length > 0) await AlertDigestModel.updateMany({ _id: anyOf(fresh) }, { $set: { state: "claimed" } });
  return kept;
};

/** The unique index decides: an offer that another mail to this address claimed is not this one's. */
const claimOffers = async (digests: readonly AlertDigest[], alerts: Alerts): Promise<void> => {
  const ours = new Set(digests.map(({ _id }) => String(_id)));
  const got = await alreadyGot(digests, ours);
  const claimed = digests.flatMap(({ _id, email, offers }) =>
    offers
      .filter((offer) => alerts.has(String(offer.alertId)) && !got(email, offer))
      .map(({ offerId, alertId, likeness }) => ({ email, offerId, alertId, digestId: _id, likeness, at: now() })),
  );
  if (claimed.length === 0) return;
  await AlertDeliveryModel.insertMany(claimed, { ordered: false, lean: true }).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
  });
};

/** Each person's last mails, once each. */
const remember = async (mails: readonly ReadyMail[]): Promise<void> => {
  if (mails.length === 0) return;
  const emails = mails.map(({ digest }) => digest.email);
  const known = new Set((await AlertReaderModel.find({ email: anyOf(emails) }, { email: 1 }).lean()).map(emailOf));
  const blank = emails.filter((email) => !known.has(email)).map((email) => ({ email, sent: [], seenAt: null }));
  if (blank.length > 0)
    await AlertReaderModel.insertMany(blank, { ordered: false }).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
  const writes = mails.map(({ digest: { _id, email, instant } }) => {
    const sent = { digestId: _id, instant, at: now() };
    const update = { $push: { sent: { $each: [sent], $slice: -mailsRemembered } } };
    return { updateOne: { filter: { email, "sent.digestId": not(_id) }, update } };
  });
  await AlertReaderModel.bulkWrite(writes, { ordered: false });
  const told = [...new Set(mails.flatMap(({ alertIds }) => alertIds))];
  await AlertModel.updateMany({ _id: anyOf(told) }, { $set: { lastSentAt: now() } });
};

const emailOf = ({ email }: { email: string }): string => email;

const moveCursors = async (digests: readonly AlertDigest[], alerts: Alerts): Promise<void> => {
  const byReach = new Map<number, string[]>();
  for (const digest of digests)
    byReach.set(digest.upTo, [
      ...(byReach.get(digest.upTo) ?? []),
      ...alertIdsOf(digest).filter((alertId) => alerts.has(alertId)),
    ]);
  for (const [upTo, ids] of byReach)
    if (upTo > 0) await AlertModel.updateMany({ _id: anyOf(ids), cursor: lessThan(upTo) }, { $set: { cursor: upTo } });
};
