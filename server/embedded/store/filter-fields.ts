import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** Whether it holds an aggregation expression, for which numbers must be plain. */
export const computes = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(computes);
  return isDocument(value) && Object.entries(value).some(([name, inner]) => name === "$expr" || computes(inner));
};

/**
 * What a filter looks at: the first parts of its paths (undefined: the whole document), and whether it asks how
 * numbers are stored.
 */
export const fieldsOfFilter = (filter: Doc): { names: Set<string> | undefined; exact: boolean } => {
  const names = new Set<string>();
  const whole = !collect(filter, names);
  return { names: whole ? undefined : names, exact: asksTypes(filter) };
};

const collect = (filter: Doc, into: Set<string>): boolean =>
  Object.entries(filter).every(([name, condition]) => {
    if (!name.startsWith("$")) {
      into.add(name.split(".")[0] ?? name);
      return true;
    }
    if (name === "$comment") return true;
    return Array.isArray(condition) && condition.every((part) => isDocument(part) && collect(part, into));
  });

const asksTypes = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(asksTypes);
  if (!isDocument(value)) return false;
  return Object.entries(value).some(
    ([name, inner]) => name === "$type" || name === "$jsonSchema" || (name !== "$expr" && asksTypes(inner)),
  );
};
