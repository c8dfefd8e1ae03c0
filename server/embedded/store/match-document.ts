import { DBRef } from "bson";
import { compileExpression, type Scope } from "./expressions.ts";
import { compileSchema } from "./json-schema.ts";
import { fieldTests } from "./match-operators.ts";
import { StoreError, unknownHere } from "./store-error.ts";
import { holds } from "./value-expressions.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

export type Predicate = (document: Doc) => boolean;

/**
 * Makes a predicate of a filter, with MongoDB's semantics for arrays, null and missing.
 * https://www.mongodb.com/docs/manual/reference/operator/query/
 * @throws StoreError naming any operator it does not know
 */
export const compileFilter = (filter: unknown, scope: Scope = {}): Predicate => {
  if (!isDocument(filter)) throw new StoreError(2, "the match filter must be an object");
  const tests = Object.entries(filter).map(([name, condition]) => compileClause(name, condition, scope));
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (document) => tests.every((test) => test(document));
};

/** True when the value of a field is a set of operators and not a value to be equal to. */
export const isOperators = (value: unknown): value is Doc => {
  if (!isDocument(value)) return false;
  const first = Object.keys(value)[0];
  return first?.startsWith("$") === true && !ofReference.has(first);
};

/** What a reference to a document (DBRef) is made of: fields, and not operators. */
const ofReference = new Set(["$ref", "$id", "$db"]);

/**
 * Whether any value found at the path satisfies the test. An array at the end is tried whole and element by element,
 * unless `whole` says only as a whole; an array on the way is walked through.
 */
export const someAt = (value: unknown, path: Path, test: (found: unknown) => boolean, whole: boolean): boolean =>
  walk({ path, test, whole }, value, 0);

export type Path = readonly string[];

type Walk = { path: Path; test: (found: unknown) => boolean; whole: boolean };

const walk = (search: Walk, value: unknown, depth: number): boolean => {
  const { path, test, whole } = search;
  const name = path[depth];
  if (name === undefined) return test(value) || (!whole && Array.isArray(value) && value.some(test));
  if (Array.isArray(value)) {
    const atIndex = /^\d+$/.test(name) && Number(name) < value.length && walk(search, value[Number(name)], depth + 1);
    return atIndex || value.some((item) => isDocument(item) && walk(search, item, depth));
  }
  if (value instanceof DBRef) return walk(search, value.toJSON(), depth);
  if (!isDocument(value)) return test(undefined);
  return walk(search, Object.hasOwn(value, name) ? value[name] : undefined, depth + 1);
};

const compileClause = (name: string, condition: unknown, scope: Scope): Predicate => {
  if (!name.startsWith("$") || ofReference.has(name)) return compileField(name, condition, scope);
  const clause = clauses[name];
  if (clause) return clause(condition, scope);
  throw unknownHere(2, `unknown top level operator: ${name}`);
};

const list = (name: string, condition: unknown, scope: Scope): Predicate[] => {
  if (!Array.isArray(condition) || condition.length === 0) throw new StoreError(2, `${name} must be a nonempty array`);
  return condition.map((part) => compileFilter(part, scope));
};

const clauses: Record<string, (condition: unknown, scope: Scope) => Predicate> = {
  $and: (condition, scope) => {
    const parts = list("$and", condition, scope);
    return (document) => parts.every((part) => part(document));
  },
  $or: (condition, scope) => {
    const parts = list("$or", condition, scope);
    return (document) => parts.some((part) => part(document));
  },
  $nor: (condition, scope) => {
    const parts = list("$nor", condition, scope);
    return (document) => !parts.some((part) => part(document));
  },
  $expr: (condition, scope) => {
    const value = compileExpression(condition, scope);
    return (document) => holds(value(document));
  },
  $jsonSchema: compileSchema,
  $comment: () => () => true,
  $alwaysTrue: () => () => true,
  $alwaysFalse: () => () => false,
};

const compileField = (name: string, condition: unknown, scope: Scope): Predicate => {
  const path = name.split(".");
  const operators = isOperators(condition)
    ? condition
    : { [condition instanceof RegExp ? "$regex" : "$eq"]: condition };
  const tests = Object.entries(operators).flatMap(([operator, operand]): Predicate[] => {
    if (operator === "$all") return allOf(operand).map((item) => compileField(name, item, scope));
    if (operator === "$not") return [opposite(compileField(name, negatable(operand), scope))];
    const make = fieldTests[operator];
    if (!make) throw unknownOperator(operator);
    const { test, whole = false, negated = false } = make(operand, scope, operators);
    return [(document) => someAt(document, path, test, whole) !== negated];
  });
  return (document) => tests.every((test) => test(document));
};

const opposite =
  (test: Predicate): Predicate =>
  (document) =>
    !test(document);

const negatable = (operand: unknown): unknown => {
  if (operand instanceof RegExp || isDocument(operand)) return operand;
  throw new StoreError(2, "$not needs a regex or a document");
};

/** Each part may hold for another value at the path: the conditions that all have to be met. */
const allOf = (operand: unknown): unknown[] => {
  if (!Array.isArray(operand)) throw new StoreError(2, "$all needs an array");
  if (operand.length === 0) return [{ $in: [] }];
  return operand.map((item: unknown) =>
    item instanceof RegExp || (isDocument(item) && "$elemMatch" in item) ? item : { $eq: item },
  );
};

const unknownOperator = (operator: string): StoreError => {
  if (/^\$(near|nearSphere|geoNear)$/.test(operator))
    return new StoreError(2, `geo ${operator} must be top-level expr`);
  return unknownHere(2, `unknown operator: ${operator}`);
};
