import { likenesses } from "./matching-likeness.ts";
import { readRome } from "./matching-rome.ts";
import type { BenchTable } from "./print-table.ts";

const folder = process.env.REFERENTIALS_DIR ?? "../shared/data/rome";
const columns = ["method", "NDCG@10, all", "odd places", "even places", "ms"];
const title = "Occupation proximity against ROME's official mobility, which no method here receives";

/** What could be without the mobility that the product's own ranking uses: a likeness and naive ones, judged by where people officially move. */
export const benchProximity = async (): Promise<BenchTable> => {
  const rome = readRome(folder);
  if (rome === null) return { title: `${title}: not measured, no ROME files in ${folder}`, columns, rows: [] };
  const { occupations, mobility } = rome;
  const codes = occupations.map(({ code }) => code);
  const plain = occupations.map(({ traits, ...rest }) => ({
    ...rest,
    items: new Set([...traits.keys()].filter((trait) => !trait.includes(" ") && /^\d/.test(trait))),
  }));

  const judged = (name: string, rank: (code: string) => readonly string[]): (string | number)[] => {
    const started = performance.now();
    const gains = codes.map((code) => ndcg(rank(code), mobility.get(code) ?? new Set()));
    const ms = Math.round(performance.now() - started);
    const mean = (keep: (place: number) => boolean): number => {
      const kept = gains.filter((gain, place) => gain !== null && keep(place)).map(Number);
      return Math.round((1000 * kept.reduce((sum, gain) => sum + gain, 0)) / kept.length) / 1000;
    };
    return [name, ...[mean(() => true), mean((at) => at % 2 === 1), mean((at) => at % 2 === 0)].map(String), ms];
  };

  const byPrefix = (code: string): string[] =>
    [...codes]
      .filter((other) => other !== code)
      .sort((one, other) => shared(other, code) - shared(one, code) || (one < other ? -1 : 1));
  const byItems = (code: string): string[] => {
    const own = plain.find((occupation) => occupation.code === code)?.items ?? new Set();
    return best(
      plain.map((other) => [other.code, jaccard(own, other.items)] as const),
      code,
    );
  };
  const alike = likenesses(occupations);
  return {
    title: `${title} (${codes.length} occupations)`,
    columns,
    rows: [
      judged("same beginning of code", byPrefix),
      judged("Jaccard of skills and knowledge", byItems),
      judged("traits, words and tree", (code) => alike(code).map(([other]) => other)),
    ],
  };
};

const shared = (one: string, other: string): number => {
  if (one.slice(0, 3) === other.slice(0, 3)) return 2;
  return one[0] === other[0] ? 1 : 0;
};

const jaccard = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let both = 0;
  for (const item of one) if (other.has(item)) both += 1;
  return both / Math.max(1, one.size + other.size - both);
};

const best = (scores: readonly (readonly [string, number])[], own: string): string[] =>
  [...scores]
    .filter(([code]) => code !== own)
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([code]) => code);

/** Null for an occupation from which nobody is said to move. */
const ndcg = (ranked: readonly string[], moves: ReadonlySet<string>): number | null => {
  if (moves.size === 0) return null;
  const discount = (rank: number): number => 1 / Math.log2(rank + 2);
  const sum = (ranks: readonly number[]): number => ranks.reduce((total, rank) => total + discount(rank), 0);
  const found = ranked.slice(0, 10).flatMap((code, rank) => (moves.has(code) ? [rank] : []));
  return sum(found) / sum(Array.from({ length: Math.min(10, moves.size) }, (_, rank) => rank));
};
