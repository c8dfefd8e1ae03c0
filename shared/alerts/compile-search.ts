import { usualRadiusKm } from "#shared/offers/offer-search.ts";
import { derivedFrom } from "#shared/referentials/derived-from.ts";
import { analyse } from "#shared/referentials/french.ts";
import { acronymMeaning } from "#shared/referentials/french-acronyms.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import type { AlertQuery } from "./alert.ts";
import { isTerm } from "./terms-of-work.ts";

/** A saved search, ready to be compared with a day's offers. Null and empty lists ask for nothing. */
export type CompiledSearch = {
  /** Sorted, without doubles. */
  readonly stems: readonly string[];
  /** The words among them that say hours or a contract: never part of a trade. */
  readonly terms: readonly string[];
  /** The occupations that the other words name: then the trade itself is asked for, not a word in passing. */
  readonly trades: readonly string[];
  readonly near: { readonly lat: number; readonly lon: number; readonly km: number } | null;
  readonly contracts: readonly string[];
  readonly schedules: readonly string[];
  readonly families: readonly string[];
  readonly occupations: readonly string[];
  readonly communes: readonly string[];
  readonly remote: readonly string[];
  readonly withoutCar: boolean;
};

/** Every offer of a commune is at its centre: the commune alone is what is nearer than any other. */
const communeAloneKm = 0.3;

export const compileSearch = (query: AlertQuery): CompiledSearch => ({
  ...readWords(query.text),
  near: query.commune && {
    lat: query.commune.lat,
    lon: query.commune.lon,
    km: Math.max(query.radiusKm ?? usualRadiusKm, communeAloneKm),
  },
  contracts: query.contracts,
  schedules: query.schedules,
  families: query.families,
  occupations: query.occupations,
  communes: query.communes.map(({ code }) => code),
  remote: query.remote,
  withoutCar: query.withoutCar,
});

type ReadWords = Pick<CompiledSearch, "stems" | "terms" | "trades">;

const readBefore = new Map<string, ReadWords>();

/** Thousands of people ask for the same words: they are read once. */
const readWords = (text: string): ReadWords => {
  const known = readBefore.get(text);
  if (known) return known;
  if (readBefore.size > 20_000) readBefore.clear();
  const said = [...new Set(readOut(analyse(text)))].sort();
  const stems = said.filter((stem) => !isTerm(stem));
  const read = { stems, terms: said.filter(isTerm), trades: stems.length === 0 ? [] : tradesNamed(stems) };
  readBefore.set(text, read);
  return read;
};

/** « AS » is what it stands for; offers have it read out too. */
const readOut = (stems: readonly string[]): string[] => stems.flatMap((stem) => acronymMeaning(stem) ?? [stem]);

/** Words name a trade when they are one of its names, or its beginning: « EHPAD » is a place where cooks work too. */
const tradesNamed = (sorted: readonly string[]): string[] => {
  const wanted = new Set(sorted);
  const named = tradeNames().filter(
    ({ bears }) =>
      bears.length >= wanted.size &&
      new Set(bears.slice(0, wanted.size)).size === wanted.size &&
      bears.slice(0, wanted.size).every((stem) => wanted.has(stem)),
  );
  return [...new Set(named.map(({ code }) => code))];
};

type TradeName = { readonly code: string; readonly bears: readonly string[] };

const tradeNames = derivedFrom(
  () => occupations,
  (list): readonly TradeName[] =>
    list.flatMap(({ code, masculine, feminine, synonyms }) =>
      [masculine, feminine, ...synonyms].map((name) => ({
        code,
        bears: [...new Set(readOut(analyse(name)))].filter((stem) => !isTerm(stem)),
      })),
    ),
);
