import { evalExpr } from "mingo/core";
import { Lazy } from "mingo/lazy";
import { $redact } from "mingo/operators/pipeline";
import type { AnyObject, Options } from "mingo/types";
import { type Aggregation, aggregate } from "./aggregate.ts";
import { compileFilter, someAt } from "./match-document.ts";
import { atOnce } from "./pauses.ts";
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
  $sort: (input, operand) => input.transform((items) => Lazy(sorted(items as Doc[], operand, order))),
  $lookup: (input, operand, options) => {
    const join = readJoin(operand);
    return input.map((document: Doc) => ({ ...document, [join.as]: joined(order, join, document, options) }));
  },
  // mingo leaves null where a document was pruned.
  $redact: (input, operand, options) => $redact(input, operand as AnyObject, options).filter(isDocument),
  $graphLookup: (input, operand, options) => {
    const graph = readGraph(operand);
    return input.map((document: Doc) => ({ ...document, [graph.as]: reached(order, graph, document, options) }));
  },
  $unionWith: (input, operand) => {
    const { coll, pipeline = [] } = isDocument(operand) ? operand : { coll: operand };
    return input.transform((items) => Lazy([...items, ...atOnce(aggregate(inner(order, coll, pipeline, {})))]));
  },
});

const sorted = (items: Doc[], operand: unknown, { collation }: Aggregation): Doc[] =>
  atOnce(sortBy(items, { keys: readSort(operand), document: (item) => item, collation }));

/** Stages that are short for others, written out: so they too are done part by part. */
export const expandStages = (pipeline: readonly Doc[]): Doc[] =>
  pipeline.flatMap((stage) => {
    if ("$bucket" in stage) return asGroups(stage.$bucket);
    if ("$sortByCount" in stage)
      return [{ $group: { _id: stage.$sortByCount, count: { $sum: 1 } } }, { $sort: { count: -1 } }];
    if ("$count" in stage)
      return [{ $group: { _id: null, [String(stage.$count)]: { $sum: 1 } } }, { $project: { _id: 0 } }];
    return [stage];
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
    return atOnce(aggregate(inner(order, join.from, [...match, ...join.pipeline], variables)));
  }
  return atOnce(aggregate(inner(order, join.from, match, {})));
};

const inner = (order: Aggregation, from: unknown, pipeline: unknown, variables: Doc): Aggregation => {
  if (from !== undefined && typeof from !== "string") throw new StoreError(9, "a collection's name must be a string");
  return { ...order, collection: from, pipeline: Array.isArray(pipeline) ? pipeline : [], variables, hint: undefined };
};

type Graph = { from: unknown; as: string; start: unknown; via: string; to: string; depth: Doc };

const readGraph = (operand: unknown): Graph => {
  const given = isDocument(operand) ? operand : {};
  const { from, as, startWith: start, connectFromField: via, connectToField: to } = given;
  if (typeof as !== "string" || typeof via !== "string" || typeof to !== "string" || start === undefined)
    throw new StoreError(40100, "$graphLookup needs as, startWith, connectFromField and connectToField");
  return { from, as, start, via, to, depth: given };
};

/** All documents reached by following the field, each once, nearest first. */
const reached = (
  order: Aggregation,
  { from, start, via, to, depth }: Graph,
  document: Doc,
  options: Options,
): Doc[] => {
  const { maxDepth = Number.POSITIVE_INFINITY, depthField, restrictSearchWithMatch: also } = depth;
  const found = new Map<string, Doc>();
  let wanted = [evalExpr(document, start, options)].flat();
  for (let at = 0; wanted.length > 0 && at <= Number(maxDepth); at++) {
    const filter = { $and: [{ [to]: { $in: wanted } }, isDocument(also) ? also : {}] };
    const fresh = atOnce(aggregate(inner(order, from, [{ $match: filter }], {}))).filter(
      ({ _id }) => !found.has(keyOf(_id)),
    );
    for (const item of fresh)
      found.set(keyOf(item._id), typeof depthField === "string" ? { ...item, [depthField]: at } : item);
    wanted = fresh.flatMap((item) => localValues(item, via)).filter((value) => value !== null);
  }
  return [...found.values()];
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
