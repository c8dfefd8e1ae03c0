import { unknownOccupation } from "#client/cvs/cv-words.ts";
import type { Again } from "#server/http/serve-form.ts";
import { understandOccupation } from "#shared/cvs/understood-occupation.ts";

/** A trade we do not know is told with what it may have meant. */
export const explainTrades = ({ typed, errors, failure }: Again): Readonly<Record<string, string>> => {
  const codes = failure.facts.fields ?? {};
  return Object.fromEntries(
    Object.entries(errors).map(([field, said]) => {
      const word = typed[field];
      if (codes[field] !== "unknown-occupation" || typeof word !== "string") return [field, said];
      const understood = understandOccupation(word.slice(0, 100));
      const proposals = understood.occupation === null ? understood.proposals.map(({ label }) => label) : [];
      return [field, unknownOccupation(word.slice(0, 100), proposals)];
    }),
  );
};
