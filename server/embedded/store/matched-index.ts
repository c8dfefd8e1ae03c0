import type { Scope } from "./expressions.ts";
import { compileFilter } from "./match-document.ts";
import { fieldOf } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** Which element of the array at `path` made the filter match: what the positional `$` stands for. */
export const matchedIndex = (document: Doc, path: string, filter: Doc, scope: Scope): number | undefined => {
  const parts = path.split(".");
  const array = parts.reduce<unknown>(fieldOf, document);
  if (!Array.isArray(array)) return undefined;
  const tests = clausesOn(filter, path).map((clause) => compileFilter(clause, scope));
  const last = tests.at(-1);
  if (!last) return undefined;
  const alone = (item: unknown): Doc => parts.reduceRight<unknown>((inner, part) => ({ [part]: inner }), [item]) as Doc;
  const all = array.findIndex((item) => tests.every((test) => test(alone(item))));
  const found = all >= 0 ? all : array.findIndex((item) => last(alone(item)));
  return found < 0 ? undefined : found;
};

const clausesOn = (filter: Doc, path: string): Doc[] =>
  Object.entries(filter).flatMap(([name, condition]): Doc[] => {
    if (name === "$and" && Array.isArray(condition)) return condition.flatMap((part) => clausesOn(part, path));
    return name === path || name.startsWith(`${path}.`) ? [{ [name]: condition }] : [];
  });
