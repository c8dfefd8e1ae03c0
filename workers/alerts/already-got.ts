import { AlertDeliveryModel } from "#server/alerts/alert-delivery-model.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf, atLeast } from "#server/platform/filter.ts";
import { copyDays } from "#shared/alerts/offer-likeness.ts";

type Offered = { readonly offerId: unknown; readonly likeness: string };
type Asked = { readonly email: string; readonly offers: readonly Offered[] };

/**
 * Whether an address already got an offer, or not long ago the offer it is a copy of.
 * `except` holds the mail being prepared: what it claimed itself it may show.
 */
export const alreadyGot = async (
  asked: readonly Asked[],
  except: ReadonlySet<string> = new Set(),
): Promise<(email: string, offer: Offered) => boolean> => {
  const emails = asked.filter(({ offers }) => offers.length > 0).map(({ email }) => email);
  const offers = asked.flatMap(({ offers }) => offers);
  const got = new Set<string>();
  const note = (email: string, what: unknown, digestId: unknown): void => {
    if (!except.has(String(digestId))) got.add(`${email} ${String(what)}`);
  };
  if (emails.length > 0) {
    const ids = [...new Set(offers.map(({ offerId }) => String(offerId)))];
    const same = await AlertDeliveryModel.find({ email: anyOf(emails), offerId: anyOf(ids) }).lean();
    for (const { email, offerId, digestId } of same) note(email, offerId, digestId);
    const since = atLeast(new Date(now().getTime() - copyDays * 86_400_000));
    const alike = [...new Set(offers.map(({ likeness }) => likeness))];
    const copies = await AlertDeliveryModel.find({ email: anyOf(emails), likeness: anyOf(alike), at: since }).lean();
    for (const { email, likeness, digestId } of copies) note(email, likeness, digestId);
  }
  return (email, { offerId, likeness }) => got.has(`${email} ${String(offerId)}`) || got.has(`${email} ${likeness}`);
};
