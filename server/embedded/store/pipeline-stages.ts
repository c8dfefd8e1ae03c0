import { Aggregator } from "mingo/aggregator";
import type { Aggregation } from "./aggregate.ts";
import type { Scope } from "./expressions.ts";
import { fieldsOfStages, group } from "./group-stage.ts";
import { graphLookup, lookup } from "./join-stages.ts";
import { compileFilter } from "./match-document.ts";
import { between, gathered, inParts, type Parts, partSize } from "./pauses.ts";
import { effectiveCollation, readSort, sortBy } from "./sort-documents.ts";
import { copyOf, readerOf, type Stored } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

export type Setting = { order: Aggregation; options: NonNullable<Scope["options"]> };
export type Stage = (input: Parts<Doc>, operand: unknown, setting: Setting) => Parts<Doc>;

/** Hands out documents that belong to the stages named, which may change them. */
export type Source = (stages: readonly Doc[]) => Parts<Doc>;

export const storedSource =
  (found: readonly Stored[]): Source =>
  (stages) =>
    inParts(found, readerOf(fieldsOfStages(stages)));

export const documentSource =
  (documents: readonly Doc[]): Source =>
  () =>
    inParts(documents, copyOf);

/** What stages make of what a source gives: a part at a time where the stages allow it. */
export const runStages = (source: Source, stages: readonly Doc[], setting: Setting): Parts<Doc> => {
  const [first, ...rest] = expandStages(stages);
  if (!isDocument(first?.$facet)) return chain(source(first ? [first, ...rest] : []), [first, ...rest], setting);
  return chain(facets(source, first.$facet, setting), rest, setting);
};

const chain = (input: Parts<Doc>, stages: readonly (Doc | undefined)[], setting: Setting): Parts<Doc> =>
  stages.reduce<Parts<Doc>>((parts, stage) => {
    const [name = "", operand] = Object.entries(stage ?? {})[0] ?? [];
    const own = ownStages[name];
    if (own) return own(parts, operand, setting);
    return stage ? eachThroughMingo(parts, stage, setting) : parts;
  }, input);

/** The stages that look at more than one document, and those that match: done by us, so that they may pause. */
const ownStages: Readonly<Record<string, Stage>> = {
  $match: (input, operand, { options }) => only(input, compileFilter(operand, { options })),
  $unwind: (input, operand, setting) => {
    const { path, preserveNullAndEmptyArrays: keeps } = isDocument(operand) ? operand : { path: operand };
    const parts = String(path).slice(1).split(".");
    // What stands in an array on the way is not there for MongoDB; mingo would keep the document.
    const reaches = (document: Doc): boolean => keeps === true || !throughArray(document, parts);
    return eachThroughMingo(only(input, reaches), { $unwind: operand }, setting);
  },
  $group: (input, operand, { options }) => group(input, operand, options),
  $sort: function* (input, operand, { order: { collation } }) {
    const all = yield* between(gathered(input));
    const sorted = yield* between(
      sortBy(all, { keys: readSort(operand), document: same, collation: effectiveCollation(collation, undefined) }),
    );
    yield* inParts(sorted, same);
  },
  $skip: function* (input, operand) {
    let left = Number(operand);
    for (const part of input) {
      yield part.slice(left);
      left = Math.max(0, left - part.length);
    }
  },
  $limit: function* (input, operand) {
    let left = Number(operand);
    for (const part of input) {
      yield part.slice(0, left);
      left -= part.length;
      if (left <= 0) return;
    }
  },
  $facet: function* (input, operand, setting) {
    const all = yield* between(gathered(input));
    yield* facets(documentSource(all), isDocument(operand) ? operand : {}, setting);
  },
  $lookup: lookup,
  $graphLookup: graphLookup,
};

function* only(input: Parts<Doc>, test: (document: Doc) => boolean): Parts<Doc> {
  for (const part of input) yield part.filter(test);
}

const throughArray = (value: unknown, [name = "", ...rest]: string[]): boolean =>
  rest.length > 0 && isDocument(value) && (Array.isArray(value[name]) || throughArray(value[name], rest));

const same = (document: Doc): Doc => document;

function* facets(source: Source, operand: Doc, setting: Setting): Parts<Doc> {
  const faceted: Doc = {};
  for (const [name, stages] of Object.entries(operand))
    faceted[name] = yield* between(gathered(runStages(source, Array.isArray(stages) ? stages : [], setting)));
  yield [faceted];
}

/** Stages whose work on one document does not look at another. mingo is lazy: what it makes is pulled bit by bit. */
function* eachThroughMingo(input: Parts<Doc>, stage: Doc, { options }: Setting): Parts<Doc> {
  for (const part of input) {
    const stream = new Aggregator([stage], options).stream([...part]);
    let made: Doc[] = [];
    for (let step = stream.next(); !step.done; step = stream.next()) {
      if (isDocument(step.value)) made.push(step.value);
      if (made.length < partSize) continue;
      yield made;
      made = [];
    }
    yield made;
  }
}

/** Stages that are short for others, written out. */
const expandStages = (pipeline: readonly Doc[]): Doc[] =>
  pipeline.flatMap((stage) => {
    if ("$sortByCount" in stage)
      return [{ $group: { _id: stage.$sortByCount, count: { $sum: 1 } } }, { $sort: { count: -1 } }];
    if ("$count" in stage)
      return [{ $group: { _id: null, [String(stage.$count)]: { $sum: 1 } } }, { $project: { _id: 0 } }];
    return [stage];
  });
