import fc from "fast-check";
import type { MatchCv, MatchOffer } from "#shared/matching/match-input.ts";
import { contractTypes, remoteShares, schedules } from "#shared/offers/offer-words.ts";
import { licences } from "#shared/referentials/licence.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { travelMeans } from "#shared/referentials/travel.ts";

export const today = "2026-11-22";
export const tulle = { lat: 45.2678, lon: 1.7706 };
export const brive = { lat: 45.1585, lon: 1.5333 };

/** A person of Tulle who wants to be a home help, and nothing that stops anything. */
export const aMatchCv = (over: Partial<MatchCv> = {}): MatchCv => ({
  id: "c0",
  occupations: ["K1304"],
  experiences: [],
  skills: [],
  licences: [],
  ...tulle,
  radiusKm: 30,
  means: ["car"],
  contracts: [],
  hours: "any",
  schedules: [],
  availableFrom: null,
  shutOutCompanyIds: [],
  ...over,
});

/** A post of home help in Tulle that asks for nothing. */
export const aMatchOffer = (over: Partial<MatchOffer> = {}): MatchOffer => ({
  id: "o0",
  companyId: "e0",
  occupation: "K1304",
  requiredSkills: [],
  appreciatedSkills: [],
  requiredLicences: [],
  appreciatedLicences: [],
  experienceMonths: 0,
  experienceRequired: false,
  ...tulle,
  contract: "cdi",
  weeklyHours: 35,
  schedules: [],
  startsOn: null,
  withoutCar: false,
  remote: "none",
  ...over,
});

/** Few codes, so that people and offers meet; one that no referential knows. */
const someOccupations = [...occupations.slice(0, 40).map(({ code }) => code), "Z9901", "J1599"];
const someSkills = [...new Set(occupations.slice(0, 12).flatMap(({ skills }) => skills)), "unheard-of"];
const someLicences = licences.filter((_, place) => place % 8 < 2).map(({ code }) => code);
const days = ["2026-10-01", "2026-11-22", "2026-11-30", "2026-12-20", "2027-02-01", "2027-09-01"];

const lists = <Word>(words: readonly Word[], maxLength: number): fc.Arbitrary<Word[]> =>
  fc.array(fc.constantFrom(...words), { maxLength });
const points = {
  lat: fc.option(fc.double({ min: 44.9, max: 45.7, noNaN: true }), { freq: 12 }),
  lon: fc.option(fc.double({ min: 1.2, max: 2.4, noNaN: true }), { freq: 12 }),
};

const someId = fc.integer({ min: 0, max: 0xffffff }).map((number) => number.toString(16).padStart(24, "0"));

export const someCv: fc.Arbitrary<MatchCv> = fc.record({
  id: someId,
  occupations: fc.array(fc.constantFrom(...someOccupations), { minLength: 1, maxLength: 5 }),
  experiences: fc.array(
    fc.record({ occupation: fc.constantFrom(...someOccupations), months: fc.integer({ min: 0, max: 240 }) }),
    { maxLength: 4 },
  ),
  skills: lists(someSkills, 12),
  licences: lists([...someLicences, "permis-b", "permis-ce"], 4),
  ...points,
  radiusKm: fc.integer({ min: 0, max: 100 }),
  means: lists(travelMeans, 4),
  contracts: lists(contractTypes, 6),
  hours: fc.constantFrom("any", "fullTime", "partTime"),
  schedules: lists(schedules, 6),
  availableFrom: fc.option(fc.constantFrom(...days)),
  shutOutCompanyIds: lists(["e1", "e2"], 1),
});

export const someOffer: fc.Arbitrary<MatchOffer> = fc.record({
  id: someId,
  companyId: fc.constantFrom("e1", "e2", "e3", "e4", "e5"),
  occupation: fc.constantFrom(...someOccupations),
  requiredSkills: lists(someSkills, 5),
  appreciatedSkills: lists(someSkills, 5),
  requiredLicences: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, lists([...someLicences, "permis-b"], 2)),
  appreciatedLicences: lists([...someLicences, "permis-c"], 3),
  experienceMonths: fc.constantFrom(0, 0, 6, 12, 36),
  experienceRequired: fc.boolean(),
  ...points,
  contract: fc.constantFrom(...contractTypes),
  weeklyHours: fc.option(fc.constantFrom(12, 28, 34.5, 35, 39)),
  schedules: lists(schedules, 2),
  startsOn: fc.option(fc.constantFrom(...days)),
  withoutCar: fc.boolean(),
  remote: fc.constantFrom(...remoteShares),
});
