import { compileExpression, type Scope } from "./expressions.ts";
import { compileFilter, isOperators } from "./match-document.ts";
import { matchedIndex } from "./matched-index.ts";
import { setAt } from "./set-at.ts";
import { StoreError } from "./store-error.ts";
import { plainly } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Leaf = (value: unknown, document: Doc) => unknown;
type Tree = { [name: string]: Tree | Leaf | boolean };

/**
 * Makes what a projection shows of a document; never changes the document.
 * https://www.mongodb.com/docs/manual/reference/method/db.collection.find/#projection
 */
export const compileProjection = (
  projection: unknown,
  filter: Doc,
  scope: Scope = {},
): ((document: Doc) => Doc) | undefined => {
  if (!isDocument(projection) || Object.keys(projection).length === 0) return undefined;
  const fields = flatten(projection, "");
  const keeps = modeOf(fields);
  const tree: Tree = {};
  const computed: [parts: string[], value: (document: Doc) => unknown][] = [];
  for (const [path, shown] of fields) {
    const parts = path.replace(/\.\$$/, "").split(".");
    refuseNames(path, parts);
    const leaf = readLeaf(path, shown, filter, scope);
    if (leaf !== undefined) plant(tree, parts, leaf);
    else computed.push([parts, compileExpression(shown, scope)]);
    // What holds a computed field stays, as far as it is a document or an array of them.
    if (leaf === undefined && keeps) plant(tree, parts.slice(0, -1), {});
  }
  if (keeps && !("_id" in tree)) tree._id = true;
  return (document) => {
    // An expression computes with plain numbers, which are all that a pipeline sees.
    const plain = computed.length > 0 && !scope.options ? (plainly(document) as Doc) : document;
    const shown = cutDocument(document, tree, { keeps, document });
    return computed.reduce((out, [parts, value]) => setAt(out, parts, value(plain)), shown);
  };
};

const refuseNames = (path: string, parts: readonly string[]): void => {
  if (parts.includes("")) throw new StoreError(40353, `a field's name is missing in '${path}'`);
  if (parts.some((part) => /^\$(?!(id|ref|db)$)/.test(part)))
    throw new StoreError(16410, `FieldPath field names may not start with '$': ${path}`);
};

/** The fields that a projection shows, when it shows whole fields and nothing else. */
export const wholeFields = (projection: unknown): readonly string[] | undefined => {
  if (!isDocument(projection)) return undefined;
  const { _id: id = true, ...rest } = projection;
  const names = Object.keys(rest);
  const plain = names.length > 0 && names.every((name) => !/[.$]/.test(name) && isFlag(rest[name]) && rest[name]);
  return plain && isFlag(id) ? [...names, ...(id ? ["_id"] : [])] : undefined;
};

const flatten = (projection: Doc, prefix: string): [string, unknown][] =>
  Object.entries(projection).flatMap(([name, shown]): [string, unknown][] =>
    isDocument(shown) && !isOperators(shown) ? flatten(shown, `${prefix}${name}.`) : [[prefix + name, shown]],
  );

const isFlag = (shown: unknown): shown is number | boolean => typeof shown === "number" || typeof shown === "boolean";

/** True when the projection names what to keep, false when it names what to drop. */
const modeOf = (fields: readonly [string, unknown][]): boolean => {
  const rest = fields.filter(([path, shown]) => path !== "_id" && !(isDocument(shown) && "$slice" in shown));
  const chosen = rest.some(([, shown]) => isFlag(shown));
  const keeping = rest.filter(([, shown]) => (isFlag(shown) ? shown : !(chosen && isElement(shown))));
  const dropped = rest.find(([, shown]) => isFlag(shown) && !shown);
  if (keeping.length > 0 && dropped)
    throw new StoreError(31254, `Cannot do exclusion on field ${dropped[0]} in inclusion projection`);
  if (rest.length > 0) return keeping.length > 0;
  const id = fields.find(([path]) => path === "_id");
  return id !== undefined && Boolean(id[1]);
};

/** It goes with either mode; alone, it keeps. */
const isElement = (shown: unknown): boolean => isDocument(shown) && "$elemMatch" in shown;

/** What one field shows; undefined: what an expression computes. */
const readLeaf = (path: string, shown: unknown, filter: Doc, scope: Scope): Leaf | boolean | undefined => {
  if (path.endsWith(".$") && !shown)
    throw new StoreError(31395, `positional projection cannot be used with exclusion: ${path}`);
  if (path.endsWith(".$")) return positional(path.slice(0, -2), filter, scope);
  if (isFlag(shown)) return Boolean(shown);
  if (isDocument(shown) && "$slice" in shown && isSlice(shown.$slice)) return slice(shown.$slice);
  return isDocument(shown) && "$elemMatch" in shown ? firstMatching(shown.$elemMatch) : undefined;
};

const isSlice = (operand: unknown): operand is number | [number, number] =>
  typeof operand === "number" ||
  (Array.isArray(operand) && operand.length === 2 && operand.every((part) => typeof part === "number"));

const slice = (operand: number | [number, number]): Leaf => {
  const [skip, limit] = typeof operand === "number" ? (operand < 0 ? [operand, -operand] : [0, operand]) : operand;
  return (value) => {
    if (!Array.isArray(value)) return value;
    const start = skip < 0 ? Math.max(0, value.length + skip) : skip;
    return value.slice(start, start + limit);
  };
};

const firstMatching = (condition: unknown): Leaf => {
  const test = compileFilter({ v: { $elemMatch: condition } });
  return (value) => {
    const found = Array.isArray(value) ? value.find((item) => test({ v: [item] })) : undefined;
    return found === undefined ? undefined : [found];
  };
};

const positional =
  (path: string, filter: Doc, scope: Scope): Leaf =>
  (value, document) => {
    const at = matchedIndex(document, path, filter, scope);
    if (!Array.isArray(value)) return value;
    if (at === undefined)
      throw new StoreError(51246, "positional operator '.$' couldn't find a matching element in the array");
    return [value[at]];
  };

const plant = (tree: Tree, [name, ...rest]: string[], leaf: Tree[string]): void => {
  if (name === undefined) return;
  const held = tree[name];
  const branches = rest.length > 0 || typeof leaf === "object";
  if (held !== undefined && (typeof held === "object") !== branches)
    throw new StoreError(31254, `Path collision at ${name}`);
  tree[name] = branches ? (held ?? {}) : leaf;
  if (typeof tree[name] === "object") plant(tree[name], rest, leaf);
};

type View = { keeps: boolean; document: Doc };

/** What the tree does not name is shown when it names what to drop, and dropped when it names what to keep. */
const cutDocument = (value: Doc, tree: Tree, view: View): Doc => {
  const out: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const shown = cutField(field, Object.hasOwn(tree, name) ? tree[name] : !view.keeps, view);
    if (shown !== undefined) out[name] = shown;
  }
  return out;
};

const cutField = (field: unknown, node: Tree[string] | undefined, view: View): unknown => {
  if (typeof node === "function") return node(field, view.document);
  if (typeof node === "object") return cut(field, node, view);
  return node ? field : undefined;
};

const cut = (value: unknown, tree: Tree, view: View): unknown => {
  if (isDocument(value)) return cutDocument(value, tree, view);
  if (!Array.isArray(value)) return view.keeps ? undefined : value;
  const items = value.map((item) => cut(item, tree, view));
  return view.keeps ? items.filter((item) => item !== undefined) : items;
};
