import { sayAmount, sayEuros, sayHours, sayList } from "#client/kernel/say.tsx";
import type { Offer, Pay } from "#shared/offers/offer.ts";
import type {
  ClosingReason,
  ContractType,
  OfferStatus,
  PayPeriod,
  RemoteShare,
  RequestChannel,
  Schedule,
} from "#shared/offers/offer-words.ts";

export const contractLabels: Record<ContractType, string> = {
  cdi: "CDI",
  cdd: "CDD",
  interim: "Intérim",
  seasonal: "Saisonnier",
  apprenticeship: "Alternance",
  internship: "Stage",
  pec: "Parcours emploi compétences",
  clis: "Contrat d’insertion aidé (CLIS)",
  shortMission: "Mission courte",
};

export const scheduleLabels: Record<Schedule, string> = {
  day: "Journée",
  evening: "Soir",
  night: "Nuit",
  weekend: "Week-end",
  split: "Horaires coupés",
  shifts: "Équipes (2×8, 3×8)",
};

/** "nuit et week-end". */
export const saySchedules = (schedules: readonly Schedule[]): string =>
  sayList(schedules.map((schedule) => scheduleLabels[schedule].toLowerCase()));

export const payPeriodLabels: Record<PayPeriod, string> = {
  hour: "par heure",
  month: "par mois",
  year: "par an",
};

export const remoteLabels: Record<RemoteShare, string> = {
  none: "Sur place",
  partial: "En partie à distance",
  full: "Entièrement à distance",
};

export const statusLabels: Record<OfferStatus, string> = {
  draft: "Brouillon",
  pending: "En attente de vérification",
  published: "En ligne",
  suspended: "Suspendue",
  filled: "Pourvue",
  cancelled: "Annulée",
  expired: "Terminée",
};

export const closingReasonLabels: Record<ClosingReason, string> = {
  filledByUs: "Le poste est pourvu grâce à Élan Emploi",
  filledOtherwise: "Le poste est pourvu autrement",
  abandoned: "Le recrutement est abandonné",
  noApplication: "Personne n’a répondu",
  notQualified: "Les candidatures ne convenaient pas",
};

export const requestChannelLabels: Record<RequestChannel, string> = {
  online: "En ligne",
  visit: "Pendant une visite",
  phone: "Par téléphone",
  mail: "Par mail",
};

/** "1 905 à 2 010 € brut par mois", "12,31 € brut par heure". */
export const sayPay = ({ minCents, maxCents, period }: Pay): string => {
  const amount = minCents === maxCents ? sayEuros(minCents) : `${sayAmount(minCents)} à ${sayEuros(maxCents)}`;
  return `${amount} brut ${payPeriodLabels[period]}`;
};

/** "28 h par semaine", "17 h 30 par semaine". */
export const sayWeeklyHours = (hours: number): string => `${sayHours(Math.round(hours * 60))} par semaine`;

/** The age of an offer, as one asks for it: "depuis hier", "depuis 7 jours". */
export const sinceLabel = (days: number): string =>
  ({ 1: "Depuis hier", 7: "Depuis 7 jours", 30: "Depuis 30 jours" })[days] ?? `Depuis ${days} jours`;

/** "CDD 6 mois", "CDI". */
export const sayContract = ({ contract, durationMonths }: Pick<Offer, "contract" | "durationMonths">): string =>
  durationMonths === null ? contractLabels[contract] : `${contractLabels[contract]}, ${durationMonths} mois`;

/** The employer's name, or what stands for it. */
export const sayEmployer = ({ employer }: { readonly employer: string | null }): string =>
  employer ?? "Entreprise accompagnée par le Département";

/** Refusals of the public pages and of the open API. */
export const publicOfferWords: Readonly<Record<string, string>> = {
  "offer-is-closed": "Cette offre n’est plus ouverte. D’autres lui ressemblent.",
};
