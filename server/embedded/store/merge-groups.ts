import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/** A `$group` cut in two: of each part of the input, then of what the parts gave. */
export type MergeableGroup = { partial: Doc; merge: Doc[]; finish: Doc[] };

/** How partial results of an accumulator become one; `$joined` and `$united` are ours (expressions.ts). */
const mergers: Record<string, string> = {
  $sum: "$sum",
  $min: "$min",
  $max: "$max",
  $first: "$first",
  $last: "$last",
  $push: "$joined",
  $addToSet: "$united",
};

/** The two halves of a `$group`; undefined when an accumulator needs all documents at once. */
export const mergeableGroup = (stage: Doc | undefined): MergeableGroup | undefined => {
  const group = stage?.$group;
  if (!isDocument(group)) return undefined;
  const { _id, ...fields } = group;
  const halves: Halves = { partial: { _id }, merge: { _id: "$_id" }, shown: { _id: 1 } };
  for (const [field, accumulator] of Object.entries(fields))
    if (!cut(field, isDocument(accumulator) ? accumulator : {}, halves)) return undefined;
  const { partial, merge, shown } = halves;
  const averages = Object.values(shown).some(isDocument);
  return { partial: { $group: partial }, merge: [{ $group: merge }], finish: averages ? [{ $project: shown }] : [] };
};

type Halves = { partial: Doc; merge: Doc; shown: Doc };

const cut = (field: string, accumulator: Doc, { partial, merge, shown }: Halves): boolean => {
  const [name = "", operand] = Object.entries(accumulator)[0] ?? [];
  const merger = name === "$count" ? "$sum" : mergers[name];
  if (merger) {
    partial[field] = name === "$count" ? { $sum: 1 } : accumulator;
    merge[field] = { [merger]: `$${field}` };
    shown[field] = 1;
    return true;
  }
  if (name !== "$avg") return false;
  const [sum, count] = [`${field}\u0000sum`, `${field}\u0000count`];
  partial[sum] = { $sum: operand };
  partial[count] = { $sum: { $cond: [{ $isNumber: operand }, 1, 0] } };
  merge[sum] = { $sum: `$${sum}` };
  merge[count] = { $sum: `$${count}` };
  shown[field] = { $cond: [{ $eq: [`$${count}`, 0] }, null, { $divide: [`$${sum}`, `$${count}`] }] };
  return true;
};

/** The fields of a document that a `$group` reads; undefined: perhaps all. */
export const fieldsOfGroup = (stage: Doc | undefined): string[] | undefined => {
  if (!mergeableGroup(stage)) return undefined;
  const fields: string[] = [];
  return collect(stage, fields) ? fields : undefined;
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
