/** What likeness needs to know of an occupation: all it is made of, without the official mobility. */
export type DescribedOccupation = {
  readonly code: string;
  /** Its own code when it is no special case. */
  readonly parent: string;
  /** What it is made of (skills, knowledge, conditions of work, words), each with its weight. */
  readonly traits: ReadonlyMap<string, number>;
  /** Words of its names and texts, each with how often. */
  readonly words: ReadonlyMap<string, number>;
  /** How many names it goes by: what is broad is near to more. */
  readonly names: number;
};

/** Tuned on random halves of ROME 4.0's occupations, both in the end: no half is wholly unseen. */
const likenessWeights = {
  family: 0.44,
  words: 0.4,
  isParent: 0.04,
  kin: 0.04,
  nearCode: 0.03,
  names: 0.012,
} as const;

/**
 * How alike occupations are: shared traits in a Jaccard index where a rare one counts more (IDF), the words of their
 * names and texts (cosine), and their places in the tree: a parent stands for all its special cases. Given a code,
 * each other code with its likeness, most like first.
 */
export const likenesses = (
  occupations: readonly DescribedOccupation[],
): ((code: string) => readonly (readonly [string, number])[]) => {
  const traits = weighed(occupations.map((occupation) => occupation.traits));
  const words = weighed(occupations.map((occupation) => logged(occupation.words)));
  const places = new Map(occupations.map(({ code }, place) => [code, place]));
  const parents = occupations.map(({ code, parent }, place) => places.get(parent) ?? places.get(code) ?? place);

  return (code) => {
    const own = places.get(code);
    if (own === undefined) return [];
    const jaccard = jaccardWith(traits, own);
    const cosine = cosineWith(words, own);
    const best = bestOfFamilies(jaccard, parents, own);
    const scores = occupations.map((other, place) => {
      const isParent = parents[place] === place;
      return (
        (jaccard[place] ?? 0) +
        likenessWeights.words * (cosine[place] ?? 0) +
        (isParent ? likenessWeights.family * (best[place] ?? 0) + likenessWeights.isParent : 0) +
        (parents[place] === parents[own] ? likenessWeights.kin : 0) +
        likenessWeights.nearCode * nearCode(code, other.code) +
        likenessWeights.names * Math.log1p(other.names)
      );
    });
    return occupations
      .map((other, place) => [other.code, scores[place] ?? 0] as const)
      .filter(([other]) => other !== code)
      .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  };
};

type Weighed = {
  readonly rows: readonly ReadonlyMap<string, number>[];
  readonly holders: ReadonlyMap<string, readonly (readonly [place: number, weight: number])[]>;
  readonly sums: readonly number[];
  readonly norms: readonly number[];
};

const weighed = (all: readonly ReadonlyMap<string, number>[]): Weighed => {
  const counts = new Map<string, number>();
  for (const row of all) for (const trait of row.keys()) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const idf = (trait: string): number => Math.log(1 + all.length / (counts.get(trait) ?? 1));
  const rows = all.map((row) => new Map([...row].map(([trait, weight]) => [trait, weight * idf(trait)])));
  const holders = new Map<string, (readonly [number, number])[]>();
  rows.forEach((row, place) => {
    for (const [trait, weight] of row) {
      const list = holders.get(trait);
      if (list === undefined) holders.set(trait, [[place, weight]]);
      else list.push([place, weight]);
    }
  });
  const total = (row: ReadonlyMap<string, number>, power: number): number =>
    [...row.values()].reduce((sum, weight) => sum + weight ** power, 0);
  return { rows, holders, sums: rows.map((row) => total(row, 1)), norms: rows.map((row) => Math.sqrt(total(row, 2))) };
};

const logged = (words: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...words].map(([word, count]) => [word, 1 + Math.log(count)]));

/** Adds up what two share, trait by trait of the first. */
const sharedWith = (
  { rows, holders }: Weighed,
  own: number,
  share: (mine: number, theirs: number) => number,
): Float64Array => {
  const sums = new Float64Array(rows.length);
  for (const [trait, mine] of rows[own] ?? [])
    for (const [place, theirs] of holders.get(trait) ?? []) sums[place] = (sums[place] ?? 0) + share(mine, theirs);
  return sums;
};

const jaccardWith = (all: Weighed, own: number): Float64Array =>
  sharedWith(all, own, Math.min).map((shared, place) => {
    const union = (all.sums[own] ?? 0) + (all.sums[place] ?? 0) - shared;
    return union === 0 ? 0 : shared / union;
  });

const cosineWith = (all: Weighed, own: number): Float64Array =>
  sharedWith(all, own, (mine, theirs) => mine * theirs).map((shared, place) => {
    const norms = (all.norms[own] ?? 0) * (all.norms[place] ?? 0);
    return norms === 0 ? 0 : shared / norms;
  });

/** For each parent, the likeness of the one most like among its special cases and itself. */
const bestOfFamilies = (likeness: Float64Array, parents: readonly number[], own: number): Float64Array => {
  const best = new Float64Array(likeness.length);
  likeness.forEach((value, place) => {
    const parent = parents[place] ?? place;
    if (place !== own && value > (best[parent] ?? 0)) best[parent] = value;
  });
  return best;
};

/** 1 for neighbours in the nomenclature, less with distance, 0 in another great domain. */
const nearCode = (one: string, other: string): number =>
  one[0] === other[0] ? Math.exp(-Math.abs(Number(one.slice(1)) - Number(other.slice(1))) / 30) : 0;
