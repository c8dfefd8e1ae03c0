import { Aggregator } from "mingo/aggregator";
import { Context, evalExpr } from "mingo/core";
import * as accumulator from "mingo/operators/accumulator";
import * as expression from "mingo/operators/expression";
import * as pipeline from "mingo/operators/pipeline";
import * as query from "mingo/operators/query";
import type { AnyObject, Options } from "mingo/types";
import { compileProjection } from "./project-document.ts";
import { setAt } from "./set-at.ts";
import { StoreError } from "./store-error.ts";
import { type Operator, valueExpressions } from "./value-expressions.ts";
import { compareValues, isDocument, sameValue } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** Where an expression is evaluated: the variables of a `let`, and the stages a pipeline may use. */
export type Scope = { variables?: Doc; options?: Options; collator?: Intl.Collator };

/** What an aggregation expression is worth for a document. */
export const evaluate = (document: unknown, given: unknown, scope: Scope): unknown =>
  evalExpr(document, given, scope.options ?? optionsFor({ variables: scope.variables ?? {} }));

/** mingo's options, built once per query: building them copies its tables of two hundred operators. */
export const optionsFor = ({ variables }: { variables: Doc }): Options => {
  let captured: Options | undefined;
  const capture: typeof pipeline.$limit = (input, _, options) => {
    captured = options;
    return input;
  };
  // mingo types each operator by its own operand; ours read theirs as unknown and check it themselves.
  const context = Context.init({
    accumulator,
    expression: { ...expression, ...comparisons, ...valueExpressions },
    pipeline: { ...pipeline, $capture: capture, $addFields: addFields, $set: addFields, $project: project },
    query,
  });
  new Aggregator([{ $capture: 1 }], { context, variables }).run([]);
  if (!captured) throw new StoreError(1, "mingo no longer hands its options to a stage");
  return captured;
};

/** In expressions a missing field is below null, and values of different types are ordered by type. */
const order = (document: AnyObject, operands: unknown, options: Options): number => {
  const [a, b] = evalExpr(document, operands, options) as [unknown, unknown];
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return Math.sign(compareValues(a, b));
};

const comparisons: Record<string, Operator> = {
  $eq: (...given) => order(...given) === 0,
  $ne: (...given) => order(...given) !== 0,
  $gt: (...given) => order(...given) > 0,
  $gte: (...given) => order(...given) >= 0,
  $lt: (...given) => order(...given) < 0,
  $lte: (...given) => order(...given) <= 0,
  $cmp: (...given) => order(...given),
  $in: (document, operands, options) => {
    const [value, list] = evalExpr(document, operands, options) as [unknown, unknown];
    if (!Array.isArray(list)) throw new StoreError(2, "$in requires an array as a second argument");
    return list.some((item) => sameValue(item, value));
  },
  $switch: (document, operands, options) => {
    const { branches = [], ...other } = isDocument(operands) ? operands : {};

    const chosen = (Array.isArray(branches) ? branches : []).find(
      (branch: Doc) => expression.$and(document, [branch.case], options) === true,
    );
    if (!chosen && !("default" in other))
      throw new StoreError(
        40066,
        "$switch could not find a matching branch for an input, and no default was specified",
      );
    return evalExpr(document, chosen ? chosen.then : other.default, options);
  },
};

/** mingo replaces a document where MongoDB adds to it, and passes over arrays. */
const addFields: typeof pipeline.$addFields = (input, operand, options) => {
  const fields = flatten(operand, []);
  return input.map((document) =>
    fields.reduce<Doc>(
      (made, [parts, given]) => setAt(made, parts, evalExpr(document, given, options)),
      document as Doc,
    ),
  );
};

/** mingo puts one document in the place of an array of them. */
const project: typeof pipeline.$project = (input, operand, options) => {
  const shown = compileProjection(operand, {}, { options });
  return shown ? input.map((document) => shown(document as Doc)) : input;
};

const flatten = (spec: Doc, above: readonly string[]): [parts: string[], given: unknown][] =>
  Object.entries(spec).flatMap(([name, given]) => {
    const parts = [...above, ...name.split(".")];
    const nested = isDocument(given) && Object.keys(given).length > 0 && !Object.keys(given)[0]?.startsWith("$");
    return nested ? flatten(given, parts) : [[parts, given]];
  });
