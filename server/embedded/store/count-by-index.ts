import { ObjectId } from "bson";
import type { Collection } from "./collection.ts";
import type { CollectionIndex } from "./collection-index.ts";
import type { Search } from "./find-documents.ts";
import { rangesOf } from "./plan-query.ts";
import { type Bound, boundsOf } from "./query-bounds.ts";
import { isDocument, keyOf, typeOfKey } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** More stretches than this, and walking is no dearer. */
const mostRanges = 1_000;

/**
 * What `[{ $match }, { $group: { _id: 1, n: { $sum: 1 } } }]` answers (countDocuments of the drivers), without reading
 * a document, when one index alone decides who matches: MongoDB's COUNT_SCAN. Undefined when none does.
 */
export const countByIndex = (collection: Collection, search: Search, rest: readonly Doc[]): Doc[] | undefined => {
  const { filter, skip, limit } = search;
  const counted = rest.length === 1 && !skip && !limit ? countOf(rest[0]) : undefined;
  const bounds = boundsOf(filter);
  const asked = counted && readAsked(filter, bounds);
  if (!asked) return undefined;
  const index = collection.indexes.find((one) => decides(one, asked));
  if (!index) return undefined;
  const { ranges } = rangesOf(index, bounds);
  const n = ranges.reduce((sum, range) => sum + index.entries.countWithin(range), 0);
  return n === 0 ? [] : [{ _id: counted._id, [counted.name]: n }];
};

type Counted = { readonly _id: unknown; readonly name: string };

/** `{ $group: { _id: a constant, n: { $sum: 1 } } }` */
const countOf = (stage: Doc | undefined): Counted | undefined => {
  const group = stage?.$group;
  if (!isDocument(group)) return undefined;
  const { _id, ...fields } = group;
  const [[name, sum] = ["", undefined], ...others] = Object.entries(fields);
  const constant = _id === null || typeof _id === "number";
  return constant && others.length === 0 && isDocument(sum) && sum.$sum === 1 ? { _id, name } : undefined;
};

/** By field: how many values it may have, or a stretch between two (0). */
type Asked = ReadonlyMap<string, number>;

const readAsked = (filter: Doc, bounds: Map<string, Bound>): Asked | undefined => {
  const asked = new Map<string, number>();
  for (const [path, bound] of bounds) {
    const points = pointsOf(bound);
    if (points === undefined) return undefined;
    asked.set(path, points);
  }
  // What bounds of fields do not tell stands under an operator.
  return asked.size > 0 && !Object.keys(filter).some((name) => name.startsWith("$")) ? asked : undefined;
};

const pointsOf = ({ operators, points }: Bound): number | undefined => {
  const single = operators.length === 1 && ["$eq", "$in"].includes(operators[0]?.[0] ?? "");
  if (!single) return isStretch(operators) ? 0 : undefined;
  return points && points.values.length > 0 && points.values.every(isExact) ? points.values.length : undefined;
};

const sides: Readonly<Record<string, "from" | "to">> = { $gt: "from", $gte: "from", $lt: "to", $lte: "to" };

/** One bound, or one on each side, of one type. */
const isStretch = (entries: readonly (readonly [string, unknown])[]): boolean => {
  const named = entries.map(([operator]) => sides[operator]);
  const types = new Set(entries.map(([, operand]) => (isExact(operand) ? typeOfKey(keyOf(operand)) : "none")));
  return !named.includes(undefined) && new Set(named).size === entries.length && types.size === 1 && !types.has("none");
};

/** Values whose key stands for them alone: not null, which what is missing matches too, nor what a list may hold. */
const isExact = (value: unknown): boolean =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && !Number.isNaN(value)) ||
  value instanceof ObjectId ||
  value instanceof Date;

/** Its first fields are those that are asked, a stretch the last of them, and it holds every document once. */
const decides = ({ spec, special, fields, isMultikey }: CollectionIndex, asked: Asked): boolean => {
  if (special || spec.sparse || spec.partialFilterExpression !== undefined || isMultikey()) return false;
  const first = fields.slice(0, asked.size).map(({ path }) => asked.get(path));
  const ranges = first.reduce<number>((product, points) => product * Math.max(1, points ?? 1), 1);
  return (
    first.length === asked.size &&
    first.every((points, place) => points !== undefined && (points > 0 || place === asked.size - 1)) &&
    ranges <= mostRanges
  );
};
