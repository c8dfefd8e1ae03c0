import { masked } from "#server/platform/masked.ts";

/**
 * The error as the queue may keep it and an admin read it: its kind and its sentence, without what a person typed,
 * and without the stack, which repeats it.
 */
export const discreetError = (error: unknown): Error => {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const discreet = new Error(masked(`${name}: ${message}`));
  discreet.name = name;
  discreet.stack = discreet.message;
  return discreet;
};
