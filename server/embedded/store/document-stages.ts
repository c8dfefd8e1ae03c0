import type { Options } from "mingo/types";
import { compileExpression } from "./expressions.ts";
import { compileFilter } from "./match-document.ts";
import { compileProjection } from "./project-document.ts";
import { setAt } from "./set-at.ts";
import { StoreError } from "./store-error.ts";
import { fieldOf, isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** What becomes of one document. It is never changed: what comes may share parts with it. */
type DocumentStage = (operand: unknown, options: Options) => (document: Doc) => Iterable<Doc>;

/** One document through stages that make one of it, whatever it is. */
export const runOnOne = (stages: readonly Doc[], options: Options): ((document: Doc) => Doc) => {
  const made = stages
    .flatMap((stage) => Object.entries(stage))
    .map(([name, it]) => documentStages[name]?.(it, options));
  return (document) =>
    made.reduce<Doc>((held, make) => {
      const [one = held] = make?.(held) ?? [];
      return one;
    }, document);
};

const addFields: DocumentStage = (operand, options) => {
  const fields = fieldsIn(operand, []).map(([parts, given]) => [parts, compileExpression(given, { options })] as const);
  return (document) => [fields.reduce((made, [parts, value]) => setAt(made, parts, value(document)), document)];
};

const fieldsIn = (spec: unknown, above: readonly string[]): [parts: string[], given: unknown][] =>
  Object.entries(Object(spec)).flatMap(([name, given]) => {
    const parts = [...above, ...name.split(".")];
    const nested = isDocument(given) && Object.keys(given).length > 0 && !Object.keys(given)[0]?.startsWith("$");
    return nested ? fieldsIn(given, parts) : [[parts, given]];
  });

const replaceWith: DocumentStage = (operand, options) => {
  const value = compileExpression(operand, { options });
  return (document) => {
    const made = value(document);
    if (!isDocument(made)) throw new StoreError(40228, "a document is replaced by a document, and by nothing else");
    return [made];
  };
};

const shown: DocumentStage = (operand, options) => {
  const show = compileProjection(operand, {}, { options });
  return (document) => [show ? show(document) : document];
};

/** What stands in an array on the way is not there. */
const unwind: DocumentStage = (operand) => {
  const { path, preserveNullAndEmptyArrays, includeArrayIndex } = isDocument(operand) ? operand : { path: operand };
  const parts = String(path).slice(1).split(".");
  const place = typeof includeArrayIndex === "string" ? includeArrayIndex.split(".") : undefined;
  const numbered = (document: Doc, at: number | null): Doc => (place ? setAt(document, place, at) : document);
  return function* (document) {
    const value = parts.reduce<unknown>((held, name) => (isDocument(held) ? fieldOf(held, name) : undefined), document);
    const list = Array.isArray(value) ? value : [];
    for (const [at, item] of list.entries()) yield numbered(setAt(document, parts, item), at);
    const isEmpty = Array.isArray(value) || value === null || value === undefined;
    if (list.length > 0 || (isEmpty && preserveNullAndEmptyArrays !== true)) return;
    yield numbered(Array.isArray(value) ? setAt(document, parts, undefined) : document, null);
  };
};

/** The stages that look at one document at a time. */
export const documentStages: Readonly<Record<string, DocumentStage>> = {
  $match: (operand, options) => {
    const matches = compileFilter(operand, { options });
    return (document) => (matches(document) ? [document] : []);
  },
  $addFields: addFields,
  $set: addFields,
  $project: shown,
  $unset: (operand, options) => shown(Object.fromEntries([operand].flat().map((path) => [path, 0])), options),
  $replaceRoot: (operand, options) => replaceWith(Object(operand).newRoot, options),
  $replaceWith: replaceWith,
  $unwind: unwind,
};
