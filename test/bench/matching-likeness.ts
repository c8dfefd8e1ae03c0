/** How alike each two of some things are: a square, row by row. */
export type Square = { readonly size: number; readonly values: Float32Array };
type Bag = ReadonlyMap<string, number>;

/** What is shared over what either has, weight by weight; what few have counts more (IDF). */
export const jaccards = (bags: readonly Bag[]): Square => {
  const all = weighed(bags);
  return squareOf(all, Math.min, (shared, own, other) => shared / (all.sum(own) + all.sum(other) - shared));
};

/** The cosine of their angles; what few have counts more (IDF). */
export const cosines = (bags: readonly Bag[]): Square => {
  const all = weighed(bags);
  const product = (mine: number, theirs: number): number => mine * theirs;
  return squareOf(all, product, (shared, own, other) => shared / (all.norm(own) * all.norm(other)));
};

type Held = { readonly places: Int32Array; readonly weights: Float64Array };
type Weighed = {
  readonly size: number;
  readonly holders: readonly Held[];
  /** Of each, what it holds, as numbers in `holders`. */
  readonly rows: readonly (readonly (readonly [trait: number, weight: number])[])[];
  readonly sum: (place: number) => number;
  readonly norm: (place: number) => number;
};

const weighed = (bags: readonly Bag[]): Weighed => {
  const lists = new Map<string, (readonly [place: number, weight: number])[]>();
  bags.forEach((bag, place) => {
    for (const [trait, weight] of bag) {
      const list = lists.get(trait);
      if (list === undefined) lists.set(trait, [[place, weight]]);
      else list.push([place, weight]);
    }
  });
  const rows: [number, number][][] = bags.map(() => []);
  const holders = [...lists.values()].map((list, trait): Held => {
    const idf = Math.log(1 + bags.length / list.length);
    for (const [place, weight] of list) rows[place]?.push([trait, weight * idf]);
    return {
      places: Int32Array.from(list, ([place]) => place),
      weights: Float64Array.from(list, ([, weight]) => weight * idf),
    };
  });
  const totals = (power: number): number[] =>
    rows.map((row) => row.reduce((sum, [, weight]) => sum + weight ** power, 0));
  const sums = totals(1);
  const norms = totals(2).map(Math.sqrt);
  return { size: bags.length, holders, rows, sum: (at) => sums[at] ?? 0, norm: (at) => norms[at] ?? 0 };
};

const squareOf = (
  { size, holders, rows }: Weighed,
  share: (mine: number, theirs: number) => number,
  whole: (shared: number, own: number, other: number) => number,
): Square => {
  const values = new Float32Array(size * size);
  const sums = new Float64Array(size);
  for (let own = 0; own < size; own++) {
    sums.fill(0);
    for (const [trait, mine] of rows[own] ?? []) {
      const held = holders[trait];
      held?.places.forEach((place, at) => {
        sums[place] = (sums[place] ?? 0) + share(mine, held.weights[at] ?? 0);
      });
    }
    sums.forEach((shared, other) => {
      if (other !== own && shared > 0) values[own * size + other] = whole(shared, own, other);
    });
  }
  return { size, values };
};
