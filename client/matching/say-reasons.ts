import type { SaidReason } from "#client/design/reasons.tsx";
import { sayDay, sayMinutes } from "#client/kernel/say.tsx";
import type { Reason } from "#shared/matching/match.ts";
import {
  asked,
  byMeans,
  contractLabels,
  licenceLabel,
  occupationLabel,
  sayHad,
  sayMonths,
  sayWished,
  scheduleList,
  skillList,
} from "./match-labels.ts";

/**
 * Who is spoken to: the person of the CV, or the officer who chooses for an offer. Neither voice depends on who the
 * person is: never "il" nor "elle", titles in both forms.
 */
export type Voice = "candidate" | "officer";

/** Why a person and an offer fit, or do not, in short sentences. */
export const sayReasons = (reasons: readonly Reason[], voice: Voice): readonly SaidReason[] =>
  reasons.map((reason) => ({ kind: reason.kind, text: sayOne(sentences[voice], reason) }));

type Said<Code extends Reason["code"]> = Extract<Reason, { code: Code }>;
type Sentences = { readonly [Code in Reason["code"]]: (reason: Said<Code>) => string };

const sayOne = (words: Sentences, reason: Reason): string => (words[reason.code] as (reason: Reason) => string)(reason); // the sentence of this very code

/** What is said alike to both. */
const toBoth: Pick<Sentences, "experience" | "remote"> = {
  experience: ({ kind, facts: { months, near, asked: wished, required } }) => {
    const has = sayHad({ months, near });
    if (wished === 0) return has;
    return `${has}, ${sayWished(wished, kind === "yes" ? "demandé" : required ? "exigé" : "apprécié")}`;
  },
  remote: () => "Travail entièrement à distance",
};

const toCandidate: Sentences = {
  ...toBoth,
  "wanted-occupation": () => "Métier que vous cherchez",
  "practised-occupation": ({ facts }) => `Métier que vous avez exercé, ${sayMonths(facts.months)}`,
  "close-occupation": ({ facts: { occupation, link } }) =>
    `${link === "similar" ? "Mêmes compétences que" : "Métier proche"} : ${occupationLabel(occupation)}`,
  "other-occupation": () => "Autre métier que ceux de votre CV",
  "beginners-welcome": () => "Ouvert sans expérience",
  licence: ({ kind, facts: { licence, required } }) => {
    const label = licenceLabel(licence);
    if (kind === "yes") return `Vous avez : ${label}, ${asked(licence, required)}`;
    return `Il vous manque : ${label}, ${asked(licence, required)}${required ? "" : `, pas ${asked(licence, true)}`}`;
  },
  "diploma-by-law": ({ facts }) => `Il vous manque : ${anyOf(facts.licences)}, obligatoire pour ce métier`,
  skills: ({ kind, facts: { skills, required } }) => {
    if (kind === "no") return `${required ? "Demandé" : "Apprécié"}, pas dans votre CV : ${skillList(skills)}`;
    return `${required === null ? "Le métier demande, et vous savez" : "Vous savez"} : ${skillList(skills)}`;
  },
  distance: (reason) =>
    reason.kind === "no"
      ? `${reason.facts.km} km, plus loin que vos ${reason.facts.radiusKm} km`
      : sayWay(reason, "Dans votre commune ou tout près"),
  schedule: ({ kind, facts: { schedules } }) =>
    kind === "yes" ? "Horaires qui vous vont" : `Horaires que vous n’avez pas choisis : ${scheduleList(schedules)}`,
  hours: ({ facts: { weeklyHours, wanted } }) =>
    `${String(weeklyHours).replace(".", ",")} h par semaine, vous cherchez un temps ${timeWords[wanted]}`,
  contract: ({ facts }) => `Contrat que vous n’avez pas choisi : ${contractLabels[facts.contract]}`,
  "available-later": ({ facts }) => `Vous serez libre le ${sayDay(facts.from)}, après la date prévue`,
};

const toOfficer: Sentences = {
  ...toBoth,
  "wanted-occupation": ({ facts }) => (facts.months === 0 ? "Cherche ce métier" : sayPractised(facts)),
  "practised-occupation": ({ facts }) => sayPractised(facts),
  "close-occupation": ({ facts: { occupation, months, link } }) =>
    `${occupationLabel(occupation)} :${months === 0 ? "" : ` ${sayMonths(months)},`} ${link === "similar" ? "mêmes compétences" : "métier proche"}`,
  "other-occupation": () => "Autre métier que ceux du CV",
  "beginners-welcome": () => "Sans expérience indiquée, pas demandée",
  licence: ({ kind, facts: { licence, required } }) =>
    `${licenceLabel(licence)}, ${asked(licence, required)}${kind === "no" ? " : pas dans le CV" : ""}`,
  "diploma-by-law": ({ facts }) => `${anyOf(facts.licences)}, obligatoire pour ce métier : pas dans le CV`,
  skills: ({ kind, facts: { skills, required } }) =>
    kind === "yes"
      ? `Compétences : ${skillList(skills)}`
      : `${required ? "Demandé" : "Apprécié"}, pas dans le CV : ${skillList(skills)}`,
  /** Near the limit the limit matters more than the minutes. */
  distance: (reason) => {
    const { km, radiusKm } = reason.facts;
    const atLimit = reason.kind === "no" || km >= radiusKm * 0.75;
    return atLimit ? `${km} km, limite acceptée : ${radiusKm}` : sayWay(reason, "Même commune ou tout près");
  },
  schedule: ({ kind, facts: { schedules } }) =>
    `${kind === "yes" ? "Accepte" : "N’accepte pas"} le travail ${scheduleList(schedules)}`,
  hours: ({ facts }) => `Cherche un temps ${timeWords[facts.wanted]}`,
  contract: ({ facts }) => `Cherche un autre contrat que : ${contractLabels[facts.contract]}`,
  "available-later": ({ facts }) => `Libre le ${sayDay(facts.from)}, après la date prévue`,
};

const sentences: Readonly<Record<Voice, Sentences>> = { candidate: toCandidate, officer: toOfficer };

const timeWords = { fullTime: "plein", partTime: "partiel" } as const;

/** One of a pair, or the usual one of a long list: eleven diplomas in a sentence help nobody. */
const anyOf = (licences: readonly string[]): string => {
  const labels = licences.map(licenceLabel);
  return labels.length > 2 ? `${labels[0]} ou équivalent` : labels.join(" ou ");
};

const sayPractised = ({ occupation, months }: { occupation: string; months: number }): string =>
  `${occupationLabel(occupation)} : ${sayMonths(months)}`;

const sayWay = ({ facts: { km, minutes, means } }: Said<"distance">, here: string): string =>
  km === 0 ? here : `${km} km, environ ${sayMinutes(minutes)} ${byMeans[means]}`;
