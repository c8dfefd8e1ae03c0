import { ObjectId } from "bson";
import { isOperators } from "./match-document.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { type UpdateOperator, updateOperators } from "./update-operators.ts";
import { expandPath, locate, type PathSetting, readArrayFilters, readPlace, write } from "./update-paths.ts";
import { compareValues, isDocument, sameValue } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** Operators, a replacement, or what a pipeline does. */
export type Update = Doc | ((document: Doc) => Doc);

export type UpdateOrder = {
  update: Update;
  arrayFilters: unknown;
  filter: Doc;
  /** True while an upsert makes the document: `$setOnInsert` counts. */
  inserting: boolean;
};

/**
 * The document after an update, by operators, by pipeline or by replacement. `fresh` is a copy made for this update
 * and may be changed in place.
 * https://www.mongodb.com/docs/manual/reference/operator/update/
 */
export const updatedDocument = (fresh: Doc, order: UpdateOrder): Doc => {
  const id = fresh._id;
  const after = change(fresh, order);
  if (id !== undefined && !sameValue(after._id, id))
    throw new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  return after;
};

/** What an upsert starts from: the values the filter asks to be equal to. */
export const documentFromFilter = (filter: Doc): Doc => {
  const made: Doc = {};
  collectEqualities(filter, made);
  return made;
};

/** An upsert's document always has an id, and has it first. */
export const withIdFirst = ({ _id = new ObjectId(), ...rest }: Doc): Doc => ({ _id, ...rest });

export const isReplacement = (update: Doc): boolean => !Object.keys(update)[0]?.startsWith("$");

const change = (fresh: Doc, order: UpdateOrder): Doc => {
  const { update } = order;
  const { _id } = fresh;
  if (typeof update === "function") return identified(update(fresh), _id);
  if (!isReplacement(update)) return applyOperators(fresh, update, order);
  const dollar = Object.keys(update).find((name) => name.startsWith("$"));
  if (dollar) throw new StoreError(52, `The dollar ($) prefixed field '${dollar}' is not allowed in a replacement`);
  return identified(update, _id);
};

/** A document with its id first, or else the one it had. */
const identified = ({ _id, ...rest }: Doc, held: unknown): Doc => {
  const id = _id ?? held;
  return id === undefined ? rest : { _id: id, ...rest };
};

const applyOperators = (fresh: Doc, update: Doc, order: UpdateOrder): Doc => {
  const setting: PathSetting = {
    document: fresh,
    filter: order.filter,
    inserting: order.inserting,
    arrayFilters: readArrayFilters(order.arrayFilters, update),
  };
  const now = new Date();
  // All places are found before anything changes: a change may undo what made an element match.
  const places = readChanges(update)
    .flatMap((change) => (change[0] === "$rename" ? renaming(fresh, change) : [change]))
    .filter(([name]) => name !== "$setOnInsert" || order.inserting)
    .flatMap(([name, path, operand]) => expandPath(path, setting).map((parts) => ({ parts, name, operand })));
  for (const { parts, name, operand } of places.sort((a, b) => inOrder(a.parts, b.parts))) {
    const operator = operatorOf(name);
    const place = locate(fresh, parts, operator.creates);
    if (place) operator.apply(place, operand, now);
  }
  return fresh;
};

/** New fields come in the order of their names, or numbers, and not of the update. */
const inOrder = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((part, i) => part !== b[i]);
  const [x = "", y = ""] = [a[at], b[at]];
  return /^\d+$/.test(x) && /^\d+$/.test(y) ? Number(x) - Number(y) : compareValues(x, y);
};

/** What is wrong with an update whatever it is applied to, and even if to nothing. */
export const refuseBadUpdate = (update: Doc, arrayFilters: unknown): void => {
  refuseConflicts(
    readChanges(update).flatMap(([name, path, to]) => (name === "$rename" && to !== path ? [path, String(to)] : path)),
  );
  readArrayFilters(arrayFilters, update);
};

type Change = [name: string, path: string, operand: unknown];

const readChanges = (update: Doc): Change[] =>
  Object.entries(update).flatMap(([name, paths]): Change[] => {
    if (name !== "$rename") operatorOf(name);
    if (!isDocument(paths))
      throw new StoreError(9, `Modifiers operate on fields but we found another type for ${name}`);
    return Object.entries(paths)
      .filter(([, operand]) => operand !== undefined)
      .map(([path, operand]) => [name, path, operand]);
  });

const operatorOf = (name: string): UpdateOperator => {
  const operator = updateOperators[name];
  if (operator) return operator;
  if (name === "$bit") throw notBuilt(name);
  throw new StoreError(9, `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update`);
};

/** A field of another name: the one goes, and the other is set. */
const renaming = (document: Doc, [, path, to]: Change): Change[] => {
  if (typeof to !== "string" || to === path || [path, to].some((name) => /(^|\.)(\$|\.|$)/.test(name)))
    throw new StoreError(2, `$rename takes two different names of plain fields: ${path}, ${String(to)}`);
  const places = [path, to].map((name) => locate(document, name.split("."), false));
  if (places.some((place) => Array.isArray(place?.holder)))
    throw new StoreError(2, "Neither field of $rename can be an array element");
  const value = places[0] && readPlace(places[0]);
  return value === undefined
    ? []
    : [
        ["$unset", path, true],
        ["$set", to, value],
      ];
};

/** Two changes of one path, or of a path and of what it leads to, would depend on their order. */
const refuseConflicts = (paths: readonly string[]): void => {
  const sorted = [...paths].sort();
  const clash = sorted.find((path, i) =>
    sorted.slice(0, i).some((other) => other === path || path.startsWith(`${other}.`)),
  );
  if (clash) throw new StoreError(40, `Updating the path '${clash}' would create a conflict at '${clash}'`);
};

const collectEqualities = (filter: Doc, into: Doc): void => {
  for (const [name, condition] of Object.entries(filter)) {
    for (const part of certainParts(name, condition)) collectEqualities(part, into);
    const only = name.startsWith("$") ? undefined : onlyValue(condition);
    if (only !== undefined) inferField(into, name, only);
  }
};

/** Those that hold for sure: of several branches of an `$or`, none does. */
const certainParts = (name: string, condition: unknown): Doc[] => {
  const certain = Array.isArray(condition) && (name === "$and" || (name === "$or" && condition.length === 1));
  return certain ? condition : [];
};

const inferField = (into: Doc, path: string, value: unknown): void => {
  const parts = path.split(".");
  const taken = parts.some((_, depth) => {
    const place = locate(into, parts.slice(0, depth + 1), false);
    const held = place && readPlace(place);
    return held !== undefined && (depth === parts.length - 1 || !isDocument(held));
  });
  if (taken) throw new StoreError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
  const place = locate(into, parts, true);
  if (place) write(place, value);
};

/** The one value a condition lets a field have, if it is so. */
const onlyValue = (condition: unknown): unknown => {
  if (condition instanceof RegExp) return undefined;
  if (!isOperators(condition)) return condition;
  const { $eq, $in, $all } = condition;
  const list = $in ?? $all;
  return Array.isArray(list) && list.length === 1 && !(list[0] instanceof RegExp) ? list[0] : $eq;
};
