import { isTerm } from "#shared/offers/terms-of-work.ts";
import { analyse } from "#shared/referentials/french.ts";
import { acronymMeaning } from "#shared/referentials/french-acronyms.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { tokenOf } from "./token.ts";
import { workBitsLayout } from "./work-bits.ts";

/** Words name a trade when they are one of its names, or its beginning: « EHPAD » is a place where cooks work too. */
export const tradesNamed = (stems: readonly string[]): readonly string[] => names().byWords.get(keyOf(stems)) ?? [];

/**
 * Changes when the same search would be compiled otherwise: other occupations or names, another reading of French,
 * other closed lists. An alert compiled under another stamp is compiled again from its words.
 */
export const compilerStamp = (): string => names().stamp;

/** What no reading of the lists shows: raise it when the form itself, or the meaning of a search, changes. */
const compilerVersion = 5;

type Names = { readonly byWords: ReadonlyMap<string, readonly string[]>; readonly stamp: string };

let known: { readonly of: typeof occupations; readonly names: Names } | null = null;

/** Read again when other occupations were imported. */
const names = (): Names => {
  if (known?.of !== occupations) known = { of: occupations, names: readNames() };
  return known.names;
};

const readNames = (): Names => {
  const byWords = new Map<string, string[]>();
  const read = [`version ${compilerVersion}`, workBitsLayout];
  for (const { code, masculine, feminine, synonyms } of occupations)
    for (const name of [masculine, feminine, ...synonyms]) {
      const bears = stemsOfName(name);
      for (let most = 1; most <= bears.length; most += 1) addTo(byWords, keyOf(bears.slice(0, most)), code);
      read.push(`${code} ${bears.join(" ")}`);
    }
  return { byWords, stamp: tokenOf(read.join("\n")).toString(36) };
};

const addTo = (byWords: Map<string, string[]>, key: string, code: string): void => {
  const codes = byWords.get(key);
  if (!codes) byWords.set(key, [code]);
  else if (!codes.includes(code)) codes.push(code);
};

const stemsOfName = (name: string): string[] => [
  ...new Set(
    analyse(name)
      .flatMap((stem) => acronymMeaning(stem) ?? [stem])
      .filter((stem) => !isTerm(stem)),
  ),
];

const keyOf = (stems: readonly string[]): string => [...stems].sort().join(" ");
