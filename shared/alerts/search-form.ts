import type { CompiledSearch } from "./compile-search.ts";
import { tokenOf } from "./token.ts";
import { bitsOfSearch } from "./work-bits.ts";

/**
 * A compiled search as it is kept with its alert: whole numbers of 32 bits, about 80 bytes. A digest of the words and
 * of the sets; bits of work, pay, latitude, longitude, radius; then the words, then the sets: the sizes of the lists,
 * and two numbers for each token.
 */
export type SearchForm = Int32Array;

const head = { said: 0, sets: 1, work: 2, pay: 3, lat: 4, lon: 5, km: 6, words: 7 } as const;

const wordNames = ["stems", "terms", "trades"] as const;
const setNames = ["families", "occupations", "communes"] as const;
type ListName = (typeof wordNames)[number] | (typeof setNames)[number];

/** Bits of each size in its number: a text of 200 letters has fewer than 255 stems, all the trades of ROME are 1 584. */
const sizeBits: Record<ListName, number> = { stems: 8, terms: 8, trades: 12, families: 8, occupations: 8, communes: 8 };

/** Degrees are kept to 1/10 000: 11 metres. */
export const perDegree = 10_000;

/** Every offer of a commune is at its centre: the commune alone (0) is what is nearer than any other. */
export const reachOf = (km: number): number => (km === 0 ? 0.3 : km);

export const packSearch = (search: CompiledSearch): SearchForm => {
  const words = wordNames.flatMap((name) => search[name]);
  const sets = setNames.flatMap((name) => search[name]);
  const form = new Int32Array(head.words + 1 + 2 * words.length + 1 + 2 * sets.length);
  form[head.work] = bitsOfSearch({ ...search, contract: search.contracts });
  form[head.pay] = search.payPerHour ?? 0;
  form[head.lat] = search.near === null ? 0 : Math.round(search.near.lat * perDegree);
  form[head.lon] = search.near === null ? 0 : Math.round(search.near.lon * perDegree);
  form[head.km] = search.near?.km ?? -1;
  form[head.words] = packSizes(search, wordNames);
  writeTokens(form, words, head.words + 1);
  const setsAt = setsStart(form);
  form[setsAt] = packSizes(search, setNames);
  writeTokens(form, sets, setsAt + 1);
  form[head.said] = digest(form, head.words, setsAt);
  form[head.sets] = digest(form, setsAt, form.length);
  return form;
};

const writeTokens = (form: SearchForm, words: readonly string[], from: number): void => {
  words.forEach((word, at) => {
    const token = tokenOf(word);
    form[from + 2 * at] = Math.floor(token / 2 ** 32);
    form[from + 2 * at + 1] = token | 0;
  });
};

export type PackedWords = Readonly<Record<(typeof wordNames)[number], readonly number[]>>;
export type PackedSets = Readonly<Record<(typeof setNames)[number], readonly number[]>>;
export type PackedPlace = { readonly lat: number; readonly lon: number; readonly km: number };

export const workOf = (form: SearchForm): number => form[head.work] ?? 0;

/** Cents an hour; 0 asks for nothing. */
export const payOf = (form: SearchForm): number => form[head.pay] ?? 0;

export const asksWords = (form: SearchForm): boolean => form[head.words] !== 0;
export const asksSets = (form: SearchForm): boolean => form[setsStart(form)] !== 0;

/** For a search that asks for a place. */
export const placeOf = (form: SearchForm): PackedPlace => {
  const [lat = 0, lon = 0, km = 0] = [form[head.lat], form[head.lon], form[head.km]];
  return { lat: lat / perDegree, lon: lon / perDegree, km: reachOf(km) };
};

export const asksPlace = (form: SearchForm): boolean => (form[head.km] ?? -1) >= 0;

export const wordsOf = (form: SearchForm): PackedWords => {
  const lists = readLists(form, wordNames, head.words);
  return lists as PackedWords; // one list for each name
};

export const setsOf = (form: SearchForm): PackedSets => {
  const lists = readLists(form, setNames, setsStart(form));
  return lists as PackedSets;
};

const setsStart = (form: SearchForm): number => {
  const sizes = form[head.words] ?? 0;
  return head.words + 1 + 2 * ((sizes & 0xff) + ((sizes >> 8) & 0xff) + ((sizes >> 16) & 0xfff));
};

const lengthOf = (form: SearchForm): number => form.length;

const digest = (form: SearchForm, from: number, to: number): number => {
  let mixed = 0;
  for (let at = from; at < to; at += 1) {
    mixed = Math.imul(mixed ^ (form[at] ?? 0), 2_654_435_761);
    mixed ^= mixed >>> 15;
  }
  return mixed;
};

/** A part of a form that several searches may share: where it begins and ends, and a digest of it. */
export type Part = {
  readonly start: (form: SearchForm) => number;
  readonly end: (form: SearchForm) => number;
  readonly digest: (form: SearchForm) => number;
};

const fixedPart = (from: number, to: number): Part => ({
  start: () => from,
  end: () => to,
  digest: (form) => digest(form, from, to),
});

export const workPart = fixedPart(head.work, head.work + 1);
export const payPart = fixedPart(head.pay, head.pay + 1);
export const placePart = fixedPart(head.lat, head.km + 1);
export const wordsPart: Part = {
  start: () => head.words,
  end: setsStart,
  digest: (form) => form[head.said] ?? 0,
};
export const setsPart: Part = {
  start: setsStart,
  end: lengthOf,
  digest: (form) => form[head.sets] ?? 0,
};

const packSizes = (search: CompiledSearch, names: readonly ListName[]): number => {
  let shift = 0;
  return names.reduce((sizes, name) => {
    if (search[name].length >= 2 ** sizeBits[name]) throw new RangeError(`a search with too many ${name}`);
    const packed = sizes | (search[name].length << shift);
    shift += sizeBits[name];
    return packed;
  }, 0);
};

const readLists = (form: SearchForm, names: readonly ListName[], start: number) => {
  const lists: Partial<Record<ListName, number[]>> = {};
  let [at, sizes] = [start + 1, form[start] ?? 0];
  for (const name of names) {
    const size = sizes & (2 ** sizeBits[name] - 1);
    sizes >>= sizeBits[name];
    const tokens: number[] = [];
    for (const end = at + 2 * size; at < end; at += 2) tokens.push(tokenAt(form, at));
    lists[name] = tokens;
  }
  return lists;
};

const tokenAt = (form: SearchForm, at: number): number => (form[at] ?? 0) * 2 ** 32 + ((form[at + 1] ?? 0) >>> 0);
