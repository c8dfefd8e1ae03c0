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
  if (running >= mostRunning) {
    if (waiting.length >= mostWaiting) throw new Failure("unavailable", "cv-reading-busy");
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
};
