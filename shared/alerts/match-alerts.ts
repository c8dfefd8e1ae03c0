import { type DayIndex, type Postings, postingsOf } from "./day-index.ts";
import { inSome, kept } from "./gather.ts";
import { type Answer, intersection } from "./intersect.ts";
import { numberedParts } from "./numbered-parts.ts";
import { offersWithin } from "./offer-spots.ts";
import { andInto, emptyBits, fromBits, noPositions, orInto, type Positions, setBit } from "./positions.ts";
import {
  asksPlace,
  asksSets,
  asksWords,
  type Part,
  payOf,
  payPart,
  placeOf,
  placePart,
  type SearchForm,
  setsOf,
  setsPart,
  wordsOf,
  wordsPart,
  workOf,
  workPart,
} from "./search-form.ts";
import { asksWork, bitsByList } from "./work-bits.ts";

/**
 * The positions of the offers a search asks for, rising; the same as asking `fitsSearch` of each. They are written over
 * by the next question.
 */
export type Matcher = (form: SearchForm) => Answer;

/** Asks one day's offers. What searches share (their words, their place, their hours) is looked for once. */
export const dayMatcher = (day: DayIndex): Matcher => {
  const inEach = intersection(day.all.size);
  const inAll: InAll = (all) =>
    all.length < 2 ? (all[0] ?? noPositions) : kept(inEach(all, all.length), day.all.size);
  const words = keeper(wordsPart, (form) => sayingWords(day, form, inAll));
  const sets = keeper(setsPart, (form) => inAll(setLists(day, form)));
  const places = keeper(placePart, (form) => offersWithin(day.spots, placeOf(form)));
  const works = keeper(workPart, (form) => doingWork(day, workOf(form)));
  const pays = keeper(payPart, (form) => paying(day, payOf(form)));
  const asked: Positions[] = [];
  let given = 0;
  const ask = (positions: Positions): void => {
    asked[given] = positions;
    given += 1;
  };
  const askMore = (form: SearchForm): void => {
    if (asksPlace(form)) ask(places(form));
    if (asksSets(form)) ask(sets(form));
    if (asksWork(workOf(form))) ask(works(form));
    if (payOf(form) > 0) ask(pays(form));
    if (given === 0) ask(day.all);
  };
  return (form) => {
    given = 0;
    if (asksWords(form)) ask(words(form));
    if (given === 0 || asked[0]?.count !== 0) askMore(form);
    return inEach(asked, given);
  };
};

type InAll = (all: readonly Positions[]) => Positions;

const keeper = (part: Part, make: (form: SearchForm) => Positions): ((form: SearchForm) => Positions) => {
  const { numberOf } = numberedParts(part);
  const known: Positions[] = [];
  return (form) => {
    const number = numberOf(form);
    const before = known[number];
    if (before !== undefined) return before;
    const made = make(form);
    known.push(made); // numbers come one after the other
    return made;
  };
};

/** In each closed list, one of the values accepted. */
const doingWork = ({ work, all: { size } }: DayIndex, asked: number): Positions => {
  const bits = emptyBits(size).fill(-1);
  const some = new Int32Array(bits.length);
  for (const accepted of bitsByList(asked)) {
    some.fill(0);
    for (const bit of accepted) orInto(some, work[bit] ?? some);
    andInto(bits, some);
  }
  return fromBits(bits, size);
};

const paying = ({ payPerHour }: DayIndex, atLeast: number): Positions => {
  const bits = emptyBits(payPerHour.length);
  for (let position = 0; position < payPerHour.length; position += 1)
    if ((payPerHour[position] ?? 0) >= atLeast) setBit(bits, position);
  return fromBits(bits, payPerHour.length);
};

/** A trade must be the offer's own, or in its title; other words may stand anywhere in it. */
const sayingWords = (day: DayIndex, form: SearchForm, inAll: InAll): Positions => {
  const { stems, terms, trades } = wordsOf(form);
  const inText = readAll(day.byStem, terms);
  if (trades.length === 0) return inAll([...readAll(day.byStem, stems), ...inText]);
  const ofTrade = inSome([...readAll(day.byOccupation, trades), inAll(readAll(day.byTitleStem, stems))]);
  return inAll([ofTrade, ...inText]);
};

/** For each set that a search narrows, the offers that have one of its values. */
const setLists = (day: DayIndex, form: SearchForm): Positions[] => {
  const { families, occupations, communes } = setsOf(form);
  return [
    ...(families.length > 0 ? [inSome(readAll(day.byFamily, families))] : []),
    ...(occupations.length > 0 ? [inSome(readAll(day.byOccupation, occupations))] : []),
    ...(communes.length > 0 ? [inSome(readAll(day.byCommune, communes))] : []),
  ];
};

const readAll = (postings: Postings, tokens: readonly number[]): Positions[] =>
  tokens.map((token) => postingsOf(postings, token));
