import type { ReadTitle } from "./read-cv-title.ts";

/** What words said of a trade while one CV is read: the same words are not read twice. */
export type TitleMemory = Map<string, ReadTitle | null>;

let current: TitleMemory | null = null;

/** Does the work with this memory, and lets go of it: nothing of a CV stays behind. */
export const remembering = <Result>(memory: TitleMemory, work: () => Result): Result => {
  const before = current;
  current = memory;
  try {
    return work();
  } finally {
    current = before;
  }
};

/** More different words than any CV holds: past it, they name no trade, so that no text makes the reading long. */
const mostTitles = 400;

/** What was read of these words, else what `read` says. */
export const remembered = (words: string, read: () => ReadTitle | null): ReadTitle | null => {
  const known = current?.get(words);
  if (known !== undefined) return known;
  if (current !== null && current.size >= mostTitles) return null;
  const title = read();
  current?.set(words, title);
  return title;
};
