import { analyse } from "#shared/referentials/french.ts";
import { type HoursSaid, hoursRefused, hoursSpared } from "./hours-spared.ts";
import { type NotAsked, notAsked } from "./not-asked.ts";
import type { Offer } from "./offer.ts";
import type { ContractType, Schedule } from "./offer-words.ts";

/** How people say the hours and the contract among their words: "aide-soignant nuit CDI". */
const scheduleNames: Record<Schedule, string> = {
  day: "jour journée",
  evening: "soir soirée",
  night: "nuit",
  weekend: "week-end weekend WE samedi dimanche",
  split: "coupé",
  shifts: "équipe posté 2x8 3x8 5x8",
};

/** Read as « contrat aidé » is; from that, one would learn that « aide » is spelled so. */
const helped = "contrat unique d’insertion";

const contractNames: Record<ContractType, string> = {
  cdi: "CDI",
  cdd: "CDD",
  interim: "intérim intérimaire",
  seasonal: "saison saisonnier d’été",
  apprenticeship: "alternance alternant apprentissage apprenti, contrat pro",
  internship: "stage stagiaire",
  pec: helped,
  clis: `CLIS, ${helped}`,
  shortMission: "mission extra",
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
  hoursRefused,
]);

/** A word of terms, even inside a trade's name ("aide-soignant de nuit"), must be the offer's own. */
export const isTerm = (stem: string): boolean => terms.has(stem);

type Terms = NotAsked & HoursSaid & Pick<Offer, "contract" | "durationMonths" | "weeklyHours" | "remote">;

export const termsOf = (offer: Terms): string[] => [...namesOfContract(offer), ...namesOf(offer)].flatMap(analyse);

const namesOfContract = ({ contract, remote }: Terms): readonly string[] => [
  contractNames[contract],
  ...(remote === "none" ? [] : [remoteNames]),
];

const namesOf = ({ durationMonths, weeklyHours, ...offer }: Terms): readonly string[] => [
  ...(durationMonths === null ? [] : [`${durationMonths} mois`]),
  ...offer.schedules.map((schedule) => scheduleNames[schedule]),
  weeklyHours < legalWeek ? partTime : fullTime,
  `${weeklyHours}h ${weeklyHours} h heures par semaine`,
  ...hoursSpared(offer),
  ...notAsked(offer),
];

/** Hours, Code du travail L3121-27. */
const legalWeek = 35;

/**
 * The same as words for the search page, but those that trades are named with too: « chef d’équipe » finds no cook for
 * working in shifts, « chargé de mission » no short mission.
 */
export const wordsOfTerms = (offer: Terms): string => withoutTrades(namesOf(offer));

/** Apart, as they are often mistyped and begin like nothing else: « alternence », « saisonier », « teletravail ». */
export const wordsOfContract = (offer: Terms): string => withoutTrades(namesOfContract(offer));

const withoutTrades = (names: readonly string[]): string =>
  names
    .flatMap((name) => name.split(" "))
    .filter((word) => !alsoInTrades.has(word))
    .join(" ");

const alsoInTrades: ReadonlySet<string> = new Set(["équipe", "posté", "coupé", "mission"]);

/** Hours or a contract, and nothing of a trade: « nuit », « saisonnier », but neither « mission » nor « front-end ». */
export const isTermAlone = (stem: string): boolean => termsAlone.has(stem) && !partsOfTrades.has(stem);

const termsAlone = termsIn([...Object.values(scheduleNames), ...Object.values(contractNames)]);
const partsOfTrades = termsIn([...alsoInTrades, "week-end"]);
