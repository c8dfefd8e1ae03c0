import { today } from "#server/platform/clock.ts";
import { anyOf, atLeast } from "#server/platform/filter.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { startOfDay } from "#shared/kernel/moment.ts";
import { type FoundOffer, type OfferSearch, offersPerPage } from "#shared/offers/offer-search.ts";
import { toPublicOffer } from "#shared/offers/public-offer.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { OfferModel, toOffer } from "./offer-model.ts";
import { publicOffers } from "./offer-visibility.ts";

/** With the index away: the newest offers that answer the boxes ticked, whatever the words and the place. */
export const simplifiedSearch = async (search: OfferSearch): Promise<{ total: number; offers: FoundOffer[] }> => {
  const filter = filterOf(search);
  const [total, documents] = await Promise.all([
    OfferModel.countDocuments(filter),
    OfferModel.find(filter)
      .sort({ publishedAt: -1 })
      .skip((search.page - 1) * offersPerPage)
      .limit(offersPerPage)
      .lean(),
  ]);
  const offers = documents.map(toOffer).map((offer) => ({
    offer: toPublicOffer(offer, { employerKnown: offer.employerShown }),
    distanceKm: null,
  }));
  return { total, offers };
};

const filterOf = (search: OfferSearch) => ({
  ...publicOffers(today()),
  ...oneOf("contract", search.contract),
  ...oneOf("schedules", search.schedule),
  ...oneOf("remote", search.remote),
  ...oneOf("commune.code", search.communes),
  ...oneOf("occupation", occupationsOf(search)),
  ...(search.withoutCar && { withoutCar: true }),
  ...(search.since !== null && { publishedAt: atLeast(startOfDay(addDays(today(), -search.since))) }),
});

const oneOf = (field: string, values: readonly string[]) => (values.length === 0 ? {} : { [field]: anyOf(values) });

const occupationsOf = ({ occupation, family }: OfferSearch): readonly string[] =>
  family.length === 0
    ? occupation
    : occupations
        .filter((one) => (family as readonly string[]).includes(one.family))
        .map(({ code }) => code)
        .filter((code) => occupation.length === 0 || occupation.includes(code));
