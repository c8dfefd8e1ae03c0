import { usualRadiusKm } from "#shared/offers/offer-search.ts";
import { isTerm } from "#shared/offers/terms-of-work.ts";
import { analyse } from "#shared/referentials/french.ts";
import { acronymMeaning } from "#shared/referentials/french-acronyms.ts";
import type { AlertQuery } from "./alert.ts";
import { perDegree } from "./search-form.ts";
import { tradesNamed } from "./trades-named.ts";

/** A saved search, ready to be compared with a day's offers. Null and empty lists ask for nothing. */
export type CompiledSearch = {
  /** Sorted, without doubles. */
  readonly stems: readonly string[];
  /** The words among them that say hours or a contract: never part of a trade. */
  readonly terms: readonly string[];
  /** The occupations that the other words name: then the trade itself is asked for, not a word in passing. */
  readonly trades: readonly string[];
  /** Whole kilometres; 0 is the commune alone. */
  readonly near: { readonly lat: number; readonly lon: number; readonly km: number } | null;
  readonly contracts: readonly string[];
  readonly schedules: readonly string[];
  readonly families: readonly string[];
  readonly occupations: readonly string[];
  readonly communes: readonly string[];
  readonly remote: readonly string[];
  readonly withoutCar: boolean;
  /** Gross cents. */
  readonly payPerHour: number | null;
};

export const compileSearch = (query: AlertQuery): CompiledSearch => ({
  ...readWords(query.text),
  near: query.commune && {
    lat: rounded(query.commune.lat),
    lon: rounded(query.commune.lon),
    km: query.radiusKm ?? usualRadiusKm,
  },
  contracts: query.contracts,
  schedules: query.schedules,
  families: query.families,
  occupations: query.occupations,
  communes: query.communes.map(({ code }) => code),
  remote: query.remote,
  withoutCar: query.withoutCar,
  payPerHour: query.payPerHour,
});

const rounded = (degrees: number): number => Math.round(degrees * perDegree) / perDegree;

export type ReadWords = Pick<CompiledSearch, "stems" | "terms" | "trades">;

/** The words of a search as they will be looked for: acronyms read out, hours and contracts apart, trades named. */
export const readWords = (text: string): ReadWords => {
  const known = readBefore.get(text);
  if (known) return known;
  // Thousands of people ask for the same words. Emptied, never let grow.
  if (readBefore.size > 50_000) readBefore.clear();
  const said = [...new Set(readOut(analyse(text)))].sort();
  const stems = said.filter((stem) => !isTerm(stem));
  const read = { stems, terms: said.filter(isTerm), trades: stems.length === 0 ? [] : tradesNamed(stems) };
  readBefore.set(text, read);
  return read;
};

const readBefore = new Map<string, ReadWords>();

/** « AS » is what it stands for; offers have it read out too. */
const readOut = (stems: readonly string[]): string[] => stems.flatMap((stem) => acronymMeaning(stem) ?? [stem]);
