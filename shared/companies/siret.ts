import { z } from "zod";

/** "362 521 879 00034" or "362.521.879-00034" as fourteen digits. */
export const foldSiret = (typed: string): string => typed.replace(/[\s.-]/g, "");

/**
 * Fourteen digits whose Luhn sum is a multiple of ten. The establishments of La Poste (SIREN 356 000 000)
 * outgrew it: theirs need only digits that add up to a multiple of five.
 */
export const isSiret = (siret: string): boolean => {
  if (!/^\d{14}$/.test(siret) || /^0+$/.test(siret)) return false;
  if (luhnSum(siret) % 10 === 0) return true;
  return siret.startsWith("356000000") && digitSum(siret) % 5 === 0;
};

export const sirenOf = (siret: string): string => siret.slice(0, 9);

/** As it is printed: "362 521 879 00034". */
export const spokenSiret = (siret: string | null): string =>
  siret === null ? "pas encore connu" : siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1 $2 $3 $4");

/** A SIRET field: folded, then checked. */
export const Siret = z.preprocess(
  (typed) => (typeof typed === "string" ? foldSiret(typed) || undefined : typed),
  z
    .string({ error: ({ input }) => (input === undefined ? "required" : "not-a-siret") })
    .max(14, "not-a-siret")
    .refine(isSiret, "not-a-siret"),
);

/** Every second digit from the right is doubled; a double of two digits counts their sum. */
const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);
