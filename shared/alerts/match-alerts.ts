import { type DayIndex, type Postings, postingsOf } from "./day-index.ts";
import { type Answer, intersection } from "./intersect.ts";
import { type Kept, keeper } from "./keep-answers.ts";
import { reachOfPlace } from "./offer-grid.ts";
import { emptyBits, fromBits, inAll, inSome, orInto, type Positions, setBit } from "./positions.ts";
import {
  asksPlace,
  asksSets,
  asksWords,
  payOf,
  payPart,
  placeOf,
  placePart,
  type SearchForm,
  setsOf,
  setsPart,
  wholePart,
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

/** Asks one day's offers. What searches share (all of it, their words, their place) is looked for once. */
export const dayMatcher = (day: DayIndex): Matcher => {
  const answers = keeper<Answer | "once">(wholePart);
  const words = keeper<Positions>(wordsPart);
  const sets = keeper<readonly Positions[]>(setsPart);
  const places = keeper<Positions>(placePart);
  const works = keeper<Positions>(workPart);
  const pays = keeper<Positions>(payPart);
  const both = intersection(day.all.size);
  const asked: Positions[] = [];
  const askMore = (form: SearchForm): void => {
    if (asksPlace(form)) asked.push(made(places(form), () => reachOfPlace(day.grid, placeOf(form))));
    if (asksSets(form)) asked.push(...made(sets(form), () => setLists(day, form)));
    if (asksWork(workOf(form))) asked.push(made(works(form), () => doingWork(day, workOf(form))));
    if (payOf(form) > 0) asked.push(made(pays(form), () => paying(day, payOf(form))));
    if (asked.length === 0) asked.push(day.all);
  };
  const answer = (form: SearchForm): Answer => {
    asked.length = 0;
    if (asksWords(form)) asked.push(made(words(form), () => sayingWords(day, form)));
    if (asked[0]?.count !== 0) askMore(form);
    return both(asked);
  };
  return (form) => {
    const known = answers(form);
    if (known.value !== null && known.value !== "once") return known.value;
    // Most searches are asked once: an answer is kept from the second time on.
    const found = answer(form);
    known.value = known.value === "once" ? copyOf(found) : "once";
    return found;
  };
};

const copyOf = ({ list, count }: Answer): Answer => ({ list: list.slice(0, count), count });

const made = <Value>(place: Kept<Value>, make: () => Value): Value => {
  place.value ??= make();
  return place.value;
};

/** In each closed list, one of the values accepted. */
const doingWork = ({ work, all: { size } }: DayIndex, asked: number): Positions =>
  inAll(
    bitsByList(asked).map((accepted) => {
      const bits = emptyBits(size);
      for (const bit of accepted) orInto(bits, work[bit] ?? bits);
      return fromBits(bits, size);
    }),
  );

const paying = ({ payPerHour }: DayIndex, atLeast: number): Positions => {
  const bits = emptyBits(payPerHour.length);
  payPerHour.forEach((pay, position) => {
    if (pay >= atLeast) setBit(bits, position);
  });
  return fromBits(bits, payPerHour.length);
};

/** A trade must be the offer's own, or in its title; other words may stand anywhere in it. */
const sayingWords = (day: DayIndex, form: SearchForm): Positions => {
  const { stems, terms, trades } = wordsOf(form);
  const inText = readAll(day.byStem, terms);
  if (trades.length === 0) return inAll([...readAll(day.byStem, stems), ...inText]);
  const ofTrade = inSome([...readAll(day.byOccupation, trades), inAll(readAll(day.byTitleStem, stems))]);
  return inAll([ofTrade, ...inText]);
};

/** For each set a search accepts, the offers that have one of its values. */
const setLists = (day: DayIndex, form: SearchForm): readonly Positions[] => {
  const { families, occupations, communes } = setsOf(form);
  return [
    ...(families.length > 0 ? [inSome(readAll(day.byFamily, families))] : []),
    ...(occupations.length > 0 ? [inSome(readAll(day.byOccupation, occupations))] : []),
    ...(communes.length > 0 ? [inSome(readAll(day.byCommune, communes))] : []),
  ];
};

const readAll = (postings: Postings, tokens: readonly number[]): Positions[] =>
  tokens.map((token) => postingsOf(postings, token));
