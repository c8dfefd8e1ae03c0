import { Failure } from "#shared/kernel/failure.ts";

/** Files read at once, and those that may wait behind them. */
const mostRunning = 2;
const mostWaiting = 10;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Does it when fewer than two of them are under way; later ones wait in turn.
 * @throws Failure "unavailable" when too many wait already
 */
export const oneOfTwo = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  await enter();
  try {
    return await work();
  } finally {
    leave();
  }
};

const enter = async (): Promise<void> => {
  if (running < mostRunning) {
    running += 1;
    return;
  }
  if (waiting.length >= mostWaiting) throw new Failure("unavailable", "cv-reading-busy");
  await new Promise<void>((resolve) => waiting.push(resolve));
};

/** A place that is left goes to whoever waits first: nobody slips in between. */
const leave = (): void => {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
};
