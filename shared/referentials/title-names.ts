import type { TitleFeatures } from "./title-features.ts";

export type Nearness = {
  /** How near the nearest name of each owner is, 0 to 1. */
  readonly nearest: Float32Array;
  /** All its names that are near, the nearest counting most. */
  readonly several: Float32Array;
};

/** Compares a title with each name by itself, where a field compares it with all the names of an occupation at once. */
export const nameComparer = (
  names: readonly { readonly owner: number; readonly features: TitleFeatures }[],
  owners: number,
): ((title: TitleFeatures) => Nearness) => {
  const bags = names.map(({ features }) => bagOf(features));
  const rarity = rarityOf(bags);
  const postings = new Map<string, { names: number[]; weights: number[] }>();
  bags.forEach((bag, name) => {
    for (const [feature, weight] of unit(bag, rarity)) {
      const posting = postings.get(feature) ?? { names: [], weights: [] };
      if (posting.names.length === 0) postings.set(feature, posting);
      posting.names.push(name);
      posting.weights.push(weight);
    }
  });
  const compact = new Map(
    [...postings].map(([feature, posting]) => [
      feature,
      { names: Uint16Array.from(posting.names), weights: Float32Array.from(posting.weights) },
    ]),
  );
  const ownerOf = Uint16Array.from(names, ({ owner }) => owner);

  return (title) => {
    const sums = new Float32Array(names.length);
    for (const [feature, weight] of unit(bagOf(title), rarity)) {
      const posting = compact.get(feature);
      if (posting === undefined) continue;
      const { names: those, weights } = posting;
      for (let at = 0, end = those.length; at < end; at++) {
        const name = those[at] ?? 0;
        sums[name] = (sums[name] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
    return gather(sums, ownerOf, owners);
  };
};

const gather = (sums: Float32Array, ownerOf: Uint16Array, owners: number): Nearness => {
  const nearest = new Float32Array(owners);
  const several = new Float32Array(owners);
  for (let name = 0; name < sums.length; name++) {
    const sum = sums[name] ?? 0;
    if (sum === 0) continue;
    const owner = ownerOf[name] ?? 0;
    if (sum > (nearest[owner] ?? 0)) nearest[owner] = sum;
    several[owner] = (several[owner] ?? 0) + sum * sum * sum;
  }
  for (let owner = 0; owner < owners; owner++) several[owner] = Math.cbrt(several[owner] ?? 0);
  return { nearest, several };
};

type Bag = ReadonlyMap<string, number>;

const stemWeight = 0.8;
const pairWeight = 0.5;

/** Pieces of 5 letters are left out: those of 3 and 4 forgive more. */
const bagOf = ({ stems, pairs, pieces }: TitleFeatures): Bag => {
  const bag = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    bag.set(feature, (bag.get(feature) ?? 0) + weight);
  };
  for (const stem of stems) add(`=${stem}`, stemWeight);
  for (const pair of pairs) add(`=${pair}`, pairWeight);
  for (const piece of pieces) if (piece.length < 5) add(piece, 1);
  return bag;
};

type Rarity = (feature: string) => number;

const rarityOf = (bags: readonly Bag[]): Rarity => {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const feature of bag.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return (feature) => Math.log(1 + bags.length / (counts.get(feature) ?? 1));
};

const unit = (bag: Bag, rarity: Rarity): [string, number][] => {
  const weighted = [...bag].map(([feature, weight]): [string, number] => [feature, weight * rarity(feature)]);
  const length = Math.sqrt(weighted.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weighted.map(([feature, weight]) => [feature, weight / length]);
};
