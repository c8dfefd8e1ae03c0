import { DBRef, MaxKey, MinKey, ObjectId } from "bson";
import { bitTest } from "./bit-tests.ts";
import type { Scope } from "./expressions.ts";
import { geoIntersects, geoWithin } from "./geo-operators.ts";
import { compileFilter } from "./match-document.ts";
import { ofType } from "./match-types.ts";
import { isLong, numberOf } from "./numbers.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { compareValues, isDocument, keyOf, typeOfKey } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Holds = (value: unknown) => boolean;
type Test = { test: Holds; whole?: boolean; negated?: boolean };
type Make = (operand: unknown, scope: Scope, siblings: Doc) => Test;

/** What each operator of a field means for one value found there; `whole`: arrays are not tried element by element. */
export const fieldTests: Record<string, Make> = {
  $eq: (operand, scope) => ({ test: equalTo(operand, scope) }),
  $ne: (operand, scope) => ({ test: equalTo(operand, scope), negated: true }),
  $gt: (operand, scope) => ({ test: ordered(operand, scope, (order) => order > 0) }),
  $gte: (operand, scope) => ({ test: ordered(operand, scope, (order) => order >= 0) }),
  $lt: (operand, scope) => ({ test: ordered(operand, scope, (order) => order < 0) }),
  $lte: (operand, scope) => ({ test: ordered(operand, scope, (order) => order <= 0) }),
  $in: (operand, scope) => ({ test: oneOf("$in", operand, scope) }),
  $nin: (operand, scope) => ({ test: oneOf("$nin", operand, scope), negated: true }),
  $exists: (operand) => ({ test: (value) => value !== undefined, negated: !operand }),
  $type: (operand) => ({ test: ofType(operand) }),
  $mod: (operand) => ({ test: remainder(operand) }),
  $regex: (operand, _scope, { $options }) => ({ test: matching(operand, $options) }),
  $options: (_operand, _scope, siblings) => {
    if (!("$regex" in siblings)) throw new StoreError(2, "$options needs a $regex");
    return { test: () => true };
  },
  $size: (operand) => {
    if (!Number.isInteger(operand) || Number(operand) < 0) throw new StoreError(2, "$size must be a whole number");
    return { test: (value) => Array.isArray(value) && value.length === operand, whole: true };
  },
  $geoWithin: (operand) => ({ test: geoWithin(operand), whole: true }),
  $within: (operand) => ({ test: geoWithin(operand), whole: true }),
  $geoIntersects: (operand) => ({ test: geoIntersects(operand), whole: true }),
  $bitsAllSet: (operand) => ({ test: bitTest(operand, (found, mask) => found === mask) }),
  $bitsAllClear: (operand) => ({ test: bitTest(operand, (found) => found === 0n) }),
  $bitsAnySet: (operand) => ({ test: bitTest(operand, (found) => found !== 0n) }),
  $bitsAnyClear: (operand) => ({ test: bitTest(operand, (found, mask) => found !== mask) }),
  $elemMatch: (operand, scope) => ({ test: elementMatching(operand, scope), whole: true }),
};

const equalTo = (operand: unknown, { collator }: Scope): Holds => {
  if (collator && holdsText(operand)) throw notBuilt("a filter on a document or array of text under a collation");
  if (collator && typeof operand === "string")
    return (value) => typeof value === "string" && collator.compare(value, operand) === 0;
  if (operand === undefined || operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === "string" || typeof operand === "boolean") return (value) => value === operand;
  if (typeof operand === "number")
    return (value) => value === operand || (!plain(value) && keyOf(value) === keyOf(operand));
  const key = keyOf(operand);
  return operand instanceof ObjectId
    ? (value) => value instanceof ObjectId && value.equals(operand)
    : (value) => value !== undefined && keyOf(value) === key;
};

const holdsText = (value: unknown): boolean =>
  (Array.isArray(value) ? value : isDocument(value) ? Object.values(value) : []).some(
    (item) => typeof item === "string" || holdsText(item),
  );

const plain = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "number" && !Number.isNaN(value)) ||
  typeof value === "string";

const ordered = (operand: unknown, { collator }: Scope, holds: (order: number) => boolean): Holds => {
  if (operand instanceof RegExp) throw new StoreError(2, "Can't have RegEx as arg to predicate over field");
  // MinKey and MaxKey stand below and above the values of every type.
  if (operand instanceof MinKey || operand instanceof MaxKey) return (value) => holds(compareValues(value, operand));
  if (operand instanceof Date) return (value) => value instanceof Date && holds(value.getTime() - operand.getTime());
  if (typeof operand === "string" && collator)
    return (value) => typeof value === "string" && holds(collator.compare(value, operand));
  const type = typeOfKey(keyOf(operand));
  const number = numberOf(operand);
  const alike = (value: unknown): boolean =>
    number === undefined || Number.isNaN(numberOf(value)) === Number.isNaN(number);
  return (value) =>
    (typeof value === typeof operand && typeof value !== "object" ? true : typeOfKey(keyOf(value)) === type) &&
    alike(value) &&
    holds(compareValues(value, operand));
};

