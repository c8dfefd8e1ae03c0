import { site } from "#server/platform/site.ts";
import { lastMoment } from "#shared/offers/last-moment.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { type FoundOffer, type OfferResults, offersPerPage } from "#shared/offers/offer-search.ts";
import type { FoundOffers, ListedOffer, WholeOffer } from "#shared/offers/offer-search-contracts.ts";
import type { PublicOffer } from "#shared/offers/public-offer.ts";
import { licenceByCode } from "#shared/referentials/licence.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { skillById } from "#shared/referentials/skills.ts";

/** Results as the open API gives them. */
export const listed = ({
  search,
  total,
  offers,
  facets,
  corrected,
  relaxed,
  simplified,
}: OfferResults): FoundOffers => ({
  total,
  page: search.page,
  pageSize: offersPerPage,
  ...(corrected !== null && { correctedQuery: corrected }),
  ...(relaxed && { relaxed }),
  ...(simplified && { simplified }),
  offers: offers.map(listedOffer),
  facets: {
    contract: [...facets.contract],
    schedule: [...facets.schedule],
    family: [...facets.family],
    occupation: [...facets.occupation],
    communes: [...facets.communes],
    remote: [...facets.remote],
    since: [...facets.since],
    withoutCar: [...facets.withoutCar],
  },
});

const listedOffer = ({ offer, distanceKm }: FoundOffer): ListedOffer => ({
  id: offer.id,
  title: offer.title,
  occupation: { code: offer.occupation, label: occupationByCode(offer.occupation)?.title ?? offer.occupation },
  commune: { code: offer.commune.code, name: offer.commune.name },
  ...(distanceKm !== null && { distanceKm: Math.round(distanceKm * 10) / 10 }),
  contract: offer.contract,
  pay: {
    min: offer.pay.minCents / 100,
    max: offer.pay.maxCents / 100,
    period: offer.pay.period,
    currency: "EUR",
  },
  publishedAt: offer.publishedAt ?? "",
  expiresAt: lastMoment(offer.expiresOn),
  url: site().publicUrl + offerAddress(offer),
});

export const wholeOffer = (offer: PublicOffer): WholeOffer => ({
  ...listedOffer({ offer, distanceKm: null }),
  reference: offer.reference,
  description: offer.description,
  employer: offer.employer,
  durationMonths: offer.durationMonths,
  weeklyHours: offer.weeklyHours,
  schedules: offer.schedules,
  startsOn: offer.startsOn,
  posts: offer.posts,
  remote: offer.remote,
  withoutCar: offer.withoutCar,
  diploma: offer.diploma,
  experience: { months: offer.experienceMonths, required: offer.experienceRequired },
  required: {
    skills: named(offer.requiredSkills, skillLabel),
    licences: named(offer.requiredLicences, licenceLabel),
  },
  appreciated: {
    skills: named(offer.appreciatedSkills, skillLabel),
    licences: named(offer.appreciatedLicences, licenceLabel),
  },
});

const skillLabel = (code: string): string => skillById(code)?.label ?? code;
const licenceLabel = (code: string): string => licenceByCode(code)?.label ?? code;

const named = (codes: readonly string[], label: (code: string) => string): { code: string; label: string }[] =>
  codes.map((code) => ({ code, label: label(code) }));
