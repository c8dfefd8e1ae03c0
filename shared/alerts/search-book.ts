import type { DayOffer } from "./day-offer.ts";
import { filedPlaces } from "./filed-places.ts";
import { filedSets } from "./filed-sets.ts";
import { filedWords } from "./filed-words.ts";
import { factsOf } from "./offer-facts.ts";
import { asksPlace, asksSets, asksWords, payOf, type SearchForm, workOf } from "./search-form.ts";
import { acceptsWork } from "./work-bits.ts";

/**
 * Saved searches kept in memory, to be asked of one offer. Those that ask for words stand under their words, the others
 * under their place: only those are looked at whose words the offer says, or whose place it is near.
 */
export type SearchBook = {
  /** Puts a search in, in place of the one of that name. */
  readonly put: (id: string, form: SearchForm) => void;
  readonly size: () => number;
  /** The searches that ask for this offer. */
  readonly askingFor: (offer: DayOffer) => string[];
};

/** A search: what it shares with others by number (-1 asks for none), what it alone asks for as it is. */
type Entry = {
  /** Null once another search took its place. */
  id: string | null;
  readonly words: number;
  readonly place: number;
  readonly sets: number;
  readonly work: number;
  readonly pay: number;
};

export const searchBook = (): SearchBook => {
  const entries = new Map<string, Entry>();
  const byWords: Entry[][] = [];
  const byPlace: Entry[][] = [];
  const [words, places, sets] = [filedWords(), filedPlaces(), filedSets()];

  const read = (id: string, form: SearchForm): Entry => ({
    id,
    words: asksWords(form) ? words.numberOf(form) : -1,
    place: asksPlace(form) ? places.numberOf(form) : -1,
    sets: asksSets(form) ? sets.numberOf(form) : -1,
    work: workOf(form),
    pay: payOf(form),
  });

  const put = (id: string, form: SearchForm): void => {
    const entry = read(id, form);
    const before = entries.get(id);
    if (before) {
      if (isSame(before, entry)) return;
      before.id = null;
    }
    entries.set(id, entry);
    const [lists, number] = entry.words >= 0 ? [byWords, entry.words] : [byPlace, entry.place + 1];
    lists[number] ??= [];
    lists[number].push(entry);
  };

  const askingFor = (offer: DayOffer): string[] => {
    const facts = factsOf(offer);
    const near = places.around(offer);
    const isNear = new Uint8Array(places.size() + 1);
    isNear[0] = 1;
    for (const number of near) isNear[number + 1] = 1;
    const accepts = sets.acceptedBy(facts);
    const found: string[] = [];
    const fits = ({ place, work, pay, sets }: Entry): boolean =>
      isNear[place + 1] === 1 &&
      acceptsWork(work, facts.work) &&
      offer.payPerHour >= pay &&
      (sets < 0 || accepts(sets));
    const look = (list: readonly Entry[] = []): void => {
      for (const entry of list) if (entry.id !== null && fits(entry)) found.push(entry.id);
    };
    for (const number of words.saidBy(facts)) look(byWords[number]);
    look(byPlace[0]);
    for (const number of near) look(byPlace[number + 1]);
    return found;
  };

  return { put, size: () => entries.size, askingFor };
};

const isSame = (one: Entry, other: Entry): boolean =>
  one.words === other.words &&
  one.place === other.place &&
  one.sets === other.sets &&
  one.work === other.work &&
  one.pay === other.pay;
