import { ofType } from "./match-types.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { isDocument, sameValue } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Test = (value: unknown) => boolean;

/**
 * Makes a test of the keywords that mongoose writes (`schema.toJSONSchema()`).
 * https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/
 */
export const compileSchema = (schema: unknown): Test => {
  if (!isDocument(schema)) throw new StoreError(14, "$jsonSchema must be an object");
  const tests = Object.entries(schema).map(([name, operand]) => {
    const rule = rules[name];
    if (!rule) throw notBuilt(`the $jsonSchema keyword ${name}`);
    return rule(operand, schema);
  });
  return (value) => tests.every((test) => test(value));
};

const rules: Record<string, (operand: unknown, schema: Doc) => Test> = {
  title: () => () => true,
  description: () => () => true,
  bsonType: ofType,
  enum: (operand) => (value) => [operand].flat().some((item) => sameValue(item, value)),
  anyOf: (operand) => {
    const tests = [operand].flat().map(compileSchema);
    return (value) => tests.some((test) => test(value));
  },
  required: (operand) => {
    const names = [operand].flat().map(String);
    return (value) => !isDocument(value) || names.every((name) => Object.hasOwn(value, name));
  },
  properties: (operand) => {
    const tests = Object.entries(isDocument(operand) ? operand : {}).map(
      ([name, schema]) => [name, compileSchema(schema)] as const,
    );
    return (value) =>
      !isDocument(value) || tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value[name]));
  },
  additionalProperties: (operand, { properties }) => {
    const test: Test = typeof operand === "boolean" ? () => operand : compileSchema(operand);
    const isNamed = (name: string): boolean => isDocument(properties) && Object.hasOwn(properties, name);
    return (value) =>
      !isDocument(value) || Object.entries(value).every(([name, inner]) => isNamed(name) || test(inner));
  },
  items: (operand) => {
    const test = compileSchema(operand);
    return (value) => !Array.isArray(value) || value.every(test);
  },
};
