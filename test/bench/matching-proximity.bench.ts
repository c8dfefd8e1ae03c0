import { cluesOf } from "./matching-clues.ts";
import { type Rome, readRome } from "./matching-rome.ts";
import { tuned } from "./matching-tuned.ts";
import type { BenchTable } from "./print-table.ts";

const folder = process.env.REFERENTIALS_DIR ?? "../shared/data/rome";
const columns = ["method", "NDCG@10, all", "first half", "second half", "ms"];
const title = "Occupation proximity against ROME's official mobility, which no method here receives";

/**
 * What could be without the mobility that the product's own ranking uses: naive likenesses, and clues weighed by where
 * people move from one half of the occupations, judged by where they move from the other half.
 */
export const benchProximity = async (): Promise<BenchTable> => {
  const rome = readRome(folder);
  if (rome === null) return { title: `${title}: not measured, no ROME files in ${folder}`, columns, rows: [] };
  const { occupations, mobility } = rome;
  const codes = occupations.map(({ code }) => code);
  const halves = halvesOf(occupations);

  const judged = (name: string, method: () => (code: string, place: number) => readonly string[]) => {
    const started = performance.now();
    const rank = method();
    const gains = codes.map((code, place) => ndcg(rank(code, place), mobility.get(code) ?? new Set()));
    const mean = (keep: (place: number) => boolean): string => {
      const kept = gains.filter((gain, place) => gain !== null && keep(place)).map(Number);
      return (kept.reduce((sum, gain) => sum + gain, 0) / kept.length).toFixed(3);
    };
    const figures = [mean(() => true), mean((at) => halves[at] === 0), mean((at) => halves[at] === 1)];
    return [name, ...figures, Math.round(performance.now() - started)];
  };

  return {
    title: `${title} (${codes.length} occupations)`,
    columns,
    rows: [
      judged("same beginning of code", () => byPrefix(codes)),
      judged("Jaccard of skills and knowledge", () => byItems(rome)),
      judged("clues, each half weighed by the other", () => byClues(rome, halves)),
    ],
  };
};

type Ranker = (code: string, place: number) => readonly string[];

/** A parent and its special cases are in the same half, so that none is judged by its near kin. */
const halvesOf = (occupations: Rome["occupations"]): readonly number[] => {
  const families = [...new Set(occupations.map(({ parent }) => parent))].sort();
  const halves = new Map(families.map((family, place) => [family, place % 2]));
  return occupations.map(({ parent }) => halves.get(parent) ?? 0);
};

const byClues = ({ occupations, mobility }: Rome, halves: readonly number[]): Ranker => {
  const candidatesOf = cluesOf(occupations);
  const all = occupations.map(({ code }, own) => {
    const { places, rows } = candidatesOf(own);
    const codes = [...places].map((place) => occupations[place]?.code ?? "");
    return { codes, rows, right: codes.map((other) => mobility.get(code)?.has(other) ?? false) };
  });
  const scorers = [1, 0].map((other) => tuned(all.filter((_, place) => halves[place] === other)));
  return (_, own) => {
    const { codes = [], rows = [] } = all[own] ?? {};
    const points = rows.map((row) => scorers[halves[own] ?? 0]?.(row) ?? 0);
    return best(codes.map((code, place) => [code, points[place] ?? 0] as const));
  };
};

const byPrefix =
  (codes: readonly string[]): Ranker =>
  (code) =>
    best(codes.filter((other) => other !== code).map((other) => [other, shared(other, code)] as const));

const byItems = ({ occupations }: Rome): Ranker => {
  const items = occupations.map(({ code, traits }) => ({
    code,
    items: new Set([...traits.keys()].filter((trait) => /^\d+$/.test(trait))),
  }));
  return (code, own) => {
    const mine = items[own]?.items ?? new Set<string>();
    const others = items.filter((other) => other.code !== code);
    return best(others.map((other) => [other.code, jaccard(mine, other.items)] as const));
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

const best = (points: readonly (readonly [string, number])[]): string[] =>
  [...points].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).map(([code]) => code);

/** Null for an occupation from which nobody is said to move. */
const ndcg = (ranked: readonly string[], moves: ReadonlySet<string>): number | null => {
  if (moves.size === 0) return null;
  const discount = (rank: number): number => 1 / Math.log2(rank + 2);
  const sum = (ranks: readonly number[]): number => ranks.reduce((total, rank) => total + discount(rank), 0);
  const found = ranked.slice(0, 10).flatMap((code, rank) => (moves.has(code) ? [rank] : []));
  return sum(found) / sum(Array.from({ length: Math.min(10, moves.size) }, (_, rank) => rank));
};
