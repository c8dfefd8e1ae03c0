import { type Act, type Moment, moments, type Script } from "#test/messages/scripted-relay.ts";

export type Draw = (below: number) => number;

/** The same numbers for the same seed: a storm that failed can be raised again. */
export const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const verbs: readonly Moment[] = ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "DOT"];

/**
 * Every fault of the matrix. The line cut after the final dot, which tells nobody whether the mail is taken, comes
 * most: there a careless worker doubles. The slow ones are rarer only because each takes its time.
 */
export const faults: readonly Script[] = [
  ...verbs.flatMap((moment) => [{ [moment]: { reply: "421 later" } }, { [moment]: { reply: "451 later" } }]),
  ...verbs.flatMap((moment) => [{ [moment]: { reply: "550 never" } }]),
  ...moments.map((moment) => ({ [moment]: "cut" as const })),
  ...moments.map((moment) => ({ [moment]: "cut" as const })),
  { TEXT: { reply: "421 later" } },
  ...Array.from({ length: 6 }, () => ({ DOT: "cut" as const })),
];

const slow: readonly Script[] = [
  ...moments.map((moment) => ({ [moment]: "stall" as const })),
  ...verbs.map((moment) => ({ [moment]: { drip: "250-a letter at a time\r\n" } satisfies Act })),
];

/** Two mails in five meet a fault. */
export const stormOf = (draw: Draw) => (): Script => {
  if (draw(5) > 1) return {};
  return (draw(10) === 0 ? slow[draw(slow.length)] : faults[draw(faults.length)]) ?? {};
};
