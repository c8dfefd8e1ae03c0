import { derivedFrom } from "./derived-from.ts";
import { words } from "./french.ts";
import { occupations } from "./occupations.ts";

/** Every word of the occupations' titles and everyday names, folded: what is likely a trade and not a place. */
export const occupationWords: () => ReadonlySet<string> = derivedFrom(
  () => occupations,
  (list) =>
    new Set(
      list.flatMap(({ masculine, feminine, synonyms }) =>
        [masculine, feminine, ...synonyms].flatMap((title) => words(title)),
      ),
    ),
);
