import { Context, evalExpr } from "mingo/core";
import type { Options } from "mingo/types";
import { notBuilt, StoreError, unknownHere } from "./store-error.ts";
import { operators } from "./value-expressions.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** Where an expression is evaluated: the variables of a `let`, made into mingo's options once for a whole pipeline. */
export type Scope = { variables?: Doc; options?: Options; collator?: Intl.Collator };

/** Makes what an aggregation expression is worth for a document. */
export const compileExpression = (given: unknown, { variables, options }: Scope): ((document: Doc) => unknown) => {
  checkExpression(given);
  const own = options ?? optionsFor(variables ?? {});
  return (document) => evalExpr(document, given, own);
};

type Take = (options: Options) => void;

// mingo types each operator by its own operand; ours read theirs as unknown and check it themselves.
const context = Context.init({
  expression: { ...operators, $hand: (_document: unknown, take: unknown, options: Options) => (take as Take)(options) },
});

/** mingo's options as it hands them to an operator: others are copied, with their table, for each document. */
export const optionsFor = (variables: Doc): Options => {
  let handed: Options | undefined;
  const take: Take = (options) => {
    handed = options;
  };
  evalExpr(null, { $hand: take }, { context, variables } as Partial<Options> as Options);
  if (!handed) throw new StoreError(1, "mingo no longer hands its options to an operator");
  return handed;
};

/** mingo meets an unknown operator only at the first document; MongoDB refuses it at once. */
export const checkExpression = (value: unknown): void => {
  // mingo would take the element of an array, MongoDB does not.
  if (typeof value === "string" && /^\$\w.*\.\d+(\.|$)/.test(value))
    throw notBuilt("a number in a path to compute with");
  if (Array.isArray(value)) for (const item of value) checkExpression(item);
  if (!isDocument(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith("$")) checkOperator(name, inner);
    if (name !== "$literal") checkExpression(inner);
  }
};

const checkOperator = (name: string, operand: unknown): void => {
  if (!Object.hasOwn(operators, name)) throw unknownHere(168, `Unrecognized expression '${name}'`);
  const operands = Object.keys(Object(operand)).length;
  if ((name === "$cond" && operands !== 3) || ((name === "$ifNull" || name === "$slice") && operands < 2))
    throw new StoreError(16020, `Expression ${name} takes more, or fewer, arguments`);
  if (name === "$switch" && !("default" in Object(operand))) throw notBuilt("a $switch without a default");
};
