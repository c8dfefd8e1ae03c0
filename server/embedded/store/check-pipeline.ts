import * as accumulator from "mingo/operators/accumulator";
import * as expression from "mingo/operators/expression";
import { accumulators } from "./accumulators.ts";
import { refuseMisshapen } from "./stage-shapes.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { valueExpressions } from "./value-expressions.ts";
import { isDocument } from "./value-key.ts";

/** Refuses, by name, what this store would do differently from MongoDB or not at all. */
export const checkPipeline = (pipeline: unknown): void => {
  if (!Array.isArray(pipeline)) throw new StoreError(14, "'pipeline' option must be specified as an array");
  for (const [at, stage] of pipeline.entries()) {
    if (!isDocument(stage)) throw new StoreError(14, "Each element of the 'pipeline' array must be an object");
    const [name, ...more] = Object.keys(stage);
    if (name === undefined || more.length > 0)
      throw new StoreError(40323, "A pipeline stage specification object must contain exactly one field.");
    checkStage(name, stage[name], at);
    refuseCode(stage);
  }
};

const checkStage = (name: string, operand: unknown, at: number): void => {
  if (foreign.has(name)) throw notBuilt(name);
  if (!built.has(name)) throw new StoreError(40324, `Unrecognized pipeline stage name: '${name}'`);
  if (name === "$geoNear" && at > 0)
    throw new StoreError(40602, `${name} is only valid as the first stage in a pipeline`);
  refuseMisshapen(name, operand);
  if (name === "$group") checkGroup(operand);
  checkExpression(computing.has(name) ? operand : [Object(operand).let, Object(operand).startWith]);
  for (const inner of innerPipelines(name, operand)) checkPipeline(inner);
};

const computing = new Set(["$addFields", "$group", "$project", "$replaceRoot", "$replaceWith", "$set", "$sortByCount"]);

/** mingo meets an unknown operator only at the first document; MongoDB refuses it at once. */
const checkExpression = (value: unknown): void => {
  if (Array.isArray(value)) for (const item of value) checkExpression(item);
  refuseNumberedPath(value);
  if (!isDocument(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name.startsWith("$")) checkOperator(name, Object.keys(Object(inner)).length);
    if (name !== "$literal") checkExpression(inner);
  }
};

const checkOperator = (name: string, operands: number): void => {
  if (foreignExpressions.has(name)) throw notBuilt(name);
  if (!known.some((operators) => name in operators)) throw new StoreError(168, `Unrecognized expression '${name}'`);
  if ((name === "$cond" && operands !== 3) || ((name === "$ifNull" || name === "$slice") && operands < 2))
    throw new StoreError(16020, `Expression ${name} takes more, or fewer, arguments`);
};

/** mingo would take the element of an array, MongoDB does not. */
const refuseNumberedPath = (value: unknown): void => {
  if (typeof value === "string" && /^\$\w.*\.\d+(\.|$)/.test(value))
    throw notBuilt("a number in a path to compute with");
};

const known: readonly object[] = [expression, accumulator, valueExpressions];

const foreignExpressions = new Set(
  (
    "$binarySize $bsonSize $convert $createObjectId $dateAdd $dateDiff $dateFromParts $dateFromString " +
    "$dateSubtract $dateToParts $denseRank $derivative $documentNumber $expMovingAvg $indexOfArray $indexOfBytes " +
    "$indexOfCP $integral $linearFill $locf $meta $rank $regexFind $regexFindAll $replaceAll $replaceOne " +
    "$setDifference $setEquals $setIntersection $setIsSubset $setUnion $shift $split $stdDevPop $stdDevSamp $strcasecmp $substr " +
    "$substrBytes $substrCP $toDecimal $toHashedIndexKey $toUUID $tsIncrement $tsSecond $week"
  ).split(" "),
);

/** Of an expression outside of a pipeline. */
export const refuseForeign = (value: unknown): void => {
  refuseCode(value);
  checkExpression(value);
};

const innerPipelines = (name: string, operand: unknown): unknown[] => {
  if (!isDocument(operand)) return [];
  if (name === "$facet") return Object.values(operand);
  return operand.pipeline === undefined ? [] : [operand.pipeline];
};

const checkGroup = (operand: unknown): void => {
  if (!isDocument(operand)) throw new StoreError(15947, "a group's fields must be specified in an object");
  if (!("_id" in operand)) throw new StoreError(15955, "a group specification must include an _id");
  for (const [field, spec] of Object.entries(operand)) if (field !== "_id") checkAccumulator(field, spec);
};

const checkAccumulator = (field: string, spec: unknown): void => {
  const [name, ...more] = isDocument(spec) ? Object.keys(spec) : [];
  if (/[.$]/.test(field)) throw new StoreError(40235, `The field name '${field}' cannot contain '.' or begin with '$'`);
  if (more.length > 0) throw new StoreError(40238, `The field '${field}' must specify one accumulator`);
  if (Array.isArray(Object.values(Object(spec))[0]))
    throw new StoreError(40237, `The ${name} accumulator is a unary operator`);
  if (!name?.startsWith("$")) throw new StoreError(40234, `The field '${field}' must be an accumulator object`);
  if (foreignAccumulators.has(name)) throw notBuilt(`${name} in $group`);
  if (!(name in accumulators)) throw new StoreError(15952, `unknown group operator '${name}'`);
};

const foreignAccumulators = new Set(
  "$bottom $bottomN $firstN $lastN $maxN $median $minN $percentile $stdDevPop $stdDevSamp $top $topN".split(" "),
);

/** Code in a query is a way in for strangers, and MongoDB itself advises to turn it off. */
const refuseCode = (value: unknown): void => {
  if (Array.isArray(value)) for (const item of value) refuseCode(item);
  if (!isDocument(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === "$where" || name === "$function" || name === "$accumulator" || name === "$capture")
      throw notBuilt(name);
    refuseCode(inner);
  }
};

const built = new Set(
  (
    "$addFields $count $facet $geoNear $graphLookup $group $limit $lookup $match $project " +
    "$replaceRoot $replaceWith $set $skip $sort $sortByCount $unset $unwind"
  ).split(" "),
);

const foreign = new Set(
  (
    "$bucket $bucketAuto $collStats $densify $documents $fill $indexStats $merge $out $setWindowFields $changeStreamSplitLargeEvent $currentOp $listLocalSessions " +
    "$changeStream $redact $sample $unionWith $listSampledQueries $listSearchIndexes $listSessions $planCacheStats $querySettings $rankFusion " +
    "$scoreFusion $search $searchMeta $shardedDataDistribution $vectorSearch"
  ).split(" "),
);
