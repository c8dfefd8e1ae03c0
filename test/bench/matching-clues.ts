import { cosines, jaccards, type Square } from "./matching-likeness.ts";

type Bag = ReadonlyMap<string, number>;

/** What the guess knows of an occupation: all but the official mobility. */
export type DescribedOccupation = {
  readonly code: string;
  /** Its own code when it is no special case. */
  readonly parent: string;
  /** What it is made of: skills, knowledge, conditions of work, words; each with its weight. */
  readonly traits: Bag;
  /** The words of its names, of its texts, of its skills' and knowledge's labels. */
  readonly words: { readonly all: Bag; readonly definition: Bag; readonly skills: Bag; readonly knowledge: Bag };
  readonly sectors: Bag;
  readonly names: number;
  readonly skills: number;
  /** Whether it is a post of manager or engineer ("cadre"). */
  readonly senior: boolean;
  /** Whether the law asks for a title to do it. */
  readonly regulated: boolean;
};

/** For one occupation, those that could be near, and what speaks for each: a row of clues. */
export type Candidates = { readonly places: Int32Array; readonly rows: readonly Float64Array[] };

const mostCandidates = 100;
/** An occupation near to everything is near to nothing: how near its ten nearest are. */
const nearest = 10;

/** Candidates are those most alike at first sight; each clue is a likeness, a rank in it, or a fact of the other one. */
export const cluesOf = (occupations: readonly DescribedOccupation[]): ((own: number) => Candidates) => {
  const traits = ranked(jaccards(occupations.map((one) => one.traits)));
  const cosine = (kind: keyof DescribedOccupation["words"]): Ranked =>
    ranked(cosines(occupations.map((one) => one.words[kind])));
  const words = cosine("all");
  const ranks = [words, cosine("skills"), cosine("knowledge"), cosine("definition")];
  const sectors = cosines(occupations.map((one) => one.sectors));
  const places = new Map(occupations.map(({ code }, place) => [code, place]));
  const parents = occupations.map(({ parent }, place) => places.get(parent) ?? place);
  const families = familiesOf(traits.square, parents);
  const best = bestOfFamilies(traits.square, parents);
  const kin = parents.map((_, place) => parents.filter((parent) => parent === place).length);
  const facts = occupations.map(({ names, skills, regulated }, place) => [
    Math.log1p(names),
    Math.log1p(skills),
    Number(regulated),
    Number(parents[place] === place),
    Math.log1p(kin[place] ?? 0),
    traits.reach(place),
  ]);

  const clues = (own: number, other: number): Float64Array => {
    const [mine, theirs] = [occupations[own], occupations[other]];
    return Float64Array.of(
      traits.rank(own, other),
      traits.rank(other, own),
      ...ranks.map(({ rank }) => rank(own, other)),
      at(families, parents[own] ?? own, parents[other] ?? other),
      at(sectors, own, other),
      nearCode(mine?.code ?? "", theirs?.code ?? ""),
      Number(mine?.senior === theirs?.senior),
      Number(theirs?.senior === true && mine?.senior === false),
      ...(facts[other] ?? []),
    );
  };
  return (own) => {
    const likely = occupations.map(({ code }, other) => {
      const parent = Number(parents[other] === other);
      const alike =
        at(traits.square, own, other) + at(words.square, own, other) / 2 + 0.3 * parent * at(best, own, other);
      return alike + 0.2 * nearCode(occupations[own]?.code ?? "", code);
    });
    const candidates = Int32Array.from(likely, (_, place) => place)
      .filter((place) => place !== own)
      .sort((one, other) => (likely[other] ?? 0) - (likely[one] ?? 0) || one - other)
      .subarray(0, mostCandidates);
    return { places: candidates, rows: [...candidates].map((other) => clues(own, other)) };
  };
};

const at = ({ size, values }: Square, row: number, column: number): number => values[row * size + column] ?? 0;

type Ranked = {
  readonly square: Square;
  /** Minus the logarithm of a place in a row: the first ones differ most. */
  readonly rank: (row: number, column: number) => number;
  readonly reach: (row: number) => number;
};

const ranked = (square: Square): Ranked => {
  const { size, values } = square;
  const sorted = Array.from({ length: size }, (_, row) => values.slice(row * size, (row + 1) * size).sort());
  return {
    square,
    rank: (row, column) => -Math.log1p(above(sorted[row] ?? new Float32Array(), at(square, row, column))),
    reach: (row) =>
      (sorted[row] ?? new Float32Array()).slice(-nearest).reduce((sum, value) => sum + value, 0) / nearest,
  };
};

/** How many of an ascending list are greater. */
const above = (ascending: Float32Array, value: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return ascending.length - low;
};

/** Between two parents, the mean likeness of those of the one family and those of the other. */
const familiesOf = (square: Square, parents: readonly number[]): Square => {
  const { size } = square;
  const sums = new Float32Array(size * size);
  const counts = new Float32Array(size * size);
  parents.forEach((parent, own) => {
    parents.forEach((its, other) => {
      const cell = parent * size + its;
      sums[cell] = (sums[cell] ?? 0) + at(square, own, other);
      counts[cell] = (counts[cell] ?? 0) + 1;
    });
  });
  return { size, values: sums.map((sum, cell) => sum / Math.max(1, counts[cell] ?? 1)) };
};

/** The likeness of the one most like, in the family of each parent. */
const bestOfFamilies = ({ size, values }: Square, parents: readonly number[]): Square => {
  const best = new Float32Array(size * size);
  values.forEach((value, cell) => {
    const other = cell % size;
    const family = cell - other + (parents[other] ?? other);
    if (value > (best[family] ?? 0)) best[family] = value;
  });
  return { size, values: best };
};

/** 1 for neighbours in the nomenclature, less with distance, 0 in another great domain. */
const nearCode = (one: string, other: string): number =>
  one[0] === other[0] ? Math.exp(-Math.abs(Number(one.slice(1)) - Number(other.slice(1))) / 30) : 0;
