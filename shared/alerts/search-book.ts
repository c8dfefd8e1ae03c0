import type { DayOffer } from "./day-offer.ts";
import { searchColumns, searchPlaces, writeColumns } from "./search-columns.ts";
import { asksWords, type PackedSets, type PackedWords, type SearchForm, setsOf, wordsOf } from "./search-form.ts";
import { tokenOf } from "./token.ts";
import { acceptsWork, bitsOfOffer } from "./work-bits.ts";

/**
 * Saved searches kept in memory, to be asked of one offer: filed under what they ask for. A search that asks for words
 * is looked at only when the offer says its rarest one, or is of one of its trades.
 */
export type SearchBook = {
  /** Puts a search in, in place of the one of that name. */
  readonly put: (id: string, form: SearchForm) => void;
  readonly size: () => number;
  /** The searches that ask for this offer. */
  readonly askingFor: (offer: DayOffer) => string[];
};

export const searchBook = (): SearchBook => {
  const slots = new Map<string, number>();
  const ids: (string | null)[] = [];
  const asked: { words: PackedWords | null; sets: PackedSets }[] = [];
  const files = emptyFiles();
  const places = searchPlaces();
  let columns = searchColumns(1_024);
  let questions = 0;

  const put = (id: string, form: SearchForm): void => {
    const before = slots.get(id);
    if (before !== undefined) ids[before] = null;
    const slot = ids.push(id) - 1;
    slots.set(id, slot);
    if (slot >= columns.work.length) columns = searchColumns(2 * columns.work.length, columns);
    writeColumns(columns, slot, form, places.numberOf(form));
    const words = asksWords(form) ? wordsOf(form) : null;
    asked.push({ words, sets: setsOf(form) });
    file(files, slot, words);
  };

  const askingFor = (offer: DayOffer): string[] => {
    const facts = factsOf(offer);
    const isNear = places.around(offer);
    questions += 1;
    const { work, pay, place, more, answered } = columns;
    // Cheapest first; a search may be filed twice.
    const wants = (slot: number): boolean =>
      acceptsWork(work[slot] ?? 0, facts.work) &&
      offer.payPerHour >= (pay[slot] ?? 0) &&
      answered[slot] !== questions &&
      isNear(place[slot] ?? -1) &&
      (more[slot] === 0 || fits(asked[slot], facts));
    const found: number[] = [];
    for (const list of listsFor(files, facts))
      for (const slot of list) {
        if (!wants(slot)) continue;
        answered[slot] = questions;
        found.push(slot);
      }
    return found.flatMap((slot) => ids[slot] ?? []); // none for those put again since
  };

  return { put, size: () => slots.size, askingFor };
};

/** Slots, by what makes them worth a look. */
type Files = {
  readonly withoutWords: number[];
  readonly byStem: Map<number, number[]>;
  readonly byTitleStem: Map<number, number[]>;
  readonly byTrade: Map<number, number[]>;
};

const emptyFiles = (): Files => ({
  withoutWords: [],
  byStem: new Map(),
  byTitleStem: new Map(),
  byTrade: new Map(),
});

/** Under each of its trades, and under the word that fewest others are filed under: in the title, for a trade. */
const file = (files: Files, slot: number, words: PackedWords | null): void => {
  if (!words) return void files.withoutWords.push(slot);
  const { stems, terms, trades } = words;
  for (const trade of trades) listIn(files.byTrade, trade).push(slot);
  const lists =
    trades.length > 0
      ? stems.map((stem) => listIn(files.byTitleStem, stem))
      : [...stems, ...terms].map((word) => listIn(files.byStem, word));
  lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest)).push(slot);
};

const listIn = (lists: Map<number, number[]>, token: number): number[] => {
  const list = lists.get(token) ?? [];
  lists.set(token, list);
  return list;
};

type Facts = {
  readonly work: number;
  readonly stems: ReadonlySet<number>;
  readonly titleStems: ReadonlySet<number>;
  readonly occupation: number;
  readonly family: number;
  readonly commune: number;
};

const factsOf = (offer: DayOffer): Facts => ({
  work: bitsOfOffer({ ...offer, contract: [offer.contract], remote: [offer.remote] }),
  stems: new Set(offer.stems.map(tokenOf)),
  titleStems: new Set(offer.titleStems.map(tokenOf)),
  occupation: tokenOf(offer.occupation),
  family: tokenOf(offer.family),
  commune: tokenOf(offer.commune),
});

const listsFor = ({ withoutWords, byStem, byTitleStem, byTrade }: Files, facts: Facts): (readonly number[])[] => [
  withoutWords,
  byTrade.get(facts.occupation) ?? [],
  ...Array.from(facts.titleStems, (stem) => byTitleStem.get(stem) ?? []),
  ...Array.from(facts.stems, (stem) => byStem.get(stem) ?? []),
];

type Asked = { readonly words: PackedWords | null; readonly sets: PackedSets };

const fits = (asked: Asked | undefined, facts: Facts): boolean => {
  if (!asked) return false;
  const { words, sets } = asked;
  return (
    accepts(sets.families, facts.family) &&
    accepts(sets.occupations, facts.occupation) &&
    accepts(sets.communes, facts.commune) &&
    (words === null || saysWords(words, facts))
  );
};

const accepts = (wanted: readonly number[], token: number): boolean => wanted.length === 0 || wanted.includes(token);

const saysWords = ({ stems, terms, trades }: PackedWords, facts: Facts): boolean => {
  if (!terms.every((term) => facts.stems.has(term))) return false;
  if (trades.length === 0) return stems.every((stem) => facts.stems.has(stem));
  return trades.includes(facts.occupation) || stems.every((stem) => facts.titleStems.has(stem));
};
