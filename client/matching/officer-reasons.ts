import type { SaidReason } from "#client/design/reasons.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import type { Reason } from "#shared/matching/match.ts";
import {
  asked,
  byMeans,
  contractLabels,
  licenceLabel,
  occupationLabel,
  sayHad,
  sayMinutes,
  sayMonths,
  sayWished,
  scheduleList,
  skillList,
} from "./match-labels.ts";

/** Why a person fits an offer, told to the officer. Never "il" nor "elle": titles are given in both forms. */
export const officerReasons = (reasons: readonly Reason[]): readonly SaidReason[] =>
  reasons.map((reason) => ({ kind: reason.kind, text: sayToOfficer(reason) }));

const sayToOfficer = (reason: Reason): string => {
  switch (reason.code) {
    case "wanted-occupation":
      return reason.facts.months === 0 ? "Cherche ce métier" : sayPractised(reason.facts);
    case "practised-occupation":
      return sayPractised(reason.facts);
    case "close-occupation":
      return sayClose(reason);
    case "other-occupation":
      return "Autre métier que ceux du CV";
    case "experience":
      return sayExperience(reason.facts);
    case "beginners-welcome":
      return "Sans expérience indiquée, pas demandée";
    case "licence":
      return `${licenceLabel(reason.facts.licence)}, ${asked(reason.facts.licence, reason.facts.required)}${reason.kind === "no" ? " : pas dans le CV" : ""}`;
    case "diploma-by-law":
      return `${reason.facts.licences.slice(0, 2).map(licenceLabel).join(" ou ")}, exigé par la loi : pas dans le CV`;
    case "skills":
      return saySkills(reason);
    case "distance":
      return sayDistance(reason);
    case "remote":
      return "Travail entièrement à distance";
    case "schedule":
      return `${reason.kind === "yes" ? "Accepte" : "N’accepte pas"} le travail ${scheduleList(reason.facts.schedules)}`;
    case "hours":
      return `Cherche un temps ${reason.facts.wanted === "fullTime" ? "plein" : "partiel"}`;
    case "contract":
      return `Cherche un autre contrat que : ${contractLabels[reason.facts.contract]}`;
    case "available-later":
      return `Libre le ${sayDay(reason.facts.from)}, après la date prévue`;
  }
};

type Said<Code extends Reason["code"]> = Extract<Reason, { code: Code }>;

const sayPractised = ({ occupation, months }: { occupation: string; months: number }): string =>
  `${occupationLabel(occupation)} : ${sayMonths(months)}`;

const sayClose = ({ facts: { occupation, months, link } }: Said<"close-occupation">): string => {
  const what = months === 0 ? "" : ` ${sayMonths(months)},`;
  return `${occupationLabel(occupation)} :${what} ${link === "neighbour" ? "métier proche" : "mêmes compétences"}`;
};

const sayExperience = ({ months, near, asked: wished, required }: Said<"experience">["facts"]): string => {
  const has = sayHad({ months, near });
  if (wished === 0) return has;
  return `${has}, ${sayWished(wished, required ? "exigé" : "apprécié")}`;
};

const saySkills = ({ kind, facts: { skills, required } }: Said<"skills">): string => {
  if (kind === "yes") return `Compétences : ${skillList(skills)}`;
  return `${required ? "Demandé" : "Apprécié"}, pas dans le CV : ${skillList(skills)}`;
};

/** Near the limit the limit matters more than the minutes. */
const sayDistance = ({ kind, facts: { km, minutes, means, radiusKm } }: Said<"distance">): string => {
  if (kind === "no" || km >= radiusKm * 0.75) return `${km} km, limite acceptée : ${radiusKm}`;
  if (km === 0) return "Même commune ou tout près";
  return `${km} km, environ ${sayMinutes(minutes)} ${byMeans[means]}`;
};
