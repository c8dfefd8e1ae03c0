import type { Occupation } from "./occupation.ts";
import { titleFeatures } from "./title-features.ts";

/** Titles and everyday names of occupations, ready to be compared with a title. */
export type OccupationIndex = {
  /** How near each occupation is to a title, 0 to 1, best first; occupations that share nothing are absent. */
  readonly rank: (title: string, limit: number) => Ranked[];
};

export type Ranked = { readonly occupation: Occupation; readonly score: number };

/** How much all the names of an occupation weigh beside the one name nearest to the title. */
const wholeShare = 0.2;

export const indexOccupations = (occupations: readonly Occupation[]): OccupationIndex => {
  const owned = occupations.map((occupation) => namesOf(occupation).map(titleFeatures));
  const names = owned.flatMap((features, owner) => features.map((feature) => ({ features: feature, owner })));
  const documents = [...names, ...owned.map((features, owner) => ({ owner, features: wholeOf(features) }))];
  const rarity = rarityOf(documents.map(({ features }) => features));
  const postings = new Map<string, { documents: number[]; weights: number[] }>();
  documents.forEach(({ features }, id) => {
    for (const [feature, weight] of unit(features, rarity)) {
      const posting = postings.get(feature) ?? { documents: [], weights: [] };
      if (posting.documents.length === 0) postings.set(feature, posting);
      posting.documents.push(id);
      posting.weights.push(weight);
    }
  });

  const similarities = (title: string): Float64Array => {
    const sums = new Float64Array(documents.length);
    for (const [feature, weight] of unit(titleFeatures(title), rarity)) {
      const posting = postings.get(feature);
      posting?.documents.forEach((id, position) => {
        sums[id] = (sums[id] ?? 0) + weight * (posting.weights[position] ?? 0);
      });
    }
    return sums;
  };

  return {
    rank: (title, limit) => {
      const sums = similarities(title);
      const best = new Float64Array(occupations.length);
      names.forEach(({ owner }, id) => {
        best[owner] = Math.max(best[owner] ?? 0, sums[id] ?? 0);
      });
      return occupations
        .map((occupation, owner) => ({ occupation, score: blend(best[owner] ?? 0, sums[names.length + owner] ?? 0) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.occupation.code < b.occupation.code ? -1 : 1))
        .slice(0, limit);
    },
  };
};

/** A name that is the title itself gives 1, whatever the occupation's other names. */
const blend = (nearest: number, whole: number): number =>
  nearest >= 0.999 ? 1 : (nearest + wholeShare * whole) / (1 + wholeShare);

const namesOf = ({ masculine, feminine, synonyms }: Occupation): string[] => [
  ...new Set([masculine, feminine, ...synonyms]),
];

const wholeOf = (names: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> => {
  const whole = new Map<string, number>();
  for (const features of names)
    for (const [feature, weight] of features) whole.set(feature, Math.max(whole.get(feature) ?? 0, weight));
  return whole;
};

type Rarity = (feature: string) => number;

const rarityOf = (documents: readonly ReadonlyMap<string, number>[]): Rarity => {
  const counts = new Map<string, number>();
  for (const features of documents)
    for (const feature of features.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return (feature) => Math.log(1 + documents.length / (counts.get(feature) ?? 1));
};

const unit = (features: ReadonlyMap<string, number>, rarity: Rarity): [string, number][] => {
  const weighted = [...features].map(([feature, weight]): [string, number] => [feature, weight * rarity(feature)]);
  const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
  return weighted.map(([feature, weight]) => [feature, weight / length]);
};
