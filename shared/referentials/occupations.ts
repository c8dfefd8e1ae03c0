import built from "./lists/occupations.json" with { type: "json" };
import type { Occupation } from "./occupation.ts";

/** Every occupation built in, by ROME code. */
export const occupations = built as readonly unknown[] as readonly Occupation[]; // the data's shape is proved by its tests

const byCode = new Map(occupations.map((occupation) => [occupation.code, occupation]));

export const occupationByCode = (code: string): Occupation | undefined => byCode.get(code);
