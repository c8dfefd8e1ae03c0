import { setImmediate } from "node:timers/promises";

/** Milliseconds after which whoever else waits has its turn. */
const longestTurn = 10;

/** Goes through the steps of a long calculation, and lets the rest of the process work in between. */
export const inTurns = async <Result>(steps: Generator<void, Result>): Promise<Result> => {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < longestTurn) continue;
    await setImmediate();
    begun = performance.now();
  }
};
