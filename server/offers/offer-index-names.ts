import { isTermAlone } from "#shared/offers/terms-of-work.ts";
import { derivedFrom } from "#shared/referentials/derived-from.ts";
import { stem, words } from "#shared/referentials/french.ts";
import { acronymMeaning } from "#shared/referentials/french-acronyms.ts";
import { lettersApart } from "#shared/referentials/letters-apart.ts";
import type { Occupation } from "#shared/referentials/occupation.ts";
import { occupationByCode, occupations } from "#shared/referentials/occupations.ts";
import { isWellSpelt } from "#shared/referentials/well-spelt.ts";

const known = derivedFrom(
  () => occupations,
  () => new Map<string, string>(),
);

/**
 * Everything an occupation is called, for the index. The usual misspellings that help completion are left out:
 * known to the index, they would no longer be corrected, and would find less than the right word does.
 */
export const occupationNames = (code: string): string => {
  const kept = known().get(code);
  if (kept !== undefined) return kept;
  const occupation = occupationByCode(code);
  const names = occupation ? namesOf(occupation) : "";
  known().set(code, names);
  return names;
};

const namesOf = ({ masculine, feminine, synonyms }: Occupation): string => {
  const right = words(`${masculine} ${feminine}`);
  const misspelt = (word: string): boolean =>
    word.length > 4 && !isWellSpelt(word) && right.some((other) => looksLike(word, other));
  const kept = synonyms.filter((name) => !isAcronym(name) && !words(name).some(misspelt));
  return [masculine, feminine, ...kept].map(withoutTerms).join(", ");
};

/** Not each « aide-soignant » works at night because one may be called « aide-soignant de nuit ». */
const withoutTerms = (name: string): string =>
  name
    .split(" ")
    .filter((part) => !words(part).some((word) => isTermAlone(stem(word))))
    .join(" ");

/** The engine spells out acronyms by their stem, and « ASS », an « assistant de service social », has that of « AS ». */
const isAcronym = (name: string): boolean => {
  const [only = "", ...others] = words(name);
  return others.length === 0 && only.length < 5 && acronymMeaning(stem(only)) !== undefined;
};

/** Within one slip of a short word, two of a long one. */
const looksLike = (word: string, other: string): boolean => {
  const slips = Math.min(word.length, other.length) > 7 ? 2 : 1;
  return lettersApart(word, other, slips) <= slips;
};