const oneOf = (name: string, operand: unknown, scope: Scope): Holds => {
  if (!Array.isArray(operand)) throw new StoreError(2, `${name} needs an array`);
  if (operand.some((item) => isDocument(item) && Object.keys(item)[0]?.startsWith("$")))
    throw new StoreError(2, `cannot nest $ under ${name}`);
  const patterns = operand.filter((item) => item instanceof RegExp).map((item) => matching(item, undefined));
  if (scope.collator) {
    const tests = operand.filter((item) => !(item instanceof RegExp)).map((item) => equalTo(item, scope));
    return (value) => tests.some((test) => test(value)) || patterns.some((matches) => matches(value));
  }
  const keys = new Set(operand.map(keyOf));
  return (value) => keys.has(keyOf(value)) || patterns.some((matches) => matches(value));
};

/** A pattern as PCRE reads it. A `g` or `y` flag would make it remember where it stopped. */
const matching = (operand: unknown, options: unknown): Holds => {
  const given = operand instanceof RegExp ? operand.source : operand;
  if (typeof given !== "string") throw new StoreError(2, "$regex has to be a string");
  const [, inline = "", source = ""] = /^(?:\(\?([imsx]+)\))?(.*)$/s.exec(given) ?? [];
  const flags = inline + (typeof options === "string" ? options : operand instanceof RegExp ? operand.flags : "");
  const unknown = operand instanceof RegExp ? null : /[^imsux]/.exec(flags);
  if (unknown) throw new StoreError(51108, `invalid flag in regex options: ${unknown[0]}`);
  const pattern = toPattern(
    flags.includes("x") ? withoutSpace(source) : source,
    [..."ims"].filter((flag) => flags.includes(flag)).join(""),
  );
  return (value) =>
    typeof value === "string" ? pattern.test(value) : value instanceof RegExp && value.source === given;
};

/** Of an extended pattern, spaces and comments do not count, but in a class or after a backslash. */
const withoutSpace = (source: string): string =>
  source.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#[^\n]*/gs, (part) => (/^[\s#]/.test(part) ? "" : part));

/** What PCRE reads in another way than JavaScript without its Unicode mode, or JavaScript not at all. */
const ofPcre = /\\(?:x\{|[^\WbBcdDfnrsStvwWx\d_])|\(\?[^:=!<]|[*+?}]\+|\[[:.=]/;

/** Read as Unicode, as MongoDB does; an escaped sign, of which that mode knows few, by its number. */
const toPattern = (source: string, flags: string): RegExp => {
  try {
    const spelled = source.replace(
      /\\([^A-Za-z0-9])/gsu,
      (_, sign: string) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
    );
    return new RegExp(spelled, `${flags}u`);
  } catch {
    const [foreign] = ofPcre.exec(source) ?? [];
    if (foreign) throw notBuilt(`a pattern with ${foreign}`);
  }
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new StoreError(51091, `Regular expression is invalid: ${error instanceof Error ? error.message : source}`);
  }
};

const remainder = (operand: unknown): Holds => {
  if (!Array.isArray(operand) || operand.length !== 2) throw new StoreError(2, "malformed mod, needs two numbers");
  const [divisor, rest] = operand.map((part) => Math.trunc(Number(part)));
  if (!divisor) throw new StoreError(2, "divisor cannot be 0");
  return (value) => {
    const number = isLong(value) ? Number(value.toBigInt() % BigInt(divisor)) : numberOf(value);
    return number !== undefined && Math.trunc(number) % divisor === rest;
  };
};

const elementMatching = (operand: unknown, scope: Scope): Holds => {
  if (!isDocument(operand)) throw new StoreError(2, "$elemMatch needs an Object");
  const [first = ""] = Object.keys(operand);
  const bare = /^\$(?!and$|or$|nor$|expr$|ref$|id$|db$)/.test(first);
  const test = compileFilter(bare ? { v: operand } : operand, scope);
  const holds = (item: unknown): boolean => {
    if (bare) return test({ v: item });
    // The walk along a path opens a reference by itself.
    return isDocument(item) || item instanceof DBRef ? test(item as Doc) : Array.isArray(item) && test({ ...item });
  };
  return (value) => Array.isArray(value) && value.some(holds);
};
