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

/** Why an offer fits, told to the person it may suit. Neutral: what is said does not depend on who reads. */
export const candidateReasons = (reasons: readonly Reason[]): readonly SaidReason[] =>
  reasons.map((reason) => ({ kind: reason.kind, text: sayToCandidate(reason) }));

const sayToCandidate = (reason: Reason): string => {
  switch (reason.code) {
    case "wanted-occupation":
      return "Métier que vous cherchez";
    case "practised-occupation":
      return `Métier que vous avez exercé, ${sayMonths(reason.facts.months)}`;
    case "close-occupation":
      return reason.facts.link === "neighbour"
        ? `Métier proche : ${occupationLabel(reason.facts.occupation)}`
        : `Mêmes compétences que : ${occupationLabel(reason.facts.occupation)}`;
    case "other-occupation":
      return "Autre métier que ceux de votre CV";
    case "experience":
      return sayExperience(reason.facts);
    case "beginners-welcome":
      return "Ouvert sans expérience";
    case "licence":
      return sayLicence(reason);
    case "diploma-by-law":
      return `Exigé par la loi, non indiqué dans votre CV : ${reason.facts.licences.slice(0, 2).map(licenceLabel).join(" ou ")}`;
    case "skills":
      return saySkills(reason);
    case "distance":
      return sayDistance(reason);
    case "remote":
      return "Travail entièrement à distance";
    case "schedule":
      return reason.kind === "yes"
        ? "Horaires qui vous vont"
        : `Horaires que vous n’avez pas choisis : ${scheduleList(reason.facts.schedules)}`;
    case "hours":
      return `${String(reason.facts.weeklyHours).replace(".", ",")} h par semaine, vous cherchez un temps ${reason.facts.wanted === "fullTime" ? "plein" : "partiel"}`;
    case "contract":
      return `Contrat que vous n’avez pas choisi : ${contractLabels[reason.facts.contract]}`;
    case "available-later":
      return `Vous serez libre le ${sayDay(reason.facts.from)}, après la date prévue`;
  }
};

type Said<Code extends Reason["code"]> = Extract<Reason, { code: Code }>;

const sayExperience = ({ months, near, asked: wished, required }: Said<"experience">["facts"]): string => {
  const has = sayHad({ months, near });
  if (wished === 0) return has;
  if (months >= wished) return `${has}, ${sayWished(wished, "demandé")}`;
  return `${has}, ${sayWished(wished, required ? "exigé" : "apprécié")}`;
};

const sayLicence = ({ kind, facts: { licence, required } }: Said<"licence">): string => {
  const label = licenceLabel(licence);
  if (kind === "yes") return `${label}, ${asked(licence, required)}`;
  return required
    ? `${label}, ${asked(licence, true)} : non indiqué dans votre CV`
    : `Il vous manque : ${label}, ${asked(licence, false)}, pas ${asked(licence, true)}`;
};

const saySkills = ({ kind, facts: { skills, required } }: Said<"skills">): string => {
  if (kind === "no") return `${required ? "Demandé" : "Apprécié"}, pas dans votre CV : ${skillList(skills)}`;
  if (required === null) return `Le métier demande, et vous savez : ${skillList(skills)}`;
  return `Vous savez : ${skillList(skills)}`;
};

const sayDistance = ({ kind, facts: { km, minutes, means, radiusKm } }: Said<"distance">): string => {
  if (kind === "no") return `${km} km, plus loin que vos ${radiusKm} km`;
  if (km === 0) return "Dans votre commune ou tout près";
  return `${km} km, environ ${sayMinutes(minutes)} ${byMeans[means]}`;
};
