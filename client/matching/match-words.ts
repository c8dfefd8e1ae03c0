import { plural } from "#client/kernel/say.tsx";
import type { ConditionKind, MatchLevel, PartName, SetAside } from "#shared/matching/match.ts";
import { licenceLabel } from "./match-labels.ts";

/** How well, in a word. */
export const levelWords: Readonly<Record<MatchLevel, string>> = {
  veryGood: "très bien",
  good: "bien",
  possible: "possible",
  toCheck: "à regarder",
};

/** The parts of the score, as the page of rules names them. */
export const partWords: Readonly<Record<PartName, string>> = {
  occupation: "Métier",
  skills: "Compétences et permis appréciés",
  experience: "Expérience",
  contractAndHours: "Contrat et horaires",
  availability: "Disponibilité",
};

/** "14 sans CACES R489 3, 9 trop loin selon leur propre choix"; null when no condition set anyone aside. */
export const saySetAside = (setAside: readonly SetAside[]): string | null =>
  setAside.length === 0
    ? null
    : `Écartées par une condition : ${setAside.map((one) => `${one.count} ${whySetAside(one)}`).join(", ")}.`;

/** Why people are set aside, after their number. */
export const whySetAside = ({ condition, count }: SetAside): string =>
  condition.kind === "licence" || condition.kind === "diploma"
    ? `sans ${licenceLabel(condition.code ?? "")}`
    : plural(count, whyOne[condition.kind], whyMany[condition.kind]);

const whyOne: Readonly<Record<Exclude<ConditionKind, "licence" | "diploma">, string>> = {
  distance: "trop loin selon son propre choix",
  schedule: "qui refuse ces horaires",
  hours: "qui cherche une autre durée de travail",
  contract: "qui cherche un autre contrat",
  shutOut: "qui ne veut pas de cette entreprise",
};

const whyMany: Readonly<Record<Exclude<ConditionKind, "licence" | "diploma">, string>> = {
  distance: "trop loin selon leur propre choix",
  schedule: "qui refusent ces horaires",
  hours: "qui cherchent une autre durée de travail",
  contract: "qui cherchent un autre contrat",
  shutOut: "qui ne veulent pas de cette entreprise",
};
