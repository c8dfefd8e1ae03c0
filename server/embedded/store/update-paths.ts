import { compileFilter, type Predicate } from "./match-document.ts";
import { matchedIndex } from "./matched-index.ts";
import { StoreError } from "./store-error.ts";
import { fieldOf, isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** What `$`, `$[]` and `$[name]` stand for in this update of this document. */
export type PathSetting = {
  document: Doc;
  filter: Doc;
  arrayFilters: ReadonlyMap<string, Predicate>;
  /** An upsert's new document may have fields that begin with a dollar. */
  inserting: boolean;
};

/** The place a path leads to: `holder[name]`. */
export type Place = { holder: Doc | unknown[]; name: string };

/** All places a path stands for, its positional parts replaced by the elements they mean. */
export const expandPath = (path: string, setting: PathSetting): string[][] => {
  const parts = path.split(".");
  if (parts.some((part) => part === "" || part === "__proto__"))
    throw new StoreError(56, `The update path '${path}' contains an empty or forbidden field name`);
  return expand(parts, 0, setting.document, [], setting);
};

const expand = (
  parts: readonly string[],
  at: number,
  value: unknown,
  done: string[],
  setting: PathSetting,
): string[][] => {
  const part = parts[at];
  if (part === undefined) return [done];
  const named = !part.startsWith("$") || (setting.inserting && at === 0 && /^\$\w/.test(part));
  if (named) return expand(parts, at + 1, fieldOf(value, part), [...done, part], setting);
  const chosen = part === "$" ? firstMatched(done, setting) : elementsOf(value, part, done, setting);
  return chosen.flatMap((index) =>
    expand(parts, at + 1, fieldOf(value, String(index)), [...done, String(index)], setting),
  );
};

const firstMatched = (done: readonly string[], { document, filter }: PathSetting): number[] => {
  const index = matchedIndex(document, done.join("."), filter, {});
  if (index === undefined)
    throw new StoreError(2, "The positional operator did not find the match needed from the query.");
  return [index];
};

const elementsOf = (value: unknown, part: string, done: readonly string[], { arrayFilters }: PathSetting): number[] => {
  const name = /^\$\[(\w*)\]$/.exec(part)?.[1];
  if (name === undefined) throw new StoreError(52, `The dollar ($) prefixed field '${part}' is not valid for storage.`);
  if (!Array.isArray(value)) {
    const what = value === undefined ? "must exist in the document" : "must be an array";
    throw new StoreError(2, `The path '${done.join(".")}' ${what} in order to apply array updates.`);
  }
  const test = name === "" ? () => true : arrayFilters.get(name);
  if (!test) throw new StoreError(2, `No array filter found for identifier '${name}'`);
  return [...value.keys()].filter((index) => test({ [name]: value[index] }));
};

/** The elements each `$[name]` stands for. */
export const readArrayFilters = (filters: unknown, update: Doc): Map<string, Predicate> => {
  const tests = new Map<string, Predicate>();
  const paths = Object.values(update).flatMap((fields) => Object.keys(Object(fields)));
  for (const filter of Array.isArray(filters) ? filters : []) {
    const name = identifierOf(filter);
    const used = paths.some((path) => path.includes(`$[${name}]`));
    const plain = /^[a-z][A-Za-z0-9]*$/.test(name);
    if (tests.has(name) || !used || !plain)
      throw new StoreError(
        plain ? 9 : 2,
        `An array filter has a name of its own, in letters, that the update uses: '${name}'`,
      );
    tests.set(name, compileFilter(filter));
  }
  return tests;
};

const identifierOf = (filter: unknown): string => {
  const [name = "", condition] = Object.entries(isDocument(filter) ? filter : {})[0] ?? [];
  return name.startsWith("$") && Array.isArray(condition) ? identifierOf(condition[0]) : (name.split(".")[0] ?? "");
};

/**
 * The place of a concrete path, made on the way when `create` is set.
 * @throws StoreError 28 when the way goes through something that is neither a document nor an array
 */
export const locate = (document: Doc, parts: readonly string[], create: boolean): Place | undefined => {
  let holder: unknown = document;
  for (const [depth, name] of parts.entries()) {
    if (!canHold(holder, name)) {
      if (create) throw notViable(parts, depth, holder);
      return undefined;
    }
    if (depth === parts.length - 1) return { holder, name };
    if (fieldOf(holder, name) === undefined && create) write({ holder, name }, {});
    holder = fieldOf(holder, name);
  }
  return undefined;
};

const canHold = (holder: unknown, name: string): holder is Place["holder"] =>
  Array.isArray(holder) ? /^\d+$/.test(name) : isDocument(holder);

const notViable = (parts: readonly string[], depth: number, holder: unknown): StoreError =>
  new StoreError(
    28,
    `Cannot create field '${parts[depth]}' in element {${parts[depth - 1]}: ${JSON.stringify(holder)}}`,
  );

export const readPlace = ({ holder, name }: Place): unknown => fieldOf(holder, name);

const longestArray = 1_500_000;

export const write = ({ holder, name }: Place, value: unknown): void => {
  if (!Array.isArray(holder)) {
    holder[name] = value;
    return;
  }
  const index = Number(name);
  if (index > holder.length + longestArray)
    throw new StoreError(2, `can't backfill array to larger than ${longestArray} elements`);
  while (holder.length < index) holder.push(null);
  holder[index] = value;
};

/** An element of an array becomes null; a field goes. */
export const erase = ({ holder, name }: Place): void => {
  if (!Array.isArray(holder)) delete holder[name];
  else if (Number(name) < holder.length) holder[Number(name)] = null;
};
