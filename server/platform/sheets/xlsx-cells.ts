/** "C7" is column 2; without an address, the one after the last. */
export const columnAt = (address: string | undefined, last: number): number => {
  const letters = /^[A-Z]{1,3}/.exec(address ?? "")?.[0];
  if (letters === undefined) return last + 1;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

/** A number as people typed it: Excel keeps a SIRET as 7.3282932000074E13. */
export const spokenNumber = (text: string): string => {
  const value = Number(text);
  return text.trim() !== "" && Number.isSafeInteger(value) ? String(value) : text.trim();
};
