import { type FirstOnes, firstOnes } from "./first-ones.ts";
import type { Condition, ConditionKind, Match, Ranking, SetAside } from "./match.ts";
import { conditionKinds } from "./match.ts";
import { weights } from "./match-weights.ts";

/** Who fits and who is set aside, counted as rows go by. */
export type Tally = {
  readonly fits: (row: number, score: number) => void;
  readonly setAside: (row: number, score: number, first: FirstCondition) => void;
  readonly ranking: (matchAt: (row: number) => Match) => Ranking;
};

/** The first condition that stops a row, and how many do in all. */
export type FirstCondition = Condition & { readonly blocks: number };

type Heap = { condition: Condition; count: number; alone: number; first: FirstOnes };

export const tally = (limit: number, idOf: (row: number) => string): Tally => {
  const best = firstOnes(limit);
  const heaps = new Map<string, Heap>();
  let total = 0;

  /** What the law asks for one trade and an employer for another is one thing to have: said as the law's, whoever came first. */
  const heapOf = ({ kind, code }: Condition): Heap => {
    const known = heaps.get(code ?? kind); // no licence has the name of another condition
    if (known !== undefined && order(kind) < order(known.condition.kind)) known.condition = { kind, code };
    if (known !== undefined) return known;
    const heap: Heap = { condition: { kind, code }, count: 0, alone: 0, first: firstOnes(limit) };
    heaps.set(code ?? kind, heap);
    return heap;
  };

  return {
    fits: (row, score) => {
      total += 1;
      best.offer(row, score, idOf);
    },
    setAside: (row, score, condition) => {
      const heap = heapOf(condition);
      heap.count += 1;
      if (condition.blocks === 1) heap.alone += 1;
      heap.first.offer(row, score, idOf);
    },
    ranking: (matchAt) => ({
      matches: best.list().map(({ row }) => matchAt(row)),
      total,
      setAside: [...heaps.values()].map(told).sort(byCondition),
      weightsVersion: weights.version,
    }),
  };
};

const told = ({ condition, count, alone, first }: Heap): SetAside => ({
  condition,
  count,
  alone,
  ids: first.list().map(({ id }) => id),
});

const order = (kind: ConditionKind): number => conditionKinds.indexOf(kind);

const byCondition = (one: SetAside, other: SetAside): number =>
  order(one.condition.kind) - order(other.condition.kind) ||
  other.count - one.count ||
  ((one.condition.code ?? "") < (other.condition.code ?? "") ? -1 : 1);
