import type { ReadSource } from "./title-reading.ts";
import { parentOf } from "./title-reading.ts";
import type { TitleSource } from "./title-source.ts";

/** What is known of each occupation before any title is read, as a distance from the mean of all. */
export type Priors = {
  /** How many names it has: one of many has more that nobody wrote down, and is also more often near by chance. */
  readonly nameCount: Float32Array;
  readonly textCount: Float32Array;
  /** Whether it is a special case of another. */
  readonly isCase: Float32Array;
  /** How many special cases it has, which have taken names from it. */
  readonly cases: Float32Array;
};

export const priorsOf = (sources: readonly TitleSource[], read: readonly ReadSource[]): Priors => {
  const families = new Map<string, number>();
  for (const source of sources) families.set(parentOf(source), (families.get(parentOf(source)) ?? 0) + 1);
  return {
    nameCount: centred(read.map(({ named }) => Math.log(1 + named.length) / 4)),
    textCount: centred(read.map(({ texts }) => Math.log(1 + texts.length) / 5)),
    isCase: centred(sources.map((source) => Number(parentOf(source) !== source.code))),
    cases: centred(sources.map(({ code }) => Math.log(families.get(code) ?? 1) / 3)),
  };
};

const centred = (values: readonly number[]): Float32Array => {
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return Float32Array.from(values, (value) => value - mean);
};
