import { fold } from "#shared/referentials/french.ts";
import { isStopWord } from "#shared/referentials/french-stop-words.ts";
import { rootOf } from "./verb-roots.ts";

/** A word of a line that says something: its root, and where it stands. */
export type CvWord = { readonly root: string; readonly folded: string; readonly start: number; readonly end: number };

const word = /[\p{L}\p{N}]+(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
const elided: ReadonlySet<string> = new Set(["c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu"]);
const feminine = /^(?:e|s|es|ne|nne|te|tte|le|lle|se|sse|ve|fe|ere|iere|rice|trice|euse)s?$/;

/** The words of a line that count, in order; `mend` puts a misspelt one right. */
export const cvWords = (line: string, mend: (folded: string) => string = (folded) => folded): CvWord[] =>
  [...line.matchAll(word)].flatMap((match): CvWord[] => {
    const [written] = match;
    const folded = fold(written);
    if ((isStopWord(folded) && !isCoach(line, match.index, folded)) || isMark(line, match.index, written)) return [];
    // A capital inside a line begins a name, which is not a word written wrong.
    const read = match.index > 3 && /^\p{Lu}\p{Ll}/u.test(written) ? folded : mend(folded);
    return [{ root: rootOf(read), folded: read, start: match.index, end: match.index + written.length }];
  });

/** A coach, not « because ». */
const isCoach = (line: string, at: number, folded: string): boolean =>
  folded === "car" && /\b(?:de|du|le|un|en|et) $/i.test(line.slice(0, at));

/** "l’" and "d’", and the feminine of "infirmier(ère)" and "vendeur·euse". */
const isMark = (line: string, at: number, written: string): boolean => {
  const folded = fold(written);
  if (/['’‘`´]/.test(line[at + written.length] ?? " ") && elided.has(folded)) return true;
  return /[(·•./-]/.test(line[at - 1] ?? " ") && /\p{L}/u.test(line[at - 2] ?? "") && feminine.test(folded);
};
