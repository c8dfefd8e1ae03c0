import { type Coordinates, kilometresBetween } from "#shared/referentials/place.ts";
import { withinReach } from "#shared/referentials/travel.ts";
import { asksPlace, asksSets, asksWords, payOf, placeOf, type SearchForm, workOf } from "./search-form.ts";

/** What is looked at first in every saved search, in columns: walking them touches nothing else. */
export type SearchColumns = {
  readonly work: Int32Array;
  readonly pay: Int32Array;
  /** A place and its radius; -1 asks for none. */
  readonly place: Int32Array;
  /** 1 when words or sets are still to be verified. */
  readonly more: Uint8Array;
  /** The last question it answered: it may be filed twice. */
  readonly answered: Int32Array;
};

export const searchColumns = (size: number, before?: SearchColumns): SearchColumns => ({
  work: longer(new Int32Array(size), before?.work),
  pay: longer(new Int32Array(size), before?.pay),
  place: longer(new Int32Array(size), before?.place),
  more: longer(new Uint8Array(size), before?.more),
  answered: longer(new Int32Array(size), before?.answered),
});

const longer = <Column extends Int32Array | Uint8Array>(made: Column, before: Column | undefined): Column => {
  if (before) made.set(before);
  return made;
};

export const writeColumns = (columns: SearchColumns, slot: number, form: SearchForm, place: number): void => {
  columns.work[slot] = workOf(form);
  columns.pay[slot] = payOf(form);
  columns.place[slot] = place;
  columns.more[slot] = asksWords(form) || asksSets(form) ? 1 : 0;
};

/** The places of saved searches, each once, and whether an offer is within their reach: measured when first asked. */
export type Places = {
  readonly numberOf: (form: SearchForm) => number;
  /** A function for one offer. */
  readonly around: (offer: Coordinates) => (place: number) => boolean;
};

type Place = Coordinates & { readonly km: number; offer: Coordinates | null; near: boolean };

export const searchPlaces = (): Places => {
  const numbers = new Map<string, number>();
  const places: Place[] = [];
  return {
    numberOf: (form) => {
      if (!asksPlace(form)) return -1;
      const { lat, lon, km } = placeOf(form);
      const key = `${lat} ${lon} ${km}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, places.length);
      return places.push({ lat, lon, km, offer: null, near: false }) - 1;
    },
    around: (offer) => (number) => {
      const place = places[number];
      if (!place) return true;
      if (place.offer !== offer) {
        place.offer = offer;
        place.near = withinReach(kilometresBetween(place, offer), { radiusKm: place.km });
      }
      return place.near;
    },
  };
};
