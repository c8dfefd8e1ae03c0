import type { Options } from "mingo/types";
import type { Aggregation } from "./aggregate.ts";
import { documentStages } from "./document-stages.ts";
import { expandStages, group } from "./group-stage.ts";
import { lookup } from "./lookup-stage.ts";
import { between, gathered, inParts, type Parts, partSize } from "./pauses.ts";
import { effectiveCollation, readSort, sortBy } from "./sort-documents.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

export type Setting = { order: Aggregation; options: Options };
export type Stage = (input: Parts<Doc>, operand: unknown, setting: Setting) => Parts<Doc>;

/** What stages make of documents, a part at a time where they allow it. None changes a document it is given. */
export const runStages = (input: Parts<Doc>, stages: readonly Doc[], setting: Setting): Parts<Doc> =>
  stages.reduce((parts, stage) => {
    const [[name = "", operand] = []] = Object.entries(stage);
    const ofOne = documentStages[name];
    if (ofOne) return each(parts, ofOne(operand, setting.options));
    return ofMany[name]?.(parts, operand, setting) ?? parts;
  }, input);

function* each(input: Parts<Doc>, make: (document: Doc) => Iterable<Doc>): Parts<Doc> {
  for (const part of input) {
    let made: Doc[] = [];
    for (const document of part)
      for (const one of make(document)) {
        if (made.length === partSize) {
          yield made;
          made = [];
        }
        made.push(one);
      }
    yield made;
  }
}

const same = (document: Doc): Doc => document;

const ofMany: Readonly<Record<string, Stage>> = {
  $group: (input, operand, { options }) => group(input, operand, options),
  $sort: function* (input, operand, { order }) {
    const collation = effectiveCollation(order.collation, undefined);
    const all = yield* between(gathered(input));
    const sorted = yield* between(sortBy(all, { keys: readSort(operand), document: same, collation }));
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
    const faceted: Doc = {};
    for (const [name, stages] of Object.entries(isDocument(operand) ? operand : {}))
      faceted[name] = yield* between(gathered(runStages(inParts(all, same), expandStages(stages), setting)));
    yield [faceted];
  },
  $lookup: lookup,
};
