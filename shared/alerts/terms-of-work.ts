import type { ContractType, Schedule } from "#shared/offers/offer-words.ts";
import { analyse } from "#shared/referentials/french.ts";

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
  seasonal: "saison saisonnier",
  apprenticeship: "alternance apprentissage apprenti",
  internship: "stage stagiaire",
  pec: "PEC",
  clis: "CLIS",
  shortMission: "mission",
};

const terms: ReadonlySet<string> = new Set(
  [...Object.values(scheduleNames), ...Object.values(contractNames)].flatMap(analyse),
);

/** A word of terms, even inside a trade's name ("aide-soignant de nuit"), must be the offer's own. */
export const isTerm = (stem: string): boolean => terms.has(stem);

export const termsOf = (offer: {
  readonly contract: ContractType;
  readonly schedules: readonly Schedule[];
}): string[] =>
  [contractNames[offer.contract], ...offer.schedules.map((schedule) => scheduleNames[schedule])].flatMap(analyse);
