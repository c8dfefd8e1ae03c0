import type { Options } from "mingo/types";
import { type Accumulator, accumulators } from "./accumulators.ts";
import { compileExpression } from "./expressions.ts";
import { inParts, type Parts } from "./pauses.ts";
import { isDocument, keyOf } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/group/ */
export function* group(input: Parts<Doc>, operand: unknown, options: Options): Parts<Doc> {
  const { _id, ...fields } = isDocument(operand) ? operand : {};
  const idOf = computed(_id, options);
  const kept = Object.entries(fields).flatMap(([name, spec]) => readField(name, spec, options));
  const groups = new Map<string, { id: unknown; held: Accumulator[] }>();
  for (const part of input) {
    for (const document of part) {
      const id = idOf(document) ?? null;
      const key = keyOf(id);
      const found = groups.get(key) ?? { id, held: kept.map(({ make }) => make()) };
      if (!groups.has(key)) groups.set(key, found);
      kept.forEach(({ read }, i) => {
        found.held[i]?.add(read(document));
      });
    }
    yield [];
  }
  yield* inParts([...groups.values()], ({ id, held }) => ({
    _id: id,
    ...Object.fromEntries(kept.map(({ name }, i) => [name, held[i]?.result()])),
  }));
}

type Read = (document: Doc) => unknown;
type Kept = { name: string; read: Read; make: () => Accumulator };

const readField = (name: string, spec: unknown, options: Options): Kept[] => {
  const [[accumulator, operand] = ["", undefined]] = Object.entries(isDocument(spec) ? spec : {});
  const make = accumulators[accumulator];
  return make ? [{ name, read: computed(operand, options), make }] : [];
};

/** A constant and a field at the top are by far the most asked for: they need no interpreter. */
const computed = (expression: unknown, options: Options): Read => {
  if (expression === null || typeof expression === "number") return () => expression;
  const [, field] = typeof expression === "string" ? (/^\$([^$.]+)$/.exec(expression) ?? []) : [];
  return field === undefined ? compileExpression(expression, { options }) : (document) => document[field];
};

/** Stages that are short for others, written out. */
export const expandStages = (pipeline: unknown): Doc[] =>
  (Array.isArray(pipeline) ? pipeline : []).flatMap((stage: Doc) => {
    if ("$sortByCount" in stage)
      return [{ $group: { _id: stage.$sortByCount, count: { $sum: 1 } } }, { $sort: { count: -1 } }];
    if ("$count" in stage)
      return [{ $group: { _id: null, [String(stage.$count)]: { $sum: 1 } } }, { $project: { _id: 0 } }];
    return [stage];
  });

/** The fields of a document that stages read, as far as a `$group`; undefined: perhaps all. */
export const fieldsOfStages = (stages: readonly Doc[]): string[] | undefined => {
  const fields: string[] = [];
  for (const stage of stages) {
    if (isDocument(stage.$group)) return collect(stage.$group, fields) ? fields : undefined;
    if (isDocument(stage.$facet)) return fieldsOfFacets(Object.values(stage.$facet), fields);
    const path = isDocument(stage.$unwind) ? stage.$unwind.path : stage.$unwind;
    if (typeof path !== "string") return undefined;
    collect(path, fields);
  }
  return undefined;
};

const fieldsOfFacets = (facets: readonly unknown[], before: readonly string[]): string[] | undefined => {
  const read = facets.map((stages) => fieldsOfStages(expandStages(stages)));
  return read.includes(undefined) ? undefined : [...before, ...read.flatMap((fields) => fields ?? [])];
};

const collect = (value: unknown, into: string[]): boolean => {
  if (typeof value === "string") {
    if (/^\$\$(ROOT|CURRENT)/.test(value)) return false;
    if (/^\$[^$]/.test(value)) into.push(value.slice(1).split(".")[0] ?? "");
    return true;
  }
  if (Array.isArray(value)) return value.every((item) => collect(item, into));
  if (!isDocument(value)) return true;
  return Object.entries(value).every(([name, inner]) => name !== "$getField" && collect(inner, into));
};
