import { StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";

/** Refuses a stage MongoDB would refuse, where mingo or we ourselves would make something of it. */
export const refuseMisshapen = (name: string, operand: unknown): void => {
  const [code, holds] = shapes[name] ?? [];
  if (code && !holds?.(operand)) throw new StoreError(code, `invalid ${name} stage: ${JSON.stringify(operand)}`);
  const inner = name === "$facet" && isDocument(operand) ? Object.values(operand).flat() : [];
  const outer = inner.flatMap((stage) => Object.keys(Object(stage))).find((stage) => outside.has(stage));
  if (outer) throw new StoreError(40600, `${outer} is not allowed to be used within a $facet stage`);
};

const outside = new Set(["$facet", "$geoNear"]);

const filled = (operand: unknown): boolean => isDocument(operand) && Object.keys(operand).length > 0;
const whole = (operand: unknown, least: number): boolean => Number.isInteger(operand) && Number(operand) >= least;
const named = (operand: unknown, names: string): boolean =>
  isDocument(operand) && Object.keys(operand).every((name) => names.split(" ").includes(name));
const texts = (operand: unknown, names: string): boolean =>
  isDocument(operand) && names.split(" ").every((name) => typeof operand[name] === "string");

/** What each stage takes, and MongoDB's number for the refusal of anything else. */
const shapes: Record<string, [code: number, holds: (operand: unknown) => boolean]> = {
  $addFields: [40177, filled],
  $set: [40177, filled],
  $project: [51272, filled],
  $facet: [40169, filled],
  $sort: [15976, filled],
  $unset: [31119, (operand) => [operand].flat().length > 0],
  $skip: [5107200, (operand) => whole(operand, 0)],
  $limit: [15958, (operand) => whole(operand, 1)],
  $count: [40156, (operand) => typeof operand === "string" && /^[^$.][^.]*$/.test(operand)],
  $sortByCount: [40149, (operand) => String(isDocument(operand) ? Object.keys(operand)[0] : operand).startsWith("$")],
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
  ],
  $graphLookup: [
    40100,
    (operand) =>
      texts(operand, "from as connectFromField connectToField") &&
      Object(operand).startWith !== undefined &&
      whole(Object(operand).maxDepth ?? 0, 0),
  ],
};
