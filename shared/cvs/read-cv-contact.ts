import { foldPhone, isPhone } from "#shared/accounts/phone.ts";
import type { FoundText } from "./cv-findings.ts";
import type { PlacedRow } from "./read-cv-sections.ts";

/** The first address of mail that is written; a space around the "@", as OCR leaves one, is no matter. */
export const findEmail = (lines: readonly PlacedRow[]): FoundText | null => {
  const address = /[\w.+-]{1,64} ?@ ?[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/;
  return firstIn(lines, address, (words) => words.replaceAll(" ", "").toLowerCase().replace(/\.+$/, ""));
};

/** The first French number that is written: "06.12.34.56.78", "+33 (0)6 12 34 56 78". */
export const findPhone = (lines: readonly PlacedRow[]): FoundText | null => {
  const number = /(?<![\d.])(?:(?:\+|00) ?33[ .-]?(?:\(0\)[ .-]?|0)?|0)[1-9](?:[ .\-/]{0,2}\d{2}){4}(?!\d)/;
  return firstIn(lines, number, (words) => foldPhone(words.replaceAll("/", "")), isPhone);
};

const firstIn = (
  lines: readonly PlacedRow[],
  pattern: RegExp,
  readAs: (words: string) => string,
  accepts: (value: string) => boolean = () => true,
): FoundText | null => {
  for (const { text, line, page } of lines) {
    const [words] = pattern.exec(text) ?? [];
    if (words !== undefined && accepts(readAs(words))) return { value: readAs(words), source: { words, line, page } };
  }
  return null;
};
