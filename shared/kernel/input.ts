import { z } from "zod";
import { Day } from "./calendar.ts";

/**
 * What people type, read the same from a form and from JSON. Each schema's message is a stable code.
 * An empty text field is an absent one; a repeated field is refused unless it is a list.
 */

// Control characters other than tab and line feed have no business in what a person types.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const controls = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u202a-\u202e\u2066-\u2069]/g;

const tidy = (value: unknown): unknown =>
  typeof value === "string" ? value.replace(/\r\n?/g, "\n").replace(controls, "").normalize("NFC").trim() : value;

const emptyIsAbsent = (value: unknown): unknown => {
  const tidied = tidy(value);
  return tidied === "" || tidied === null ? undefined : tidied;
};

const missingOr = (code: string) => (issue: { input?: unknown }) => (issue.input === undefined ? "required" : code);

const bounded = (min: number, max: number): z.ZodString =>
  z
    .string({ error: missingOr("not-text") })
    .min(min, "too-short")
    .max(max, "too-long");

type TextBounds = { min?: number; max: number };

export const text = ({ min = 1, max }: TextBounds) => z.preprocess(emptyIsAbsent, bounded(min, max));

export const optionalText = ({ min = 1, max }: TextBounds) =>
  z.preprocess(emptyIsAbsent, bounded(min, max).optional()).transform((value) => value ?? null);

export const email = () =>
  z.preprocess(
    (value) => (typeof value === "string" ? emptyIsAbsent(value.toLowerCase()) : value),
    bounded(3, 254).pipe(z.email("not-an-email")),
  );

type NumberBounds = { min: number; max: number };

const readNumber = (value: unknown): unknown => {
  const tidied = emptyIsAbsent(value);
  return typeof tidied === "string" && /^-?\d+([.,]\d+)?$/.test(tidied.replace(/[\s\u00a0\u202f]/g, ""))
    ? Number(tidied.replace(/[\s\u00a0\u202f]/g, "").replace(",", "."))
    : tidied;
};

const whole = ({ min, max }: NumberBounds): z.ZodNumber =>
  z
    .number({ error: missingOr("not-a-number") })
    .int("not-a-whole-number")
    .min(min, "out-of-range")
    .max(max, "out-of-range");

export const wholeNumber = (bounds: NumberBounds) => z.preprocess(readNumber, whole(bounds));

export const optionalWholeNumber = (bounds: NumberBounds) =>
  z.preprocess(readNumber, whole(bounds).optional()).transform((value) => value ?? null);

const hours = ({ min, max }: NumberBounds): z.ZodNumber =>
  z
    .number({ error: missingOr("not-a-number") })
    .min(min, "out-of-range")
    .max(max, "out-of-range");

/** A number that may have decimals, with a comma or a point. */
export const optionalDecimal = (bounds: NumberBounds) =>
  z.preprocess(readNumber, hours(bounds).optional()).transform((value) => value ?? null);

const toCents = (value: unknown): unknown => {
  const read = readNumber(typeof value === "string" ? value.replace(/€/g, "") : value);
  return typeof read === "number" ? Math.round(read * 100) : read;
};

/** Euros as people type them ("1 905,50"), kept as integer cents. */
export const euros = ({ max = 50_000_000 }: { max?: number } = {}) => z.preprocess(toCents, whole({ min: 0, max }));

export const optionalEuros = ({ max = 50_000_000 }: { max?: number } = {}) =>
  z.preprocess(toCents, whole({ min: 0, max }).optional()).transform((value) => value ?? null);

export const day = () => z.preprocess(emptyIsAbsent, z.string({ error: missingOr("not-a-date") }).pipe(Day));

export const optionalDay = () => z.preprocess(emptyIsAbsent, Day.optional()).transform((value) => value ?? null);

/** A box: "on", "true" or true is ticked, absent is not. */
export const flag = () =>
  z.preprocess(
    (value) =>
      value === "on" || value === "true" || value === "1" ? true : value === undefined || value === "" ? false : value,
    z.boolean({ error: "not-a-choice" }),
  );

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(emptyIsAbsent, z.enum(values, { error: missingOr("not-a-choice") }));

export const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(emptyIsAbsent, z.enum(values, { error: "not-a-choice" }).optional()).transform((value) => value ?? null);

/** Zero, one or several values of one field; empty ones and doubles are dropped. */
export const listOf = <Item extends z.ZodType>(item: Item, { min = 0, max }: { min?: number; max: number }) =>
  z.preprocess(
    (value) => {
      const listed = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
      return [...new Set(listed.filter((one) => one !== ""))];
    },
    z.array(item, { error: "not-a-list" }).min(min, "required").max(max, "too-many"),
  );
