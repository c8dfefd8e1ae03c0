/** Work that may be long: it yields wherever it may be interrupted, and returns what it found. */
export type Work<T> = Generator<void, T, void>;

/** Does it all in this turn: for writes, which nothing may come between. */
export const atOnce = <T>(work: Work<T>): T => {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
};

const longestTurn = 10;

/** Does it while letting others be served: no turn of the event loop is held for longer than some ten milliseconds. */
export const politely = async <T>(work: Work<T>): Promise<T> => {
  let begun = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() - begun < longestTurn) continue;
    await new Promise((next) => setImmediate(next));
    begun = performance.now();
  }
};
