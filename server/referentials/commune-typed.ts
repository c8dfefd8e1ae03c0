import { wrongField } from "#shared/kernel/failure.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import { findCommune } from "./find-commune.ts";

/** The commune of a form's field of that name, or what is wrong with it. */
export const communeTyped = (typed: string): Commune => {
  const commune = findCommune(typed);
  if (!commune) throw wrongField("commune", "unknown-commune");
  return commune;
};
