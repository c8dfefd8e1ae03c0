import { derivedFrom } from "./derived-from.ts";
import { words } from "./french.ts";
import type { Occupation } from "./occupation.ts";
import { occupations } from "./occupations.ts";

export type Begun = { readonly occupation: Occupation; readonly share: number };

/**
 * Occupations with a name, or a word of a name, that begins with these folded words; the best begun first. `share` is
 * higher the more of the name is typed, and when it is its beginning.
 */
export const beginWith = (typed: string, limit: number): Begun[] => {
  const { names, ownerOf, owners } = allNames();
  const later = ` ${typed}`;
  const best = new Map<number, number>();
  names.forEach((name, at) => {
    const share = beginning(name, typed, later);
    const owner = ownerOf[at] ?? 0;
    if (share > (best.get(owner) ?? 0)) best.set(owner, share);
  });
  return [...best]
    .flatMap(([owner, share]) => {
      const occupation = owners[owner];
      return occupation === undefined ? [] : [{ occupation, share }];
    })
    .sort((a, b) => b.share - a.share || a.occupation.title.length - b.occupation.title.length)
    .slice(0, limit);
};

const beginning = (name: string, typed: string, later: string): number => {
  if (name.startsWith(typed)) return 0.6 + (0.4 * typed.length) / name.length;
  return name.includes(later) ? 0.3 + (0.2 * typed.length) / name.length : 0;
};

type Names = {
  readonly names: readonly string[];
  readonly ownerOf: Uint16Array;
  readonly owners: readonly Occupation[];
};

const allNames = derivedFrom(
  () => occupations,
  (owners): Names => {
    const named = owners.flatMap(({ masculine, feminine, synonyms }, owner) =>
      [...new Set([masculine, feminine, ...synonyms].map((name) => words(name).join(" ")))].map((name) => ({
        name,
        owner,
      })),
    );
    return {
      names: named.map(({ name }) => name),
      ownerOf: Uint16Array.from(named, ({ owner }) => owner),
      owners,
    };
  },
);
