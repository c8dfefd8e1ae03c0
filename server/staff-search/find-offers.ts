import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { publicOffers } from "#server/offers/offer-visibility.ts";
import { searchOffers } from "#server/offers/search-offers.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { isOfficer, type Member } from "#shared/kernel/actor.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { everyOffer } from "#shared/offers/offer-search.ts";
import type { Found } from "#shared/staff-search/staff-search-contracts.ts";
import { holds, wordsTyped } from "./name-pattern.ts";
import type { Finder } from "./search-everything.ts";

const most = 8;

/** Offers by title, company or number: the public ones for all staff, the exclusive ones for officers. */
export const findOffers: Finder = async (actor, typed) => {
  const [own, open] = await Promise.all([exclusiveOnes(actor, typed), publicOnes(typed)]);
  return [...own, ...open].slice(0, most);
};

const exclusiveOnes = async (actor: Member, typed: string): Promise<Found[]> => {
  if (!isOfficer(actor)) return [];
  const words = wordsTyped(typed);
  const found = await OfferModel.find(
    {
      exclusive: true,
      status: anyOf(["draft", "pending", "published", "suspended"]),
      $and: words.map((word) => ({ $or: [{ title: holds(word) }, { companyName: holds(word) }] })),
    },
    { title: 1, companyName: 1, commune: 1 },
  )
    .sort({ createdAt: -1 })
    .limit(most)
    .lean();
  return found.map(({ _id, title, companyName, commune }) => ({
    kind: "offer",
    key: `offer-${_id}`,
    title,
    about: `exclusive, ${companyName}, ${commune.name}`,
    href: `/bureau/offres-exclusives/${_id}`,
  }));
};

/** The index of public offers, or the number printed on one. */
const publicOnes = async (typed: string): Promise<Found[]> => {
  const number = /^(?:n[o°]?\s*)?(\d{1,9})$/i.exec(typed)?.[1];
  const offers =
    number === undefined
      ? await named(typed)
      : (await OfferModel.find({ ...publicOffers(today()), reference: Number(number) }).lean()).map(toOffer);
  return offers.slice(0, most).map((offer) => ({
    kind: "offer",
    key: `offer-${offer.id}`,
    title: offer.title,
    about: offer.commune.name,
    href: offerAddress(offer),
  }));
};

/** An offer that only has some of the words, or others like them, bears another name: here it would be noise. */
const named = async (typed: string) => {
  const { search, offers, relaxed, corrected } = await searchOffers({ ...everyOffer, q: typed });
  return search.q === null || relaxed || corrected !== null ? [] : offers.map(({ offer }) => offer);
};
