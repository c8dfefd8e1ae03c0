import { plural, sayCount } from "#client/kernel/say.tsx";
import type { ConditionKind, SetAside } from "#shared/matching/match.ts";
import { asked, licenceLabel } from "./match-labels.ts";

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

/** Told to the person: "3 offres. Il vous manque : Permis C, exigé", "5 offres : plus loin que vos 60 km". */
export const sayMyAsides = (setAside: readonly SetAside[], { radiusKm }: { radiusKm: number }): readonly string[] =>
  setAside.map(({ condition, count }) => {
    const label = licenceLabel(condition.code ?? "");
    const why = {
      ...myReasons,
      diploma: `. Il vous manque : ${label}, obligatoire pour ce métier`,
      licence: `. Il vous manque : ${label}, ${asked(condition.code ?? "", true)}`,
      distance: ` : plus loin que vos ${radiusKm} km`,
    }[condition.kind];
    return `${sayCount(count, "offre", "offres")}${why}`;
  });

const myReasons = {
  schedule: " : horaires que vous n’avez pas choisis",
  hours: " : autre durée de travail que celle que vous cherchez",
  contract: " : contrat que vous n’avez pas choisi",
  shutOut: " : entreprise que vous avez écartée",
} as const satisfies Partial<Record<ConditionKind, string>>;
