import { deserialize } from "bson";
import { Aggregator } from "mingo/aggregator";
import { evalExpr } from "mingo/core";
import { Lazy } from "mingo/lazy";
import type { Options } from "mingo/types";
import { type Aggregation, aggregate } from "./aggregate.ts";
import { findDocuments } from "./find-documents.ts";
import { compileFilter, someAt } from "./match-document.ts";
import { readSort, sortBy } from "./sort-documents.ts";
import { StoreError } from "./store-error.ts";
import { isDocument, keyOf } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Input = ReturnType<typeof Lazy>;
type Stage = (input: Input, operand: unknown, options: Options) => Input;

/** The stages we do ourselves: with our matching and order, and with the indexes of the collection looked up. */
export const pipelineStages = (order: Aggregation): Record<string, Stage> => ({
  $match: (input, operand, options) => {
    const matches = compileFilter(operand, { options });
    return input.filter((document: Doc) => matches(document));
  },
  $sort: (input, operand) =>
    input.transform((items) => Lazy(sortBy(items as Doc[], readSort(operand), (item) => item, order.collation))),
  // mingo answers 0 for no document; MongoDB answers nothing.
  $count: (input, operand) =>
    input.transform((items) => Lazy(items.length === 0 ? [] : [{ [String(operand)]: items.length }])),
  // mingo puts a value that equals a boundary into the bucket before it.
  $bucket: (input, operand, options) => new Aggregator(asGroups(operand), options).stream(input),
  $lookup: (input, operand, options) => {
    const join = readJoin(operand);
    return input.map((document: Doc) => ({ ...document, [join.as]: joined(order, join, document, options) }));
  },
  $unionWith: (input, operand) => {
    const { coll, pipeline = [] } = isDocument(operand) ? operand : { coll: operand };
    return input.transform((items) => Lazy([...items, ...aggregate(inner(order, coll, pipeline, {}))]));
  },
});

const asGroups = (operand: unknown): Doc[] => {
  const { groupBy, boundaries, default: other, output = { count: { $sum: 1 } } } = isDocument(operand) ? operand : {};
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new StoreError(40192, "$bucket needs at least 2 boundaries");
  const branches = boundaries.slice(0, -1).map((from: unknown, i) => ({
    case: { $and: [{ $gte: [groupBy, from] }, { $lt: [groupBy, boundaries[i + 1]] }] },
    // biome-ignore lint/suspicious/noThenProperty: MongoDB's own word
    then: { $literal: from },
  }));
  const group = { $switch: { branches, ...(other === undefined ? {} : { default: { $literal: other } }) } };
  return [{ $group: { _id: group, ...(isDocument(output) ? output : {}) } }, { $sort: { _id: 1 } }];
};

type Join = { from: unknown; as: string; localField?: string; foreignField?: string; pipeline: unknown; let: Doc };

const readJoin = (operand: unknown): Join => {
  if (!isDocument(operand) || typeof operand.as !== "string") throw new StoreError(9, "$lookup needs 'as'");
  const { from, as, localField, foreignField, pipeline = [] } = operand;
  if ((localField === undefined) !== (foreignField === undefined))
    throw new StoreError(9, "$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  const variables = isDocument(operand.let) ? operand.let : {};
  if (typeof localField !== "string" || typeof foreignField !== "string") return { from, as, pipeline, let: variables };
  return { from, as, localField, foreignField, pipeline, let: variables };
};

const joined = (order: Aggregation, join: Join, document: Doc, options: Options): Doc[] => {
  const { localField, foreignField } = join;
  const match =
    localField && foreignField ? [{ $match: { [foreignField]: { $in: localValues(document, localField) } } }] : [];
  if (Array.isArray(join.pipeline) && join.pipeline.length > 0) {
    const variables = { ...order.variables, ...(evalExpr(document, join.let, options) as Doc) };
    return aggregate(inner(order, join.from, [...match, ...join.pipeline], variables));
  }
  const found = findDocuments(order.catalog.find(`${order.database}.${String(join.from)}`), {
    filter: match[0]?.$match ?? {},
  });
  // Later stages may change what was joined in place.
  return found.map(({ bytes }) => deserialize(bytes));
};

const inner = (order: Aggregation, from: unknown, pipeline: unknown, variables: Doc): Aggregation => {
  if (from !== undefined && typeof from !== "string") throw new StoreError(9, "a collection's name must be a string");
  return { ...order, collection: from, pipeline: Array.isArray(pipeline) ? pipeline : [], variables, hint: undefined };
};

/** The values to join on: each element of an array, and null for nothing. */
const localValues = (document: Doc, path: string): unknown[] => {
  const values = new Map<string, unknown>();
  someAt(
    document,
    path.split("."),
    (value) => {
      if (!Array.isArray(value)) values.set(keyOf(value), value ?? null);
      return false;
    },
    false,
  );
  return values.size > 0 ? [...values.values()] : [null];
};
