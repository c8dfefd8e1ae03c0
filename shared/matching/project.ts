import type { Cv } from "#shared/cvs/cv.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";

/** The only door from a stored CV to the ranker: what is not named here cannot weigh. */
export const toMatchCv = (cv: Cv): MatchCv => ({
  id: cv.id,
  occupations: cv.occupations,
  experiences: cv.experiences.flatMap(({ occupation, months }) =>
    occupation === null ? [] : [{ occupation, months }],
  ),
  skills: cv.skills,
  licences: cv.licences,
  ...pointOf(cv.commune),
  radiusKm: cv.radiusKm,
  means: cv.means,
  contracts: cv.contracts,
  hours: cv.hours,
  schedules: cv.schedules,
  availableFrom: cv.availableFrom,
  shutOutCompanyIds: cv.blockedCompanyIds,
});

export const toMatchOffer = (offer: Offer): MatchOffer => ({
  id: offer.id,
  companyId: offer.companyId,
  occupation: offer.occupation,
  requiredSkills: offer.requiredSkills,
  appreciatedSkills: offer.appreciatedSkills,
  requiredLicences: offer.requiredLicences,
  appreciatedLicences: offer.appreciatedLicences,
  experienceMonths: offer.experienceMonths,
  experienceRequired: offer.experienceRequired,
  ...pointOf(offer.commune),
  contract: offer.contract,
  weeklyHours: offer.weeklyHours,
  schedules: offer.schedules,
  startsOn: offer.startsOn,
  withoutCar: offer.withoutCar,
  remote: offer.remote,
});

/** A point at 0, 0 is a commune without coordinates: the Gulf of Guinea is nobody's. */
const pointOf = ({ lat, lon }: { lat: number; lon: number }): { lat: number | null; lon: number | null } =>
  lat === 0 && lon === 0 ? { lat: null, lon: null } : { lat, lon };
