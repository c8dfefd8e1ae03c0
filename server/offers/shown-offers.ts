import type { Types } from "mongoose";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { gatheredReads } from "#server/platform/gathered.ts";
import { keepMost } from "#server/platform/keep-most.ts";
import { type PublicOffer, toPublicOffer } from "#shared/offers/public-offer.ts";
import { OfferModel, toOffer } from "./offer-model.ts";
import { publicOffers } from "./offer-visibility.ts";

/** By id, the state of what may be shown. */
export type PublicStates = ReadonlyMap<string, string>;

/** Of these offers (and of what others ask for at the same instant), those that MongoDB says are public now. */
export const publicStates = async (ids: readonly string[]): Promise<PublicStates> =>
  ids.length === 0 ? new Map() : statesOf(ids);

const statesOf = gatheredReads(async (asked: readonly (readonly string[])[]) => {
  const all = anyOf([...new Set(asked.flat())]);
  const offers = await OfferModel.find({ ...publicOffers(today()), _id: all }, { version: 1, updatedAt: 1 }).lean();
  const states: PublicStates = new Map(offers.map((offer) => [offer._id.toHexString(), stateOf(offer)]));
  return asked.map(() => states);
});

type Dated = { readonly _id: Types.ObjectId; readonly version: number; readonly updatedAt: Date };

/** Grows with each change of what the public sees. */
export const stateOf = ({ version, updatedAt }: Dated): string => `${version} ${updatedAt.getTime()}`;

/** What was read whole before, by id: shown again only in the very state that was just read. */
const known = keepMost<string, { readonly state: string; readonly offer: PublicOffer }>(5_000);

/** The offers that are still public, as anyone may read them; whole documents only of what changed or is new. */
export const shownOffers = async (
  ids: readonly string[],
  states: PublicStates,
): Promise<ReadonlyMap<string, PublicOffer>> => {
  const shown = new Map<string, PublicOffer>();
  const unread: string[] = [];
  for (const id of ids) {
    const before = known.get(id);
    if (before !== undefined && before.state === states.get(id)) shown.set(id, before.offer);
    else if (states.has(id)) unread.push(id);
  }
  if (unread.length === 0) return shown;
  for (const document of await OfferModel.find({ ...publicOffers(today()), _id: anyOf(unread) }).lean()) {
    const whole = toOffer(document);
    const offer = toPublicOffer(whole, { employerKnown: whole.employerShown });
    known.set(offer.id, { state: stateOf(document), offer });
    shown.set(offer.id, offer);
  }
  return shown;
};
