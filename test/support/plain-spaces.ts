/** Pages and mails as sentences are written in tests: what was tied for the eye (client/kernel/typeset.ts) is a space. */
export const plainSpaces = (words: string): string => words.replaceAll("\u00a0", " ");
