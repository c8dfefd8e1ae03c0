import { computed, foldFields } from "./group-stage.ts";
import { between, gathered, inParts, type Parts } from "./pauses.ts";
import type { Stage } from "./pipeline-stages.ts";
import { sortedBy } from "./sort-documents.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { compareValues, isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

/**
 * So many buckets of about as many documents, no value in two of them.
 * https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucketAuto/
 */
export const bucketAuto: Stage = function* (input, operand, { options }) {
  const { groupBy, buckets, output } = readBuckets(operand);
  const sums = foldFields(output, options);
  const rows = yield* between(gathered(valued(input, computed(groupBy, options))));
  const sorted = yield* between(sortedBy(rows, (a, b) => compareValues(a.value, b.value)));
  for (let [at, made] = [0, 1]; at < sorted.length; made += 1) {
    const end = made < buckets ? endOf(sorted, at, Math.max(1, Math.round(sorted.length / buckets))) : sorted.length;
    const held = sums.begin();
    for (const part of inParts(sorted.slice(at, end), ({ document }) => document)) {
      for (const document of part) sums.add(held, document);
      yield [];
    }
    yield [
      { _id: { min: sorted[at]?.value, max: sorted[Math.min(end, sorted.length - 1)]?.value }, ...sums.show(held) },
    ];
    at = end;
  }
};

const readBuckets = (operand: unknown): { groupBy: unknown; buckets: number; output: Doc } => {
  const { groupBy, buckets, output, granularity } = isDocument(operand) ? operand : {};
  if (granularity !== undefined) throw notBuilt("$bucketAuto with a granularity");
  if (!Number.isInteger(buckets) || Number(buckets) < 1)
    throw new StoreError(40243, "The $bucketAuto 'buckets' field must be greater than 0");
  return { groupBy, buckets: Number(buckets), output: isDocument(output) ? output : { count: { $sum: 1 } } };
};

/** Where a bucket that begins at `from` ends: full, and before another value. */
const endOf = (sorted: readonly Row[], from: number, size: number): number => {
  let end = Math.min(from + size, sorted.length);
  while (end < sorted.length && compareValues(sorted[end]?.value, sorted[end - 1]?.value) === 0) end += 1;
  return end;
};

type Row = { value: unknown; document: Doc };

function* valued(input: Parts<Doc>, read: (document: Doc) => unknown): Parts<Row> {
  for (const part of input) yield part.map((document) => ({ document, value: read(document) ?? null }));
}
