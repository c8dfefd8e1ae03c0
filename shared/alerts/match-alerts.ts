import type { CompiledSearch } from "./compile-search.ts";
import type { DayOffer } from "./day-offer.ts";
import { cellOf, cellsAround } from "./offer-cells.ts";
import { fitsColumns, type OfferColumns, offerColumns, searchMasks } from "./offer-columns.ts";

/** The offers of a day, by whatever a search can ask for first. Positions are those of `offers`, by rising sequence. */
export type DayIndex = {
  readonly offers: readonly DayOffer[];
  /** Every position. */
  readonly all: readonly number[];
  readonly columns: OfferColumns;
  readonly byTitleStem: Postings;
  readonly byStem: Postings;
  readonly byOccupation: Postings;
  readonly byFamily: Postings;
  readonly byContract: Postings;
  readonly byCell: Postings;
};

type Postings = ReadonlyMap<string | number, readonly number[]>;

/** @param offers by rising sequence */
export const indexDay = (offers: readonly DayOffer[]): DayIndex => ({
  offers,
  all: offers.map((_, position) => position),
  columns: offerColumns(offers),
  byTitleStem: postings(offers, ({ titleStems }) => titleStems),
  byStem: postings(offers, ({ stems }) => stems),
  byOccupation: postings(offers, ({ occupation }) => [occupation]),
  byFamily: postings(offers, ({ family }) => [family]),
  byContract: postings(offers, ({ contract }) => [contract]),
  byCell: postings(offers, (offer) => [cellOf(offer)]),
});

/** The positions of the offers a search asks for, rising; the same as asking `fitsSearch` of each. */
export const matchSearch = (index: DayIndex, search: CompiledSearch): readonly number[] => {
  const masks = searchMasks(index.columns, search);
  const words = wordTest(index, search);
  const found: number[] = [];
  const lists = fewestOf(waysIn(index, search));
  for (const list of lists ?? [index.all])
    for (const position of list)
      if (fitsColumns(index.columns, masks, position) && (words === null || words(position))) found.push(position);
  return lists !== null && lists.length > 1 ? rising(found) : found;
};

type Lists = readonly (readonly number[])[];

/** For each thing a search asks, the lists one of which holds every answer. */
const waysIn = (index: DayIndex, search: CompiledSearch): (Lists | null)[] => [
  ...wordLists(index, search),
  listsOf(index.byOccupation, search.occupations),
  listsOf(index.byFamily, search.families),
  listsOf(index.byContract, search.contracts),
  search.near === null ? null : listsOf(index.byCell, cellsAround(search.near)),
];

/** The rarest word alone is enough: each offer must say it. */
const wordLists = (index: DayIndex, { stems, terms, trades }: CompiledSearch): Lists[] => {
  const stemLists = (postings: Postings, wanted: readonly string[]): Lists[] =>
    wanted.map((stem) => [postings.get(stem) ?? none]);
  if (trades.length === 0) return stemLists(index.byStem, [...stems, ...terms]);
  const titled = fewestOf(stemLists(index.byTitleStem, stems)) ?? [];
  const named = [...trades.map((code) => index.byOccupation.get(code) ?? none), ...titled];
  return [named, ...stemLists(index.byStem, terms)];
};

/** Null when a search asks for no words. */
const wordTest = (index: DayIndex, search: CompiledSearch): ((position: number) => boolean) | null => {
  const { stems, terms, trades } = search;
  if (stems.length + terms.length === 0) return null;
  if (trades.length === 0) return allSaid(index.byStem, [...stems, ...terms]);
  const inTitle = allSaid(index.byTitleStem, stems);
  const inText = allSaid(index.byStem, terms);
  const { numbers, occupation } = index.columns;
  const wanted = new Set(trades.map((code) => numbers.occupation.get(code) ?? -1));
  return (position) => (wanted.has(occupation[position] ?? -1) || inTitle(position)) && inText(position);
};

const allSaid = (postings: Postings, stems: readonly string[]): ((position: number) => boolean) => {
  const lists = stems.map((stem) => postings.get(stem) ?? none);
  return (position) => lists.every((list) => holds(list, position));
};

const none: readonly number[] = [];

const listsOf = (postings: Postings, keys: readonly (string | number)[]): Lists | null =>
  keys.length === 0 ? null : keys.map((key) => postings.get(key) ?? none);

const fewestOf = (ways: readonly (Lists | null)[]): Lists | null => {
  let fewest: { lists: Lists; size: number } | null = null;
  for (const lists of ways) {
    if (lists === null) continue;
    const size = lists.reduce((sum, list) => sum + list.length, 0);
    if (fewest === null || size < fewest.size) fewest = { lists, size };
  }
  return fewest?.lists ?? null;
};

/** An offer may be in two lists: its trade's, and its title's. */
const rising = (positions: number[]): number[] => [...new Set(positions)].sort((one, other) => one - other);

const holds = (list: readonly number[], position: number): boolean => list[firstAtLeast(list, position)] === position;

/** Where `wanted` is, or would be, in a rising list. */
export const firstAtLeast = (list: ArrayLike<number>, wanted: number): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};

const postings = (offers: readonly DayOffer[], keysOf: (offer: DayOffer) => readonly (string | number)[]): Postings => {
  const lists = new Map<string | number, number[]>();
  offers.forEach((offer, position) => {
    for (const key of keysOf(offer)) {
      const list = lists.get(key);
      if (list) list.push(position);
      else lists.set(key, [position]);
    }
  });
  return lists;
};
