import { evalExpr } from "mingo/core";
import type { AnyObject } from "mingo/types";
import { type Aggregation, aggregate } from "./aggregate.ts";
import { someAt } from "./match-document.ts";
import { between, gathered, type Parts, type Work } from "./pauses.ts";
import type { Setting, Stage } from "./pipeline-stages.ts";
import { setAt } from "./set-at.ts";
import { isDocument, keyOf } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/ */
export const lookup: Stage = (input, operand, setting) => {
  // Its shape was checked with the pipeline's; so was the next one's.
  const join = operand as Join;
  return eachWith(input, join.as, (document) => joined(join, document, setting));
};

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/graphLookup/ */
export const graphLookup: Stage = (input, operand, setting) => {
  const graph = operand as Graph;
  return eachWith(input, graph.as, (document) => reached(graph, document, setting));
};

function* eachWith(input: Parts<Doc>, as: string, found: (document: Doc) => Work<Doc[]>): Parts<Doc> {
  for (const part of input)
    for (const document of part) {
      const others = yield* between(found(document));
      yield [setAt(document, as.split("."), others)];
    }
}

type Join = { from: string; as: string; localField?: string; foreignField?: string; pipeline?: Doc[]; let?: Doc };

const joined = (join: Join, document: Doc, { order, options }: Setting): Work<Doc[]> => {
  const { localField, foreignField, pipeline = [] } = join;
  const match =
    localField && foreignField ? [{ $match: { [foreignField]: { $in: localValues(document, localField) } } }] : [];
  const own = evalExpr(document as AnyObject, join.let ?? {}, options);
  const variables = { ...order.variables, ...(isDocument(own) ? own : {}) };
  return gathered(aggregate(inner(order, join.from, [...match, ...pipeline], variables)));
};

const inner = (order: Aggregation, collection: string, pipeline: Doc[], variables: Doc): Aggregation => ({
  ...order,
  collection,
  pipeline,
  variables,
  hint: undefined,
});

type Graph = {
  from: string;
  as: string;
  startWith: unknown;
  connectFromField: string;
  connectToField: string;
  restrictSearchWithMatch?: Doc;
  maxDepth?: number;
  depthField?: string;
};

/** All documents reached by following the field, each once, nearest first. */
function* reached(graph: Graph, document: Doc, { order, options }: Setting): Work<Doc[]> {
  const { from, connectFromField: via, connectToField: to, restrictSearchWithMatch: only = {}, depthField } = graph;
  const found = new Map<string, Doc>();
  let wanted = [evalExpr(document as AnyObject, graph.startWith, options)].flat();
  for (let at = 0; wanted.length > 0 && at <= (graph.maxDepth ?? at); at++) {
    const filter = { $and: [{ [to]: { $in: wanted } }, only] };
    wanted = [];
    for (const part of aggregate(inner(order, from, [{ $match: filter }], {}))) {
      const fresh = part.filter(({ _id }) => !found.has(keyOf(_id)));
      for (const item of fresh) found.set(keyOf(item._id), depthField ? { ...item, [depthField]: at } : item);
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
