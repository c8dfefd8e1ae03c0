import { type OfferDocument, toOffer } from "#server/offers/offer-model.ts";
import { inTurns } from "#server/platform/in-turns.ts";
import { type DayOffer, toDayOffer } from "#shared/alerts/day-offer.ts";
import { compilerStamp } from "#shared/alerts/trades-named.ts";

const most = 20_000;
const read = new Map<string, DayOffer>();
let stamp = "";

/** Thousands take seconds, and whoever reads the site meanwhile is served. */
export const dayOffersOf = (offers: readonly OfferDocument[]): Promise<DayOffer[]> => inTurns(readEach(offers));

function* readEach(offers: readonly OfferDocument[]): Generator<void, DayOffer[]> {
  const all: DayOffer[] = [];
  for (const offer of offers) {
    all.push(dayOfferOf(offer));
    yield;
  }
  return all;
}

/** An offer as alerts see it. Its text is read once: when morning comes, the day's offers have been read as they came. */
const dayOfferOf = (offer: OfferDocument): DayOffer => {
  if (stamp !== compilerStamp() || read.size > most) read.clear();
  stamp = compilerStamp();
  const key = `${offer._id.toHexString()} ${offer.version}`;
  const known = read.get(key);
  if (known) return known;
  const made = toDayOffer(toOffer(offer));
  read.set(key, made);
  return made;
};
