import mongoose, { type Types } from "mongoose";
import type { z } from "zod";
import type { Effect } from "./effects.ts";

type IdName = `${string}Id` | "id" | "by" | `${string}By`;
type IdsName = `${string}Ids`;
type InstantName = `${string}At` | "at" | `${string}Until`;

/**
 * A noun as MongoDB keeps it. The names say it: `…Id`, `…Ids`, `by` and `…By` are ObjectIds, `…At`, `at` and
 * `…Until` are instants (Date); everything else, days included, is kept as the noun has it.
 */
export type Stored<Noun> = { _id: Types.ObjectId } & Omit<StoredPart<Noun>, "id">;

/** A document that may owe effects. */
export type Owing<Noun> = Stored<Noun> & { effects: Effect[] };

type StoredPart<Value> = Value extends readonly (infer Item)[]
  ? StoredPart<Item>[]
  : Value extends object
    ? { [Key in keyof Value]: StoredField<Key, Value[Key]> }
    : Value;

type StoredField<Key, Value> = Key extends IdName
  ? Swap<Value, Types.ObjectId>
  : Key extends IdsName
    ? Types.ObjectId[]
    : Key extends InstantName
      ? Swap<Value, Date>
      : StoredPart<Value>;

type Swap<Value, To> = Value extends string ? To : Value;

/**
 * Reads a document as its noun: ids in hexadecimal, instants in ISO, and only the fields the noun names,
 * so that what a model alone keeps (hashes, effects) cannot leave by mistake.
 */
export const reader = <Shape extends z.ZodRawShape>(noun: z.ZodObject<Shape>) => {
  const names = Object.keys(noun.shape);
  return (document: Stored<z.infer<z.ZodObject<Shape>>>): z.infer<z.ZodObject<Shape>> =>
    readFields(names, document) as z.infer<z.ZodObject<Shape>>; // Stored<> is this noun, plain() its inverse
};

/** Reads some fields of a noun, for a list that shows no more: `fields` are those to ask the store for. */
export const partReader = <Shape extends z.ZodRawShape, Name extends keyof z.infer<z.ZodObject<Shape>> & string>(
  _noun: z.ZodObject<Shape>,
  names: readonly Name[],
) => ({
  fields: names.map(storedName).join(" "),
  read: (document: Stored<z.infer<z.ZodObject<Shape>>>): Pick<z.infer<z.ZodObject<Shape>>, Name> =>
    readFields(names, document) as Pick<z.infer<z.ZodObject<Shape>>, Name>, // as above, for these names
});

const readFields = (names: readonly string[], document: object): Record<string, unknown> => {
  const kept: Record<string, unknown> =
    document instanceof mongoose.Document ? document.toObject() : (document as Record<string, unknown>);
  return Object.fromEntries(names.map((name) => [name, plain(kept[storedName(name)] ?? null)]));
};

const storedName = (name: string): string => (name === "id" ? "_id" : name);

/** ObjectIds as hexadecimal, Dates as ISO, however deep. */
const plain = (value: unknown): unknown => {
  if (value instanceof mongoose.Types.ObjectId) return value.toHexString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
};
