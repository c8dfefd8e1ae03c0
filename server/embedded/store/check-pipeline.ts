import { accumulators } from "./accumulators.ts";
import { checkExpression } from "./expressions.ts";
import { StoreError, unknownHere } from "./store-error.ts";
import { isDocument } from "./value-key.ts";

/** Refuses, by name, what this store would do differently from MongoDB or not at all. */
export const checkPipeline = (pipeline: unknown): void => {
  if (!Array.isArray(pipeline)) throw new StoreError(14, "'pipeline' option must be specified as an array");
  for (const [at, stage] of pipeline.entries()) {
    if (!isDocument(stage)) throw new StoreError(14, "Each element of the 'pipeline' array must be an object");
    const [name, ...more] = Object.keys(stage);
    if (name === undefined || more.length > 0)
      throw new StoreError(40323, "A pipeline stage specification object must contain exactly one field.");
    if (name === "$geoNear" && at > 0)
      throw new StoreError(40602, "$geoNear is only valid as the first stage in a pipeline");
    if (name === "$changeStream")
      throw new StoreError(40573, "The $changeStream stage is only supported on replica sets");
    checkStage(name, stage[name]);
  }
};

const checkStage = (name: string, operand: unknown): void => {
  const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  if (!shape) throw unknownHere(40324, `Unrecognized pipeline stage name: '${name}'`);
  const [code, holds, computed = nothing] = shape;
  if (!holds(operand)) throw new StoreError(code, `invalid ${name} stage: ${JSON.stringify(operand)}`);
  checkExpression(computed(operand));
  const { pipeline } = Object(operand);
  if (name === "$lookup" && pipeline !== undefined) checkPipeline(pipeline);
  if (name === "$facet") for (const inner of Object.values(Object(operand))) checkFacet(inner);
};

const checkFacet = (pipeline: unknown): void => {
  checkPipeline(pipeline);
  const names = [pipeline].flat().flatMap((stage) => Object.keys(Object(stage)));
  const outer = names.find((name) => name === "$facet" || name === "$geoNear");
  if (outer) throw new StoreError(40600, `${outer} is not allowed to be used within a $facet stage`);
};

const nothing = (): undefined => undefined;
const all = (operand: unknown): unknown => operand;
const filled = (operand: unknown): boolean => isDocument(operand) && Object.keys(operand).length > 0;
const whole = (operand: unknown, least: number): boolean => Number.isInteger(operand) && Number(operand) >= least;
const named = (operand: unknown, names: string): boolean =>
  isDocument(operand) && Object.keys(operand).every((name) => names.split(" ").includes(name));
const texts = (operand: unknown, names: string): boolean =>
  isDocument(operand) && names.split(" ").every((name) => typeof operand[name] === "string");

type Shape = [code: number, holds: (operand: unknown) => boolean, computed?: (operand: unknown) => unknown];

/** All stages there are: MongoDB's number for a misshapen one, the shape, and what of it is computed. */
const shapes: Record<string, Shape> = {
  $match: [15959, isDocument],
  $addFields: [40177, filled, all],
  $set: [40177, filled, all],
  $project: [51272, filled, all],
  $replaceRoot: [40231, (operand) => named(operand, "newRoot"), all],
  $replaceWith: [40228, (operand) => operand !== undefined, all],
  $facet: [40169, filled],
  $sort: [15976, filled],
  $unset: [31119, (operand) => [operand].flat().length > 0],
  $skip: [5107200, (operand) => whole(operand, 0)],
  $limit: [15958, (operand) => whole(operand, 1)],
  $count: [40156, (operand) => typeof operand === "string" && /^[^$.][^.]*$/.test(operand)],
  $sortByCount: [
    40149,
    (operand) => String(isDocument(operand) ? Object.keys(operand)[0] : operand).startsWith("$"),
    all,
  ],
  $group: [15955, (operand) => isDocument(operand) && "_id" in operand, (operand) => expressionsOf(Object(operand))],
  $geoNear: [2, filled],
  $unwind: [
    28818,
    (operand) =>
      named(isDocument(operand) ? operand : {}, "path includeArrayIndex preserveNullAndEmptyArrays") &&
      /^\$[^$]/.test(String(isDocument(operand) ? operand.path : operand)),
  ],
  $lookup: [
    9,
    (operand) =>
      named(operand, "from as localField foreignField let pipeline") &&
      texts(operand, "from as") &&
      (Object(operand).pipeline !== undefined || texts(operand, "localField foreignField")) &&
      texts(operand, "localField") === texts(operand, "foreignField"),
    (operand) => Object(operand).let,
  ],
};

/** The expressions of a group: its key, and what each of its fields gathers. */
const expressionsOf = ({ _id, ...fields }: Record<string, unknown>): unknown[] => [
  _id,
  ...Object.entries(fields).map(([field, spec]) => {
    const [name = "", ...more] = isDocument(spec) ? Object.keys(spec) : [];
    const operand: unknown = Object(spec)[name];
    if (/[.$]/.test(field))
      throw new StoreError(40235, `The field name '${field}' cannot contain '.' or begin with '$'`);
    if (more.length > 0 || !name.startsWith("$") || Array.isArray(operand))
      throw new StoreError(40234, `The field '${field}' must be an object of one accumulator of one value`);
    if (!Object.hasOwn(accumulators, name)) throw unknownHere(15952, `unknown group operator '${name}'`);
    return operand;
  }),
];
