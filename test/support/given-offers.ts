import { Types } from "mongoose";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { placeByCode } from "#server/referentials/places.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import type { House } from "./house.ts";
import { keep } from "./open-store.ts";

let references = 8000;

/** A commune as an offer keeps it. */
export const communeOf = (code: string): Commune => {
  const place = placeByCode(code);
  if (!place) throw new Error(`no commune ${code}`);
  return { code, name: place.name, postcode: place.postcodes[0] ?? "", lat: place.lat ?? 0, lon: place.lon ?? 0 };
};

/** An offer of a test, published today and open for a month unless said; in the index after `house.drain()`. */
export const givenPublicOffer = async (given: Partial<Offer> = {}): Promise<Offer> => {
  references += 1;
  const offer = anOffer({
    id: new Types.ObjectId().toHexString(),
    reference: references,
    sequence: references,
    publishedAt: now().toISOString(),
    expiresOn: addDays(today(), 30),
    ...given,
  });
  await keep(OfferModel, offer);
  await indexSoon(offer.id);
  return offer;
};

/** Changes an offer and what search knows of it, as a use-case does. */
export const changeOffer = async (id: string, change: object): Promise<void> => {
  await OfferModel.updateOne({ _id: id }, { $set: change, $inc: { version: 1 } });
  await indexSoon(id);
};

const indexSoon = async (id: string): Promise<void> => {
  await OfferModel.updateOne({ _id: id }, { $push: { effects: owe("index") } });
  await enqueue(settleJob("offers"), { id });
};

export const givenOffers = async (house: House, list: readonly Partial<Offer>[]): Promise<Offer[]> => {
  const offers: Offer[] = [];
  for (const given of list) offers.push(await givenPublicOffer(given));
  await house.drain();
  return offers;
};
