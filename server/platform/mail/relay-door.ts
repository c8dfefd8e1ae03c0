import { now } from "#server/platform/clock.ts";
import type { HandOver } from "./hand-over.ts";

type Refusal = Extract<HandOver, { fault: unknown }>;
/** One try. It calls `known` as soon as the relay has shown that it takes our mails. */
type Try = (known: () => void) => Promise<HandOver>;

export type RelayDoor = {
  /** The relay refused us, or was not there, and is not asked again yet. */
  readonly isClosed: () => boolean;
  readonly pass: (give: Try) => Promise<HandOver>;
};

/** Few enough for a relay that shuts out who gives five wrong passwords in ten minutes. */
const pausesMs = [60_000, 120_000, 240_000, 480_000, 600_000];

/**
 * A wrong password, or a relay that is not there, is not tried once a mail. While nobody knows whether the relay takes
 * us, one mail goes first and the others wait for what it learns; if that is nothing good, none is given until a pause
 * is over, and then one alone again.
 */
export const relayDoor = (): RelayDoor => {
  let known = false;
  let accepted = 0;
  let first: Promise<void> | null = null;
  let shut: { readonly at: number; readonly times: number; readonly refusal: Refusal } | null = null;

  const pauseIsOver = (): boolean => {
    if (shut === null) return true;
    const passed = now().getTime() - shut.at;
    // A clock put back must not hold the mails for hours.
    return passed < 0 || passed >= (pausesMs[Math.min(shut.times, pausesMs.length) - 1] ?? 0);
  };

  const learn = (outcome: HandOver, acceptedBefore: number): HandOver => {
    if (outcome.result === "accepted") {
      accepted += 1;
      known = true;
      shut = null;
    } else if ("fault" in outcome) close(outcome, acceptedBefore);
    else if (shut?.refusal.result === "away") shut = null; // it spoke of a mail: it is there
    return outcome;
  };

  const close = (refusal: Refusal, acceptedBefore: number): void => {
    // It took others meanwhile: one line too many, or one that broke, says nothing of the relay.
    if (refusal.result === "away" && accepted > acceptedBefore) return;
    known = false;
    if (pauseIsOver()) shut = { at: now().getTime(), times: (shut?.times ?? 0) + 1, refusal };
  };

  const goFirst = async (give: Try): Promise<HandOver> => {
    let tell = (): void => undefined;
    first = new Promise((resolve) => {
      tell = resolve;
    });
    const before = accepted;
    try {
      return learn(
        await give(() => {
          known = true;
          tell();
        }),
        before,
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
      const before = accepted;
      return learn(await give(() => undefined), before);
    },
  };
};
