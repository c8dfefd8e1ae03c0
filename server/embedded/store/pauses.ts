/** Work that may be long: it yields wherever it may be interrupted, and returns what it found. */
export type Work<T> = Generator<unknown, T, void>;

/** Things as they are found, part by part. Each part is short work; an empty one is only a pause. */
export type Parts<T> = Generator<readonly T[], void, void>;

/** So few that reading and computing them all takes about a millisecond. */
export const partSize = 64;

/** Does it all in this turn: for writes, which nothing may come between. */
export const atOnce = <T>(work: Work<T>): T => {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
};

const firstTurn = 1;
const longestTurn = 10;

/** Does it while letting others be served: no turn of the event loop is held for longer than some ten milliseconds. */
export const politely = async <T>(work: Work<T>): Promise<T> => {
  // Forty that come together may not hold the first turn for forty times ten milliseconds.
  let ends = performance.now() + firstTurn;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (performance.now() < ends) continue;
    await nextTurn();
    ends = performance.now() + longestTurn;
  }
};

const waiting: (() => void)[] = [];

/** Each turn of the event loop goes to one of those that wait, however many they are. */
const nextTurn = (): Promise<void> =>
  new Promise((resume) => {
    waiting.push(resume);
    if (waiting.length === 1) setImmediate(serveOne);
  });

const serveOne = (): void => {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(serveOne);
};

/** A list as parts, each thing made as its part comes. */
export function* inParts<T, Made>(all: readonly T[], make: (item: T) => Made): Parts<Made> {
  for (let at = 0; at < all.length; at += partSize) yield all.slice(at, at + partSize).map(make);
}

export function* gathered<T>(parts: Parts<T>): Work<T[]> {
  const all: T[] = [];
  for (const part of parts) {
    for (const item of part) all.push(item);
    yield;
  }
  return all;
}

/** Work done between parts: its pauses are empty parts. */
export function* between<T>(work: Work<T>): Generator<never[], T, void> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield [];
  }
}
