import { evalExpr } from "mingo/core";
import type { AnyObject } from "mingo/types";
import { type Aggregation, aggregate } from "./aggregate.ts";
import { someAt } from "./match-document.ts";
import { between, gathered, type Parts, type Work } from "./pauses.ts";
import type { Setting, Stage } from "./pipeline-stages.ts";
import { setAt } from "./set-at.ts";
import { StoreError } from "./store-error.ts";
import { isDocument, keyOf } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/ */
export const lookup: Stage = (input, operand, setting) => {
  const join = readJoin(operand);
  return eachWith(input, join.as, (document) => joined(join, document, setting));
};

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/graphLookup/ */
export const graphLookup: Stage = (input, operand, setting) => {
  const graph = readGraph(operand);
  return eachWith(input, graph.as, (document) => reached(graph, document, setting));
};

function* eachWith(input: Parts<Doc>, as: string, found: (document: Doc) => Work<Doc[]>): Parts<Doc> {
  for (const part of input)
    for (const document of part) {
      const others = yield* between(found(document));
      yield [setAt(document, as.split("."), others)];
    }
}

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

const joined = (join: Join, document: Doc, { order, options }: Setting): Work<Doc[]> => {
  const { localField, foreignField } = join;
  const match =
    localField && foreignField ? [{ $match: { [foreignField]: { $in: localValues(document, localField) } } }] : [];
  const pipeline = Array.isArray(join.pipeline) ? join.pipeline : [];
  const own = evalExpr(document as AnyObject, join.let, options);
  const variables = { ...order.variables, ...(isDocument(own) ? own : {}) };
  return gathered(aggregate(inner(order, join.from, [...match, ...pipeline], variables)));
};

const inner = (order: Aggregation, from: unknown, pipeline: unknown, variables: Doc): Aggregation => {
  if (typeof from !== "string") throw new StoreError(9, "a collection's name must be a string");
  return { ...order, collection: from, pipeline: Array.isArray(pipeline) ? pipeline : [], variables, hint: undefined };
};

type Graph = { from: unknown; as: string; start: unknown; via: string; to: string } & Reach;
type Reach = { only: Doc; deepest: number; depthField: unknown };

const readGraph = (operand: unknown): Graph => {
  const given = isDocument(operand) ? operand : {};
  const { from, as, startWith: start, connectFromField: via, connectToField: to } = given;
  if (typeof as !== "string" || typeof via !== "string" || typeof to !== "string" || start === undefined)
    throw new StoreError(40100, "$graphLookup needs as, startWith, connectFromField and connectToField");
  const { restrictSearchWithMatch, maxDepth = Number.POSITIVE_INFINITY, depthField } = given;
  const only = isDocument(restrictSearchWithMatch) ? restrictSearchWithMatch : {};
  return { from, as, start, via, to, only, deepest: Number(maxDepth), depthField };
};

/** All documents reached by following the field, each once, nearest first. */
function* reached(graph: Graph, document: Doc, { order, options }: Setting): Work<Doc[]> {
  const { from, start, via, to, only, deepest, depthField } = graph;
  const found = new Map<string, Doc>();
  let wanted = [evalExpr(document as AnyObject, start, options)].flat();
  for (let at = 0; wanted.length > 0 && at <= deepest; at++) {
    const filter = { $and: [{ [to]: { $in: wanted } }, only] };
    wanted = [];
    for (const part of aggregate(inner(order, from, [{ $match: filter }], {}))) {
      const fresh = part.filter(({ _id }) => !found.has(keyOf(_id)));
      for (const item of fresh) found.set(keyOf(item._id), depthField ? { ...item, [String(depthField)]: at } : item);
      wanted.push(...fresh.flatMap((item) => localValues(item, via)).filter((value) => value !== null));
      yield;
    }
  }
  return [...found.values()];
}

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
