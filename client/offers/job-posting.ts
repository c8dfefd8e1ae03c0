import { dayOf } from "#shared/kernel/calendar.ts";
import { lastMoment } from "#shared/offers/last-moment.ts";
import type { ContractType, PayPeriod } from "#shared/offers/offer-words.ts";
import type { PublicOffer } from "#shared/offers/public-offer.ts";
import { offerHtml } from "./offer-text.tsx";

type Facts = {
  readonly url: string;
  /** The département's code: the reference people read is "19-4812". */
  readonly territory: string;
  readonly occupation: string;
};

/** The offer as schema.org/JobPosting, with what Google asks for; pay in euros, gross. */
export const jobPosting = (offer: PublicOffer, { url, territory, occupation }: Facts): object => ({
  "@context": "https://schema.org/",
  "@type": "JobPosting",
  title: offer.title,
  description: offerHtml(offer.description),
  url,
  identifier: { "@type": "PropertyValue", name: "Élan Emploi", value: `${territory}-${offer.reference}` },
  datePosted: dayOf(new Date(offer.publishedAt ?? 0)),
  validThrough: lastMoment(offer.expiresOn),
  employmentType: employmentTypes(offer),
  // Google's own word for an employer who asked not to be named.
  hiringOrganization: { "@type": "Organization", name: offer.employer ?? "confidential" },
  jobLocation: {
    "@type": "Place",
    address: {
      "@type": "PostalAddress",
      addressLocality: offer.commune.name,
      postalCode: offer.commune.postcode,
      addressCountry: "FR",
    },
    geo: { "@type": "GeoCoordinates", latitude: offer.commune.lat, longitude: offer.commune.lon },
  },
  ...(offer.remote === "full" && {
    jobLocationType: "TELECOMMUTE",
    applicantLocationRequirements: { "@type": "Country", name: "France" },
  }),
  baseSalary: { "@type": "MonetaryAmount", currency: "EUR", value: salaryOf(offer) },
  occupationalCategory: `${offer.occupation} ${occupation}`,
  totalJobOpenings: offer.posts,
  directApply: true,
  ...(offer.startsOn === null ? { jobImmediateStart: true } : { jobStartDate: offer.startsOn }),
  ...(offer.experienceMonths > 0 && {
    experienceRequirements: {
      "@type": "OccupationalExperienceRequirements",
      monthsOfExperience: offer.experienceMonths,
    },
  }),
});

const units = { hour: "HOUR", month: "MONTH", year: "YEAR" } as const satisfies Record<PayPeriod, string>;

const salaryOf = ({ pay: { minCents, maxCents, period } }: PublicOffer): object => ({
  "@type": "QuantitativeValue",
  unitText: units[period],
  ...(minCents === maxCents ? { value: minCents / 100 } : { minValue: minCents / 100, maxValue: maxCents / 100 }),
});

const kinds = {
  cdi: [],
  cdd: ["TEMPORARY"],
  interim: ["TEMPORARY"],
  seasonal: ["TEMPORARY"],
  apprenticeship: ["OTHER"],
  internship: ["INTERN"],
  pec: ["TEMPORARY"],
  clis: [],
  shortMission: ["TEMPORARY"],
} as const satisfies Record<ContractType, readonly string[]>;

/** A full time is 35 hours by law. */
const employmentTypes = ({ contract, weeklyHours }: PublicOffer): string[] => [
  weeklyHours >= 35 ? "FULL_TIME" : "PART_TIME",
  ...kinds[contract],
];
