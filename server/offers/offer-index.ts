import type { IndexDefinition, SearchDocument, SearchEngine, SearchIndex } from "#server/platform/search/port.ts";
import { searchEngine } from "#server/platform/search/search.ts";
import { type Day, dayOf } from "#shared/kernel/calendar.ts";
import { askedWords } from "#shared/offers/asked-words.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isPublic } from "#shared/offers/offer-life.ts";
import { wordsOfContract, wordsOfTerms } from "#shared/offers/terms-of-work.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { occupationNames } from "./offer-index-names.ts";

export const offerIndexName = "offers";

const definition: IndexDefinition = {
  name: offerIndexName,
  text: [
    { field: "title", weight: 6, fuzzy: true },
    { field: "occupation", weight: 4, fuzzy: true },
    { field: "skills", weight: 2, fuzzy: true },
    { field: "company", weight: 3, fuzzy: false },
    { field: "place", weight: 2, fuzzy: false },
    { field: "contract", weight: 1, fuzzy: true },
    { field: "terms", weight: 1, fuzzy: false },
    { field: "description", weight: 1, fuzzy: false },
  ],
  facets: ["contract", "schedule", "occupation", "family", "communes", "remote", "withoutCar"],
  numbers: ["publishedAt", "publishedDay", "lastDay"],
};

const opened = new WeakMap<SearchEngine, Promise<SearchIndex>>();

/** The index of public offers, on the engine in use. */
export const offerIndex = (): Promise<SearchIndex> => {
  const engine = searchEngine();
  const known = opened.get(engine);
  if (known) return known;
  const opening = engine.open(definition);
  opened.set(engine, opening);
  opening.catch(() => opened.delete(engine)); // an engine that was away is asked again
  return opening;
};

/** Days since 1970, so that days can be compared as numbers. */
export const dayNumber = (day: Day): number => Math.round(Date.parse(day) / 86_400_000);

/** What search knows of an offer; null for one that nobody may find, exclusive ones first of all. */
export const projectOffer = (offer: Offer, today: Day): SearchDocument | null => {
  if (!isPublic(offer, today) || offer.publishedAt === null) return null;
  return {
    id: offer.id,
    version: offer.version,
    text: {
      title: offer.title,
      occupation: occupationNames(offer.occupation),
      skills: askedWords(offer),
      company: offer.employerShown ? offer.companyName : "",
      place: offer.commune.name,
      contract: wordsOfContract(offer),
      terms: wordsOfTerms(offer),
      description: offer.description,
    },
    facets: {
      contract: [offer.contract],
      schedule: offer.schedules,
      occupation: [offer.occupation],
      family: [occupationByCode(offer.occupation)?.family ?? ""],
      communes: [offer.commune.code],
      remote: [offer.remote],
      withoutCar: offer.withoutCar ? ["true"] : [],
    },
    numbers: {
      publishedAt: Math.floor(Date.parse(offer.publishedAt) / 1000),
      publishedDay: dayNumber(dayOf(new Date(offer.publishedAt))),
      lastDay: dayNumber(offer.expiresOn),
    },
    place: { lat: offer.commune.lat, lon: offer.commune.lon },
  };
};
