import { alertDigestMail, type DigestLine, type DigestMore } from "#client/alerts/alert-mails.tsx";
import { AlertDeliveryModel } from "#server/alerts/alert-delivery-model.ts";
import type { AlertDigest } from "#server/alerts/alert-digest-model.ts";
import { readersOf } from "#server/alerts/alert-readers.ts";
import { alertLinkPath } from "#server/alerts/find-alerts.ts";
import { visitParameter } from "#server/alerts/note-visit.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { publicOffers } from "#server/offers/offer-visibility.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { OutgoingMail } from "#server/platform/mail/outgoing-mail.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { site } from "#server/platform/site.ts";
import type { Alert, AlertReader } from "#shared/alerts/alert.ts";
import { unseenMails } from "#shared/alerts/alert-pace.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { toPublicOffer } from "#shared/offers/public-offer.ts";

export type ReadyMail = {
  readonly digest: AlertDigest;
  readonly mail: OutgoingMail;
  /** The alerts whose offers it shows. */
  readonly alertIds: readonly string[];
};

type Alerts = ReadonlyMap<string, Alert>;

/** The mails of the digests that still have something to show: offers they claimed, and that are public now. */
export const mailsOf = async (digests: readonly AlertDigest[], alerts: Alerts): Promise<ReadyMail[]> => {
  const claimed = await AlertDeliveryModel.find(
    { digestId: anyOf(digests.map(({ _id }) => _id)) },
    { offerId: 1, digestId: 1 },
  ).lean();
  const owned = new Set(claimed.map(({ digestId, offerId }) => `${digestId} ${offerId}`));
  const ids = [...new Set(claimed.map(({ offerId }) => String(offerId)))];
  const found = await OfferModel.find({ _id: anyOf(ids), ...publicOffers(today()) }).lean();
  const offers = new Map(found.map(toOffer).map((offer) => [offer.id, offer]));
  const readers = await readersOf(digests.map(({ email }) => email));
  return digests.flatMap((digest) => {
    const lines = linesOf(digest, { alerts, offers, owned });
    if (lines.length === 0) return [];
    return [mailOf(digest, { lines, alerts, reader: readers.get(digest.email) ?? null })];
  });
};

type Known = { alerts: Alerts; offers: ReadonlyMap<string, Offer>; owned: ReadonlySet<string> };

const linesOf = (digest: AlertDigest, { alerts, offers, owned }: Known): DigestLine[] =>
  digest.offers.flatMap(({ offerId, alertId, shown, distanceKm, closeness }) => {
    const offer = offers.get(String(offerId));
    const alert = alerts.get(String(alertId));
    if (!offer || !alert || !shown || !owned.has(`${digest._id} ${offerId}`)) return [];
    return [{ offer: toPublicOffer(offer, { employerKnown: offer.employerShown }), alert, distanceKm, closeness }];
  });

type Content = { lines: readonly DigestLine[]; alerts: Alerts; reader: AlertReader | null };

const mailOf = (digest: AlertDigest, { lines, alerts, reader }: Content): ReadyMail => {
  const asking = digest.alerts.flatMap(({ alertId }) => alerts.get(String(alertId)) ?? []);
  const more: DigestMore[] = digest.more.flatMap(({ alertId, count }) => {
    const alert = alerts.get(String(alertId));
    return alert ? [{ alert, count }] : [];
  });
  const firstId = lines[0]?.alert.id ?? "";
  const link = alertLinkPath(firstId);
  const content = {
    lines,
    more,
    alerts: asking,
    link,
    visit: visitParameter(firstId),
    unseen: unseenWith(digest, reader),
  };
  const mail = {
    dedupeKey: `alert-digest-${digest._id.toHexString()}`,
    kind: "alert-digest" as const,
    to: digest.email,
    ...sayMail(alertDigestMail(content)),
    unsubscribeUrl: `${site().publicUrl}${link}/desinscription`,
  };
  return { digest, mail, alertIds: [...new Set(lines.map(({ alert }) => alert.id))] };
};

/** Mails without a sign of life, this one included, whether or not it was already remembered. */
const unseenWith = ({ _id }: AlertDigest, reader: AlertReader | null): number => {
  if (!reader) return 1;
  const others = reader.sent.filter(({ digestId }) => digestId !== _id.toHexString());
  return unseenMails({ ...reader, sent: others }) + 1;
};
