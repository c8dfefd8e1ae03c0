import type { z } from "zod";

/**
 * The stable code of what is wrong with each field, by the field's name (nested ones joined by a point).
 * The schemas of `input.ts` speak in codes already; what zod says in its own words is turned into one here.
 */
export const wrongFields = (error: z.ZodError): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".") || "form"] ??= codeOf(issue);
  return fields;
};

const codeOf = (issue: z.core.$ZodIssue): string =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(issue.message) ? issue.message : (codes[issue.code] ?? "invalid");

const codes: Readonly<Record<string, string>> = {
  invalid_type: "invalid",
  too_big: "out-of-range",
  too_small: "out-of-range",
  invalid_value: "not-a-choice",
  invalid_format: "invalid",
  unrecognized_keys: "unexpected-field",
};
