import { words } from "./french.ts";
import { occupations } from "./occupations.ts";

let known: ReadonlySet<string> | null = null;

/** Every word of the occupations' titles and everyday names, folded: what is likely a trade and not a place. */
export const occupationWords = (): ReadonlySet<string> => {
  known ??= new Set(
    occupations.flatMap(({ masculine, feminine, synonyms }) =>
      [masculine, feminine, ...synonyms].flatMap((title) => words(title)),
    ),
  );
  return known;
};
