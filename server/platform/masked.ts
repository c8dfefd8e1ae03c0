/** A sentence of a machine without what a person typed: a relay quotes addresses, a store quotes values. */
export const masked = (text: string): string =>
  text
    .replace(/[^\s<>"'()]+@[^\s<>"'()]+/g, "…@…")
    .replace(/(["'`])(?![a-z0-9_./-]*\1)[^"'`]*\1/g, "$1…$1") // what looks like a code word is ours, not a person's
    .replace(/\+?\d[\d .]{7,}\d/g, "…")
    .slice(0, 300);
