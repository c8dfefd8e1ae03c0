import { words } from "./french.ts";
import type { Occupation } from "./occupation.ts";
import { indexOccupations, type OccupationIndex } from "./occupation-index.ts";
import { occupations } from "./occupations.ts";

/** An occupation proposed for what someone typed. `confidence` goes from 0 to 1; 1 is one of its own names. */
export type FoundOccupation = { readonly code: string; readonly label: string; readonly confidence: number };

/** The occupations a title may name, the likeliest first. Typos, plurals and either gender are read alike. */
export const findOccupations = (title: string, { limit }: { readonly limit: number }): FoundOccupation[] =>
  index()
    .rank(title, limit)
    .map(({ occupation, score }) => found(occupation, score));

/** Occupations as one types: those with a name that begins so, then those that look like it. */
export const completeOccupations = (prefix: string, limit: number): FoundOccupation[] => {
  const typed = words(prefix).join(" ");
  if (typed === "") return [];
  const begun = names()
    .map(({ occupation, keys }) => ({ occupation, score: Math.max(...keys.map((key) => beginning(key, typed))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.occupation.title.length - b.occupation.title.length);
  const codes = new Set(begun.map(({ occupation }) => occupation.code));
  const alike =
    typed.length < 4
      ? []
      : index()
          .rank(prefix, limit)
          .filter(({ score }) => score >= 0.35);
  return [...begun, ...alike.filter(({ occupation }) => !codes.has(occupation.code))]
    .slice(0, limit)
    .map(({ occupation, score }) => found(occupation, score));
};

const found = ({ code, title }: Occupation, score: number): FoundOccupation => ({
  code,
  label: title,
  confidence: Math.round(Math.min(1, score) * 1000) / 1000,
});

let built: OccupationIndex | null = null;

const index = (): OccupationIndex => {
  built ??= indexOccupations(occupations);
  return built;
};

type Named = { readonly occupation: Occupation; readonly keys: readonly string[] };
let allNames: readonly Named[] | null = null;

/** The official titles come first: `keys[0]` and `keys[1]`. */
const names = (): readonly Named[] => {
  allNames ??= occupations.map((occupation) => ({
    occupation,
    keys: [occupation.masculine, occupation.feminine, ...occupation.synonyms].map((name) => words(name).join(" ")),
  }));
  return allNames;
};

/** The share of a name already typed, more when it begins the name than when it begins a later word. */
const beginning = (key: string, typed: string): number => {
  if (key.startsWith(typed)) return 0.6 + (0.4 * typed.length) / key.length;
  return key.includes(` ${typed}`) ? 0.3 + (0.2 * typed.length) / key.length : 0;
};
