import mongoose from "mongoose";
import { describe, expect, it } from "vitest";
import "#server/app.ts";
import "#workers/works.ts";
import { register } from "#shared/accounts/register.ts";
import { impersonalCollections } from "#shared/accounts/register-service.ts";

/** Every field of every collection, however deep; what all documents have alike is left out. */
const fieldsOf = (schema: mongoose.Schema, above = ""): string[] =>
  Object.entries(schema.paths).flatMap(([name, type]) =>
    type.schema ? fieldsOf(type.schema, `${above}${name}.`) : [`${above}${name}`],
  );

const alike = /^effects\./;
const models = Object.values(mongoose.models)
  .map(({ collection, schema }) => ({ name: collection.collectionName, schema }))
  .filter(({ name }) => !impersonalCollections.includes(name));

const covers = (row: string, field: string): boolean =>
  row.endsWith(".*") ? field.startsWith(row.slice(0, -1)) : row === field;

describe("the register of processing", () => {
  it("has a row for every collection that holds something", () => {
    const known = register.map(({ collection }) => collection);

    expect(models.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name, at) => known.indexOf(name) !== at)).toEqual([]);
  });

  it.each(register.map(({ collection }) => collection))(
    "says of each field of %s whether it is about a person",
    (name) => {
      const row = register.find(({ collection }) => collection === name);
      const decided = [...(row?.personal ?? []), ...(row?.technical ?? [])];
      const schema = models.find((model) => model.name === name)?.schema;
      const fields = schema ? fieldsOf(schema).filter((field) => !alike.test(field)) : [];
      const opaque = fields.filter((field) => field === "_id" && schema?.paths._id?.instance === "ObjectId");

      const undecided = fields.filter(
        (field) => !opaque.includes(field) && field !== "_id" && !decided.some((one) => covers(one, field)),
      );
      const gone = schema ? decided.filter((one) => !fields.some((field) => covers(one, field))) : [];
      expect({ undecided, gone }).toEqual({ undecided: [], gone: [] });
      expect(row?.personal.filter((one) => row.technical.includes(one))).toEqual([]);
    },
  );

  it("says why, on what ground, how long and for whom", () => {
    const bare = register.filter((row) =>
      [row.what, row.purpose, row.kept, row.readers].some((said) => said.length < 4),
    );

    expect(bare).toEqual([]);
  });

  it("would fail for a new field: a schema with one more is seen", () => {
    const schema = new mongoose.Schema({ label: String, deep: new mongoose.Schema({ religion: String }) });

    expect(fieldsOf(schema)).toEqual(["label", "deep.religion", "deep._id", "_id"]);
  });

  it("knows no field that the law forbids to ask (Code du travail, L1221-6)", () => {
    const all = models.flatMap(({ schema }) => fieldsOf(schema));

    expect(
      all.filter((name) =>
        /birth|nationalit|famil|marital|children|health|disab|religion|ethnic|photo|\brsa\b|\bnir\b|bank/i.test(name),
      ),
    ).toEqual(["query.families"]);
  });
});
