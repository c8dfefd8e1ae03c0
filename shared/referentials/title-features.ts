import { analyse } from "./french.ts";
import { expandAcronyms } from "./french-acronyms.ts";

/**
 * What a job title is compared by: its stems, its pairs of stems, and pieces of 3 and 4 letters, so that a typo
 * only costs the pieces it touches. Feminine and masculine titles give nearly the same features, by stemming.
 */
export const titleFeatures = (title: string): ReadonlyMap<string, number> => {
  const stems = titleStems(title);
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    features.set(feature, (features.get(feature) ?? 0) + weight);
  };
  for (const stem of expandAcronyms(stems)) {
    add(stem, stemWeight);
    for (const piece of pieces(stem)) add(piece, 1);
  }
  for (let index = 1; index < stems.length; index++) add(`${stems[index - 1]} ${stems[index]}`, pairWeight);
  return features;
};

/** The stems of a title without what an advertisement adds to it; all of them when nothing else is left. */
export const titleStems = (title: string): string[] => {
  const stems = analyse(title);
  const kept = stems.filter((stem) => !noise().has(stem) && !/^\d+$/.test(stem));
  return kept.length > 0 ? kept : stems;
};

const stemWeight = 0.8;
const pairWeight = 0.5;

const pieces = (stem: string): string[] => {
  const padded = `^${stem}$`;
  const found: string[] = [];
  for (const size of [3, 4])
    for (let start = 0; start + size <= padded.length; start++) found.push(`~${padded.slice(start, start + size)}`);
  return found;
};

let noiseStems: ReadonlySet<string> | null = null;

const noise = (): ReadonlySet<string> => {
  noiseStems ??= new Set(
    analyse(
      "cdi cdd intérim intérimaire temps plein partiel complet débutant débutante accepté expérimenté expérimentée confirmé confirmée urgent recherche recherchons poste emploi offre mission saison saisonnier alternance apprenti stage heures km junior senior qualifié qualifiée diplômé",
    ),
  );
  return noiseStems;
};
