import { alertDigestMail, type DigestLine, type DigestMore } from "#client/alerts/alert-mails.tsx";
import { AlertDeliveryModel } from "#server/alerts/alert-delivery-model.ts";
import { type AlertDigest, AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { AlertModel, toAlert } from "#server/alerts/alert-model.ts";
import { alertLinkPath } from "#server/alerts/find-alerts.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { publicOffers } from "#server/offers/offer-visibility.ts";
import { now, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { site } from "#server/platform/site.ts";
import type { Alert } from "#shared/alerts/alert.ts";
import { isAwake } from "#shared/alerts/alert-rules.ts";
import type { Candidate, Picked } from "#shared/alerts/pick-digest.ts";
import { toPublicOffer } from "#shared/offers/public-offer.ts";

type Decided = { email: string; alerts: readonly Alert[]; picked: Picked; upTo: number };

/** Writes down what one mail will hold; when another run is already preparing this person's, that one. */
export const openDigest = async ({ email, alerts, picked, upTo }: Decided): Promise<AlertDigest> => {
  // Below the cursors' reach, what has no room never comes back by itself; above it, it must be claimed too.
  const unshown = picked.rest.filter(({ sequence }) => sequence > upTo);
  const digest = {
    _id: newId(),
    email,
    state: "planned" as const,
    alerts: alerts.map(({ id, cursor }) => ({ alertId: id, cursor })),
    upTo,
    offers: [...picked.shown.map(asPlanned(true)), ...unshown.map(asPlanned(false))],
    more: [...countByAlert(picked.rest)].map(([alertId, count]) => ({ alertId, count })),
    at: now(),
  };
  try {
    return (await AlertDigestModel.create(digest)).toObject();
  } catch (error) {
    const other = isDuplicate(error) ? await AlertDigestModel.findOne({ email }).lean() : null;
    if (other) return other;
    throw error;
  }
};

const asPlanned =
  (shown: boolean) =>
  ({ offerId, alertId, distanceKm, closeness }: Candidate) => ({ offerId, alertId, shown, distanceKm, closeness });

const countByAlert = (rest: readonly Candidate[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { alertId } of rest) counts.set(alertId, (counts.get(alertId) ?? 0) + 1);
  return counts;
};

/**
 * Claims the offers, promises the mail, moves the cursors, forgets the plan: in this order, each step harmless to
 * repeat, so that wherever a run is cut the next one ends it with the same mail.
 */
export const finishDigest = async (digest: AlertDigest): Promise<void> => {
  if (digest.state === "planned" && !(await claim(digest))) return;
  const alerts = await awakeAlerts(digest);
  await claimOffers(digest, alerts);
  const { lines, more } = await contentOf(digest, alerts);
  if (lines.length > 0) await promise(digest, { lines, more, alerts });
  const ids = alerts.map(({ id }) => id);
  const told = [...new Set(lines.map(({ alert }) => alert.id))];
  await AlertModel.updateMany({ _id: anyOf(told) }, { $set: { lastSentAt: now() } });
  await AlertModel.updateMany({ _id: anyOf(ids), cursor: lessThan(digest.upTo) }, { $set: { cursor: digest.upTo } });
  await AlertDigestModel.deleteOne({ _id: digest._id });
};

/** False when another run was served meanwhile: this plan was made from old cursors. */
const claim = async ({ _id, alerts }: AlertDigest): Promise<boolean> => {
  const before = new Map(alerts.map(({ alertId, cursor }) => [String(alertId), cursor]));
  const found = await AlertModel.find({ _id: anyOf(alerts.map(({ alertId }) => alertId)) }, { cursor: 1 }).lean();
  if (found.every((alert) => before.get(String(alert._id)) === alert.cursor)) {
    await AlertDigestModel.updateOne({ _id, state: "planned" }, { $set: { state: "claimed" } });
    return true;
  }
  await AlertDigestModel.deleteOne({ _id, state: "planned" });
  return false;
};

/** A person may have paused or stopped since it was planned. */
const awakeAlerts = async ({ alerts }: AlertDigest): Promise<Alert[]> => {
  const found = await AlertModel.find({ _id: anyOf(alerts.map(({ alertId }) => alertId)) }).lean();
  return found.map(toAlert).filter((alert) => isAwake(alert, now()));
};

/** The unique index decides: an offer that another mail to this address claimed is not this one's. */
const claimOffers = async ({ _id, email, offers }: AlertDigest, alerts: readonly Alert[]): Promise<void> => {
  const awake = new Set(alerts.map(({ id }) => id));
  const claimed = offers
    .filter(({ alertId }) => awake.has(String(alertId)))
    .map(({ offerId, alertId }) => ({ email, offerId, alertId, digestId: _id, at: now() }));
  await AlertDeliveryModel.insertMany(claimed, { ordered: false }).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
  });
};

type Content = { lines: readonly DigestLine[]; more: readonly DigestMore[] };

/** Only offers this mail holds, and that are still public now. */
const contentOf = async (digest: AlertDigest, alerts: readonly Alert[]): Promise<Content> => {
  const owned = await AlertDeliveryModel.find({ digestId: digest._id }, { offerId: 1 }).lean();
  const ours = owned.map(({ offerId }) => offerId);
  const found = await OfferModel.find({ _id: anyOf(ours), ...publicOffers(today()) }).lean();
  const offers = new Map(found.map(toOffer).map((offer) => [offer.id, offer]));
  const byId = new Map(alerts.map((alert) => [alert.id, alert]));
  const lines: DigestLine[] = [];
  for (const { offerId, alertId, shown, distanceKm, closeness } of digest.offers) {
    const offer = offers.get(String(offerId));
    const alert = byId.get(String(alertId));
    if (!offer || !alert || !shown) continue;
    lines.push({ offer: toPublicOffer(offer, { employerKnown: offer.employerShown }), alert, distanceKm, closeness });
  }
  const more = digest.more.flatMap(({ alertId, count }) => {
    const alert = byId.get(String(alertId));
    return alert ? [{ alert, count }] : [];
  });
  return { lines, more };
};

const promise = async ({ _id, email }: AlertDigest, content: Content & { alerts: readonly Alert[] }): Promise<void> => {
  const link = alertLinkPath(content.lines[0]?.alert.id ?? "");
  await dispatchMail({
    dedupeKey: `alert-digest-${_id.toHexString()}`,
    kind: "alert-digest",
    to: email,
    ...sayMail(alertDigestMail({ ...content, link })),
    unsubscribeUrl: `${site().publicUrl}${link}/desinscription`,
  });
};
