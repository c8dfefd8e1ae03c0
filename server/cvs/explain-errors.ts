import { sayMissing, unknownOccupation } from "#client/cvs/cv-words.ts";
import type { Again } from "#server/http/serve-form.ts";
import { understandOccupation } from "#shared/cvs/understood-occupation.ts";

type Errors = Readonly<Record<string, string>>;

/**
 * The sentences of a refused CV: what is missing is named, a wrong box is its group's matter, and each trade we do
 * not know is told at the first try, with what it may have meant.
 */
export const explainErrors = ({ typed, errors, failure }: Again): Errors => {
  const codes = failure.facts.fields ?? {};
  const groups = Object.entries(errors)
    .filter(([field]) => !/^wanted\.\d$/.test(field) || codes[field] !== "unknown-occupation")
    .map(([field, error]): [string, string] => {
      const group = field.startsWith("wanted") ? field : (field.split(".")[0] ?? field);
      return [group, codes[field] === "required" ? sayMissing(group, error) : error];
    });
  return { ...(failure.kind === "invalid" && unknownTrades(typed.wanted)), ...Object.fromEntries(groups) };
};

const unknownTrades = (wanted: string | string[] | undefined): Errors => {
  const words = [...new Set([wanted ?? []].flat().filter((one) => one.trim() !== ""))];
  const said = words.slice(0, 5).flatMap((one, place): [string, string][] => {
    const understood = understandOccupation(one.slice(0, 100));
    if (understood.occupation !== null) return [];
    const proposals = understood.proposals.map(({ label }) => label);
    return [[`wanted.${place}`, unknownOccupation(one.slice(0, 100), proposals)]];
  });
  return Object.fromEntries(said);
};
