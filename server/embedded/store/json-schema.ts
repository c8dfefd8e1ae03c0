import { compileFilter } from "./match-document.ts";
import { numberOf } from "./numbers.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { isDocument, keyOf, sameValue } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Rule = (value: unknown, operand: unknown, schema: Doc) => boolean;

/** What a document breaks of a schema, as MongoDB tells it; empty when it is valid. */
export const brokenRules = (value: unknown, schema: Doc): Doc[] =>
  Object.entries(schema)
    .filter(([name, operand]) => !satisfies(value, [name, operand], schema))
    .map(([operatorName, operand]) => ({ operatorName, ...reasonOf(value, operatorName, operand) }));

const reasonOf = (value: unknown, name: string, operand: unknown): Doc => {
  if (name === "properties" && isDocument(operand) && isDocument(value))
    return { propertiesNotSatisfied: brokenProperties(value, operand) };
  const specifiedAs = { [name]: operand };
  if (name === "required" && isDocument(value) && Array.isArray(operand))
    return { specifiedAs, missingProperties: operand.filter((field) => !Object.hasOwn(value, String(field))) };
  return { specifiedAs, reason: "the value does not satisfy it", consideredValue: value };
};

/** https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/ */
export const isValid = (value: unknown, schema: unknown): boolean => {
  if (!isDocument(schema)) throw new StoreError(14, "$jsonSchema must be an object");
  return Object.entries(schema).every((entry) => satisfies(value, entry, schema));
};

const satisfies = (value: unknown, [name, operand]: [string, unknown], schema: Doc): boolean => {
  if (described.has(name)) return true;
  const rule = rules[name];
  if (!rule) throw new StoreError(9, `Unknown $jsonSchema keyword: ${name}`);
  return rule(value, operand, schema);
};

const described = new Set(["title", "description"]);

const brokenProperties = (value: Doc, properties: Doc): Doc[] =>
  Object.entries(properties)
    .filter(([name, schema]) => Object.hasOwn(value, name) && !isValid(value[name], schema))
    .map(([propertyName, schema]) => ({
      propertyName,
      details: isDocument(schema) ? brokenRules(value[propertyName], schema) : [],
    }));

const each = (operand: unknown): unknown[] => (Array.isArray(operand) ? operand : []);
const onNumber = (value: unknown, holds: (number: number) => boolean): boolean => {
  const number = numberOf(value);
  return number === undefined || holds(number);
};
const onText = (value: unknown, holds: (text: string) => boolean): boolean => typeof value !== "string" || holds(value);
const onList = (value: unknown, holds: (list: unknown[]) => boolean): boolean => !Array.isArray(value) || holds(value);
const onDocument = (value: unknown, holds: (document: Doc) => boolean): boolean => !isDocument(value) || holds(value);
const limit = (operand: unknown): number => numberOf(operand) ?? Number.NaN;
const letters = (text: string): number => [...text].length;

const jsonTypes: Record<string, string> = { boolean: "bool", string: "string", object: "object", array: "array" };

const hasType = (value: unknown, names: unknown): boolean => {
  // As $type does, but of the value itself and never of an array's elements.
  const test = compileFilter({ v: { $type: names } });
  return Array.isArray(value) ? [names].flat().some((name) => name === "array" || name === 4) : test({ v: value });
};

const rules: Record<string, Rule> = {
  bsonType: (value, operand) => hasType(value, operand),
  type: (value, operand) =>
    hasType(
      value,
      [operand].flat().map((name) => jsonTypes[String(name)] ?? name),
    ),
  enum: (value, operand) => each(operand).some((item) => sameValue(item, value)),
  required: (value, operand) =>
    onDocument(value, (document) => each(operand).every((name) => Object.hasOwn(document, String(name)))),
  properties: (value, operand) =>
    onDocument(value, (document) =>
      Object.entries(isDocument(operand) ? operand : {}).every(
        ([name, schema]) => !Object.hasOwn(document, name) || isValid(document[name], schema),
      ),
    ),
  patternProperties: (value, operand) =>
    onDocument(value, (document) =>
      Object.entries(isDocument(operand) ? operand : {}).every(([pattern, schema]) =>
        Object.keys(document).every((name) => !new RegExp(pattern).test(name) || isValid(document[name], schema)),
      ),
    ),
  additionalProperties: (value, operand, { properties, patternProperties }) =>
    onDocument(value, (document) => {
      const patterns = Object.keys(isDocument(patternProperties) ? patternProperties : {}).map((p) => new RegExp(p));
      const others = Object.keys(document).filter(
        (name) =>
          !(isDocument(properties) && Object.hasOwn(properties, name)) &&
          !patterns.some((pattern) => pattern.test(name)),
      );
      return operand === false
        ? others.length === 0
        : operand === true || others.every((name) => isValid(document[name], operand));
    }),
  minProperties: (value, operand) => onDocument(value, (document) => Object.keys(document).length >= limit(operand)),
  maxProperties: (value, operand) => onDocument(value, (document) => Object.keys(document).length <= limit(operand)),
  dependencies: () => {
    throw notBuilt('the $jsonSchema keyword "dependencies"');
  },
  items: (value, operand) =>
    onList(value, (list) =>
      list.every((item, i) => {
        const schema = Array.isArray(operand) ? operand[i] : operand;
        return schema === undefined || isValid(item, schema);
      }),
    ),
  additionalItems: (value, operand, { items }) =>
    onList(value, (list) => {
      const others = list.slice(Array.isArray(items) ? items.length : list.length);
      return operand === false
        ? others.length === 0
        : operand === true || others.every((item) => isValid(item, operand));
    }),
  minItems: (value, operand) => onList(value, (list) => list.length >= limit(operand)),
  maxItems: (value, operand) => onList(value, (list) => list.length <= limit(operand)),
  uniqueItems: (value, operand) =>
    onList(value, (list) => operand !== true || new Set(list.map(keyOf)).size === list.length),
  minimum: (value, operand, { exclusiveMinimum }) =>
    onNumber(value, (number) => (exclusiveMinimum === true ? number > limit(operand) : number >= limit(operand))),
  maximum: (value, operand, { exclusiveMaximum }) =>
    onNumber(value, (number) => (exclusiveMaximum === true ? number < limit(operand) : number <= limit(operand))),
  exclusiveMinimum: () => true,
  exclusiveMaximum: () => true,
  multipleOf: (value, operand) => onNumber(value, (number) => number % limit(operand) === 0),
  minLength: (value, operand) => onText(value, (text) => letters(text) >= limit(operand)),
  maxLength: (value, operand) => onText(value, (text) => letters(text) <= limit(operand)),
  pattern: (value, operand) => onText(value, (text) => new RegExp(String(operand), "u").test(text)),
  allOf: (value, operand) => each(operand).every((schema) => isValid(value, schema)),
  anyOf: (value, operand) => each(operand).some((schema) => isValid(value, schema)),
  oneOf: (value, operand) => each(operand).filter((schema) => isValid(value, schema)).length === 1,
  not: (value, operand) => !isValid(value, operand),
};
