import { type FirstOnes, firstOnes } from "./first-ones.ts";
import type { Condition, ConditionKind, Match, Ranking, SetAside } from "./match.ts";
import { conditionKinds } from "./match.ts";
import { weights } from "./match-weights.ts";

/** Who fits and who is set aside, counted as rows go by. */
export type Tally = {
  readonly fits: (row: number, score: number) => void;
  /** `conditions` in the order of `conditionKinds`. Company doors that a person shut are not counted: nobody's business. */
  readonly setAside: (row: number, score: number, conditions: readonly Condition[]) => void;
  readonly ranking: (matchAt: (row: number) => Match) => Ranking;
};

type Heap = { condition: Condition; count: number; alone: number; first: FirstOnes };

export const tally = (limit: number, idOf: (row: number) => string): Tally => {
  const best = firstOnes(limit);
  const heaps = new Map<string, Heap>();
  let total = 0;

  const heapOf = (condition: Condition): Heap => {
    const key = `${condition.kind} ${condition.code}`;
    const heap = heaps.get(key) ?? { condition, count: 0, alone: 0, first: firstOnes(limit) };
    heaps.set(key, heap);
    return heap;
  };

  return {
    fits: (row, score) => {
      total += 1;
      best.offer(row, score, idOf);
    },
    setAside: (row, score, conditions) => {
      const [first] = conditions;
      if (first === undefined || conditions.some(({ kind }) => kind === "shutOut")) return;
      const heap = heapOf(first);
      heap.count += 1;
      if (conditions.length === 1) heap.alone += 1;
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
