import { now } from "#server/platform/clock.ts";
import type { HandOver } from "./hand-over.ts";

type Refusal = Extract<HandOver, { result: "refuses-us" }>;
/** One try. It calls `known` as soon as the relay has shown that it takes our mails. */
type Try = (known: () => void) => Promise<HandOver>;

export type RelayDoor = {
  /** The relay refused us, and is not asked again yet. */
  readonly isClosed: () => boolean;
  readonly pass: (give: Try) => Promise<HandOver>;
};

/** Few enough for a relay that shuts out who gives five wrong passwords in ten minutes. */
const pausesMs = [60_000, 120_000, 240_000, 480_000, 600_000];

/**
 * A wrong password is not tried once a mail. While nobody knows whether the relay takes us, one mail goes first and the
 * others wait for what it learns; refused, none is given until a pause is over, and then one alone again.
 */
export const relayDoor = (): RelayDoor => {
  let known = false;
  let first: Promise<void> | null = null;
  let shut: { readonly at: number; readonly times: number; readonly refusal: Refusal } | null = null;

  const pauseIsOver = (): boolean => {
    if (shut === null) return true;
    const passed = now().getTime() - shut.at;
    // A clock put back must not hold the mails for hours.
    return passed < 0 || passed >= (pausesMs[Math.min(shut.times, pausesMs.length) - 1] ?? 0);
  };

  const learn = (outcome: HandOver): HandOver => {
    if (outcome.result === "accepted") {
      known = true;
      shut = null;
    } else if (outcome.result === "refuses-us") {
      known = false;
      if (pauseIsOver()) shut = { at: now().getTime(), times: (shut?.times ?? 0) + 1, refusal: outcome };
    }
    return outcome;
  };

  const goFirst = async (give: Try): Promise<HandOver> => {
    let tell = (): void => undefined;
    first = new Promise((resolve) => {
      tell = resolve;
    });
    try {
      return learn(
        await give(() => {
          known = true;
          tell();
        }),
      );
    } finally {
      first = null;
      tell();
    }
  };

  return {
    isClosed: () => !pauseIsOver(),
    pass: async (give) => {
      if (shut && !pauseIsOver()) return shut.refusal;
      if (!known && first === null) return goFirst(give);
      if (!known) await first;
      if (shut && !pauseIsOver()) return shut.refusal;
      return learn(await give(() => undefined));
    },
  };
};
