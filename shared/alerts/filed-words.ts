import { numberedParts } from "./numbered-parts.ts";
import type { OfferFacts } from "./offer-facts.ts";
import { type PackedWords, type SearchForm, wordsOf, wordsPart } from "./search-form.ts";

/** The words of saved searches, each once, filed so that an offer is compared with few of them. */
export type FiledWords = {
  readonly numberOf: (form: SearchForm) => number;
  /** The numbers of the words that an offer says, each once. */
  readonly saidBy: (facts: OfferFacts) => readonly number[];
};

export const filedWords = (): FiledWords => {
  const numbers = numberedParts(wordsPart);
  const asked: PackedWords[] = [];
  const files: Files = { byStem: new Map(), byTitleStem: new Map(), byTrade: new Map() };
  return {
    numberOf: (form) => {
      const number = numbers.numberOf(form);
      if (number < asked.length) return number;
      const words = wordsOf(form);
      asked.push(words);
      file(files, number, words);
      return number;
    },
    saidBy: (facts) => {
      const said = new Set<number>(); // words of a trade are filed twice
      for (const list of listsFor(files, facts))
        for (const number of list) {
          const words = asked[number];
          if (words && saysWords(words, facts)) said.add(number);
        }
      return [...said];
    },
  };
};

/** Numbers, by what makes them worth a look. */
type Files = {
  readonly byStem: Map<number, number[]>;
  readonly byTitleStem: Map<number, number[]>;
  readonly byTrade: Map<number, number[]>;
};

/** Under each of its trades, and under the word that fewest others are filed under: in the title, for a trade. */
const file = (files: Files, number: number, { stems, terms, trades }: PackedWords): void => {
  for (const trade of trades) listIn(files.byTrade, trade).push(number);
  const lists =
    trades.length > 0
      ? stems.map((stem) => listIn(files.byTitleStem, stem))
      : [...stems, ...terms].map((word) => listIn(files.byStem, word));
  lists.reduce((fewest, list) => (list.length < fewest.length ? list : fewest)).push(number);
};

const listIn = (lists: Map<number, number[]>, token: number): number[] => {
  const list = lists.get(token) ?? [];
  lists.set(token, list);
  return list;
};

const listsFor = ({ byStem, byTitleStem, byTrade }: Files, facts: OfferFacts): (readonly number[])[] => [
  byTrade.get(facts.occupation) ?? [],
  ...Array.from(facts.titleStems, (stem) => byTitleStem.get(stem) ?? []),
  ...Array.from(facts.stems, (stem) => byStem.get(stem) ?? []),
];

const saysWords = ({ stems, terms, trades }: PackedWords, facts: OfferFacts): boolean => {
  if (!terms.every((term) => facts.stems.has(term))) return false;
  if (trades.length === 0) return stems.every((stem) => facts.stems.has(stem));
  return trades.includes(facts.occupation) || stems.every((stem) => facts.titleStems.has(stem));
};
