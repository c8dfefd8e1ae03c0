import { type OfferDocument, toOffer } from "#server/offers/offer-model.ts";
import { type DayOffer, toDayOffer } from "#shared/alerts/day-offer.ts";
import { compilerStamp } from "#shared/alerts/trades-named.ts";

const most = 20_000;
const read = new Map<string, DayOffer>();
let stamp = "";

/** An offer as alerts see it. Its text is read once: when morning comes, the day's offers have been read as they came. */
export const dayOfferOf = (offer: OfferDocument): DayOffer => {
  if (stamp !== compilerStamp() || read.size > most) read.clear();
  stamp = compilerStamp();
  const key = `${offer._id.toHexString()} ${offer.version}`;
  const known = read.get(key);
  if (known) return known;
  const made = toDayOffer(toOffer(offer));
  read.set(key, made);
  return made;
};
