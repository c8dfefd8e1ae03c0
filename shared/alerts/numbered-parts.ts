import type { Part, SearchForm } from "./search-form.ts";

/**
 * Numbers what saved searches share: the same words, place or hours get the same number, from 0 on, compared number by
 * number. Everything stands side by side in memory, so that a hundred thousand searches are numbered without a pause.
 */
export const numberedParts = ({ start, end, digest }: Part): NumberedParts => {
  let places = new Int32Array(2 * 1_024); // for each place, a digest and a number plus one; half of them stay empty
  let starts = new Int32Array(513); // where each part begins, and the last one ends
  let kept = new Int32Array(4_096);
  let size = 0;

  const isSame = (number: number, form: SearchForm, from: number, to: number): boolean => {
    const start = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) if (kept[start + at - from] !== form[at]) return false;
    return true;
  };

  const grow = (): void => {
    const before = places;
    places = new Int32Array(2 * before.length);
    starts = longer(starts, 2 * starts.length);
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue;
      let place = placeOf(before[at] ?? 0, places.length);
      while (places[place + 1] !== 0) place = (place + 2) & (places.length - 1);
      places[place] = before[at] ?? 0;
      places[place + 1] = before[at + 1] ?? 0;
    }
  };

  const add = (form: SearchForm, from: number, to: number): void => {
    const begin = starts[size] ?? 0;
    if (begin + to - from > kept.length) kept = longer(kept, 2 * (begin + to - from));
    kept.set(form.subarray(from, to), begin);
    size += 1;
    starts[size] = begin + to - from;
  };

  return {
    numberOf: (form) => {
      const from = start(form);
      const to = end(form);
      const mixed = digest(form);
      if (4 * size >= places.length) grow();
      let place = placeOf(mixed, places.length);
      for (let number = places[place + 1] ?? 0; number !== 0; number = places[place + 1] ?? 0) {
        if (places[place] === mixed && isSame(number - 1, form, from, to)) return number - 1;
        place = (place + 2) & (places.length - 1);
      }
      add(form, from, to);
      places[place] = mixed;
      places[place + 1] = size;
      return size - 1;
    },
    size: () => size,
  };
};

export type NumberedParts = {
  readonly numberOf: (form: SearchForm) => number;
  /** How many different ones there are. */
  readonly size: () => number;
};

const placeOf = (digest: number, length: number): number => (digest << 1) & (length - 1);

const longer = (before: Int32Array, length: number): Int32Array<ArrayBuffer> => {
  const made = new Int32Array(length);
  made.set(before);
  return made;
};
