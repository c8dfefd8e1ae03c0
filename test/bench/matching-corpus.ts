import type { MatchCv, MatchOffer } from "#shared/matching/match-input.ts";
import { contractTypes, schedules } from "#shared/offers/offer-words.ts";
import { occupationByCode, occupations } from "#shared/referentials/occupations.ts";
import { travelMeans } from "#shared/referentials/travel.ts";
import { drawer } from "./search-offers-corpus.ts";

type Draw = () => number;

/** People of a département, always the same: common occupations are wanted more than rare ones. */
export const benchCvs = (count: number): MatchCv[] => {
  const draw = drawer(7);
  return Array.from({ length: count }, (_, place) => {
    const occupation = popular(draw);
    return {
      id: idOf(place),
      occupations: [occupation, ...some(draw, 2, () => popular(draw))],
      experiences: some(draw, 3, () => ({
        occupation: draw() < 0.5 ? occupation : popular(draw),
        months: Math.floor(draw() ** 2 * 180),
      })),
      skills: skillsOf(draw, occupation, 8),
      licences: [...sometimes(draw, 0.75, ["permis-b"]), ...sometimes(draw, 0.5, usualLicences(occupation))],
      ...pointOf(draw),
      radiusKm: 5 + Math.floor(draw() * 55),
      means: draw() < 0.7 ? ["car"] : [pick(draw, travelMeans)],
      contracts: sometimes(draw, 0.6, ["cdi", "cdd", pick(draw, contractTypes)]),
      hours: pick(draw, ["any", "any", "fullTime", "partTime"] as const),
      schedules: sometimes(draw, 0.5, ["day", pick(draw, schedules), pick(draw, schedules)]),
      availableFrom: draw() < 0.7 ? null : "2026-12-15",
      shutOutCompanyIds: sometimes(draw, 0.02, [idOf(Math.floor(draw() * 400))]),
    };
  });
};

export const benchMatchOffers = (count: number): MatchOffer[] => {
  const draw = drawer(11);
  return Array.from({ length: count }, (_, place) => {
    const occupation = popular(draw);
    return {
      id: idOf(place),
      companyId: idOf(Math.floor(draw() * 400)),
      occupation,
      requiredSkills: skillsOf(draw, occupation, 5),
      appreciatedSkills: skillsOf(draw, occupation, 4),
      requiredLicences: sometimes(draw, 0.3, usualLicences(occupation)),
      appreciatedLicences: sometimes(draw, 0.3, ["sst"]),
      experienceMonths: pick(draw, [0, 0, 6, 12, 24, 36]),
      experienceRequired: draw() < 0.3,
      ...pointOf(draw),
      contract: pick(draw, contractTypes),
      weeklyHours: pick(draw, [20, 28, 35, 35, 39]),
      schedules: [pick(draw, schedules)],
      startsOn: draw() < 0.6 ? null : "2026-12-01",
      withoutCar: draw() < 0.3,
      remote: pick(draw, ["none", "none", "none", "partial", "full"] as const),
    };
  });
};

const idOf = (place: number): string => place.toString(16).padStart(24, "0");

const pick = <Item>(draw: Draw, list: readonly [Item, ...Item[]] | readonly Item[]): Item =>
  list[Math.floor(draw() * list.length)] as Item; // the lists of this file are not empty

const popular = (draw: Draw): string => occupations[Math.floor(draw() ** 2.5 * occupations.length)]?.code ?? "";

const sometimes = <Item>(draw: Draw, chance: number, list: readonly Item[]): readonly Item[] =>
  draw() < chance ? list : [];

const some = <Item>(draw: Draw, most: number, make: () => Item): Item[] =>
  Array.from({ length: Math.floor(draw() * (most + 1)) }, make);

const skillsOf = (draw: Draw, occupation: string, most: number): string[] => {
  const own = occupationByCode(occupation)?.skills ?? [];
  return own.filter(() => draw() < most / 12);
};

const usualLicences = (occupation: string): readonly string[] =>
  occupationByCode(occupation)?.licences.slice(0, 1) ?? [];

/** Somewhere in the Corrèze. */
const pointOf = (draw: Draw): { lat: number; lon: number } => ({
  lat: 44.95 + draw() * 0.75,
  lon: 1.25 + draw() * 1.2,
});
