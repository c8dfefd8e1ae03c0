import { analyse } from "#shared/referentials/french.ts";
import { type NotAsked, notAsked } from "./not-asked.ts";
import type { Offer } from "./offer.ts";
import type { ContractType, Schedule } from "./offer-words.ts";

/** How people say the hours and the contract among their words: "aide-soignant nuit CDI". */
const scheduleNames: Record<Schedule, string> = {
  day: "jour journée",
  evening: "soir soirée",
  night: "nuit",
  weekend: "week-end weekend",
  split: "coupé",
  shifts: "équipe posté",
};

const contractNames: Record<ContractType, string> = {
  cdi: "CDI",
  cdd: "CDD",
  interim: "intérim intérimaire",
  seasonal: "saison saisonnier d’été",
  apprenticeship: "alternance apprentissage apprenti",
  internship: "stage stagiaire",
  pec: "PEC CUI",
  clis: "CLIS",
  shortMission: "mission",
};

const fullTime = "temps plein complet";
const partTime = "temps partiel mi-temps";
const remoteNames = "télétravail";

const termsIn = (names: readonly string[]): ReadonlySet<string> => new Set(names.flatMap(analyse));

const terms = termsIn([
  ...Object.values(scheduleNames),
  ...Object.values(contractNames),
  fullTime,
  partTime,
  remoteNames,
]);

/** A word of terms, even inside a trade's name ("aide-soignant de nuit"), must be the offer's own. */
export const isTerm = (stem: string): boolean => terms.has(stem);

type Terms = NotAsked & Pick<Offer, "contract" | "schedules" | "weeklyHours" | "remote">;

export const termsOf = (offer: Terms): string[] => namesOf(offer).flatMap(analyse);

const namesOf = ({ contract, schedules, weeklyHours, remote, ...offer }: Terms): readonly string[] => [
  contractNames[contract],
  ...schedules.map((schedule) => scheduleNames[schedule]),
  weeklyHours < legalWeek ? partTime : fullTime,
  `${weeklyHours}h ${weeklyHours} h heures par semaine`,
  ...(remote === "none" ? [] : [remoteNames]),
  ...notAsked(offer),
];

/** Hours, Code du travail L3121-27. */
const legalWeek = 35;

/**
 * The same as words for the search page, but those that trades are named with too: « chef d’équipe » finds no cook for
 * working in shifts, « chargé de mission » no short mission.
 */
export const wordsOfTerms = (offer: Terms): string =>
  namesOf(offer)
    .filter((names) => !alsoTrades.has(names))
    .join(" ");

const alsoTrades: ReadonlySet<string> = new Set([
  scheduleNames.day,
  scheduleNames.split,
  scheduleNames.shifts,
  contractNames.shortMission,
]);
