import { sayCount } from "#client/kernel/say.tsx";
import type { ContractType, Schedule } from "#shared/offers/offer-words.ts";
import { licenceByCode } from "#shared/referentials/licence.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { skillById } from "#shared/referentials/skills.ts";
import type { TravelMeans } from "#shared/referentials/travel.ts";

/** How a reason names things: short, inside a sentence, the same for everyone. */
export const occupationLabel = (code: string): string => occupationByCode(code)?.title ?? code;

/** "CACES R489 3" without what it drives: the line is short and the officer knows. */
export const licenceLabel = (code: string): string => (licenceByCode(code)?.label ?? code).split(" : ")[0] ?? code;

const feminineLicences =
  /^(Habilitation|Attestation|Capacité|Carte|Qualification|Aptitude|FIMO|Hygiène|Prévention|AIPR)/;

/** "exigé" or "exigée": it agrees with the licence, never with the person. */
export const asked = (licence: string, required: boolean): string =>
  `${required ? "exigé" : "apprécié"}${feminineLicences.test(licenceLabel(licence)) ? "e" : ""}`;

/** The first two, and how many more. */
export const skillList = (ids: readonly string[]): string => {
  const said = ids.slice(0, 2).map((id) => lowered(skillById(id)?.label ?? id));
  const more = ids.length - said.length;
  return more === 0 ? said.join(", ") : `${said.join(", ")} et ${sayCount(more, "autre", "autres")}`;
};

export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "3 mois", "2 ans", "1 an et demi": halves are enough to choose by. */
export const sayMonths = (months: number): string => {
  if (months < 12) return `${months} mois`;
  const years = Math.floor(months / 12);
  return `${sayCount(years, "an", "ans")}${months % 12 >= 6 ? " et demi" : ""}`;
};

export const byMeans: Readonly<Record<TravelMeans, string>> = {
  foot: "à pied",
  bike: "à vélo",
  publicTransport: "en transports en commun",
  car: "en voiture",
};

const scheduleLabels: Readonly<Record<Schedule, string>> = {
  day: "en journée",
  evening: "le soir",
  night: "la nuit",
  weekend: "le week-end",
  split: "en coupure",
  shifts: "en équipes (2 × 8 ou 3 × 8)",
};

export const scheduleList = (schedules: readonly Schedule[]): string =>
  schedules.map((schedule) => scheduleLabels[schedule]).join(", ");

export const contractLabels: Readonly<Record<ContractType, string>> = {
  cdi: "CDI",
  cdd: "CDD",
  interim: "intérim",
  seasonal: "contrat saisonnier",
  apprenticeship: "alternance",
  internship: "stage",
  pec: "contrat aidé (PEC)",
  clis: "CLIS",
  shortMission: "mission courte",
};

/** "2 ans d’expérience"; what is counted from near occupations is said to be so. */
export const sayHad = ({ months, near }: { months: number; near: boolean }): string => {
  if (months === 0) return "Sans expérience indiquée";
  return near ? `${sayMonths(months)} d’expérience, métiers proches compris` : `${sayMonths(months)} d’expérience`;
};

/** "1 an demandé", "6 mois demandés": the word follows the number it is said with. */
export const sayWished = (months: number, word: "demandé" | "exigé" | "apprécié"): string =>
  `${sayMonths(months)} ${word}${months >= 24 || (months > 1 && months < 12) ? "s" : ""}`;
