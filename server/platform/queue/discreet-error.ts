/**
 * The error as the queue may keep it and an admin read it: its kind and its sentence, without what a person typed
 * (a relay quotes addresses, a store quotes values), and without the stack, which repeats it.
 */
export const discreetError = (error: unknown): Error => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const discreet = new Error(masked(`${name}: ${message}`));
  discreet.name = name;
  discreet.stack = discreet.message;
  return discreet;
};

const masked = (text: string): string =>
  text
    .replace(/[^\s<>"'()]+@[^\s<>"'()]+/g, "…@…")
    .replace(/(["'`])(?![a-z0-9_./-]*\1)[^"'`]*\1/g, "$1…$1") // what looks like a code word is ours, not a person's
    .replace(/\+?\d[\d .]{7,}\d/g, "…")
    .slice(0, 300);
