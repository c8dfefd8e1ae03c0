import { hash, verify } from "@node-rs/argon2";
import { Failure } from "#shared/kernel/failure.ts";

/** OWASP Password Storage: argon2id (this library's default), 19 MiB, 2 passes, 1 lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Each verification costs 50 ms of a core: two at a time, a short queue, then "too many", so that sign-in never
// stops the rest of the service (SEC-10).
const atOnce = 2;
const longestQueue = 20;
let running = 0;
const waiting: (() => void)[] = [];

export const hashPassword = async (password: string): Promise<string> => inTurn(() => hash(password, options));

/** The same work is done whether or not there is a password to compare with (SEC-11). */
export const verifyPassword = async (stored: string | null, password: string): Promise<boolean> =>
  inTurn(async () => {
    const matches = await verify(stored ?? (await decoy()), password);
    return stored !== null && matches;
  });

let madeDecoy: Promise<string> | null = null;
const decoy = (): Promise<string> => {
  madeDecoy ??= hash("no account has this password", options);
  return madeDecoy;
};

const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new Failure("too-many", "rate-limited");
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
