import { z } from "zod";

const tenDigits = /^0[1-9]\d{8}$/;

/** A French number as people type it, kept as ten digits: "+33 6 12-34-56-78" is "0612345678". */
export const foldPhone = (typed: string): string => typed.replace(/[\s.\-()]/g, "").replace(/^(?:\+|00)330?/, "0");

/** An optional telephone field: absent or empty is null. */
export const OptionalPhone = z
  .preprocess(
    (typed) => (typeof typed === "string" ? foldPhone(typed) || undefined : (typed ?? undefined)),
    z.string("not-a-phone").regex(tenDigits, "not-a-phone").optional(),
  )
  .transform((phone) => phone ?? null);

export const isPhone = (folded: string): boolean => tenDigits.test(folded);

/** "0612345678" as it is read aloud: "06 12 34 56 78". */
export const spokenPhone = (phone: string): string => phone.replace(/(\d{2})(?=\d)/g, "$1 ");
