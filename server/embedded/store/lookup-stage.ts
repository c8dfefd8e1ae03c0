import { type Aggregation, aggregate } from "./aggregate.ts";
import { compileExpression } from "./expressions.ts";
import { someAt } from "./match-document.ts";
import { between, gathered } from "./pauses.ts";
import type { Stage } from "./pipeline-stages.ts";
import { setAt } from "./set-at.ts";
import { isDocument, keyOf } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Join = { from: string; as: string; localField?: string; foreignField?: string; pipeline?: Doc[]; let?: Doc };

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/lookup/ */
export const lookup: Stage = function* (input, operand, { order, options }) {
  // Its shape was checked with the pipeline's.
  const join = operand as Join;
  const own = compileExpression(join.let ?? {}, { options });
  for (const part of input)
    for (const document of part) {
      const found = yield* between(gathered(aggregate(joined(order, join, { document, own: own(document) }))));
      yield [setAt(document, join.as.split("."), found)];
    }
};

const joined = (
  order: Aggregation,
  { from: collection, localField, foreignField, pipeline = [] }: Join,
  { document, own }: { document: Doc; own: unknown },
): Aggregation => {
  const match =
    localField && foreignField ? [{ $match: { [foreignField]: { $in: localValues(document, localField) } } }] : [];
  const variables = { ...order.variables, ...(isDocument(own) ? own : {}) };
  return { ...order, collection, pipeline: [...match, ...pipeline], variables, hint: undefined };
};

/** The values to join on: each element of an array, and null for nothing. */
const localValues = (document: Doc, path: string): unknown[] => {
  const values = new Map<string, unknown>();
  const keep = (value: unknown): boolean => {
    if (!Array.isArray(value)) values.set(keyOf(value), value ?? null);
    return false;
  };
  someAt(document, path.split("."), keep, false);
  return values.size > 0 ? [...values.values()] : [null];
};
