import built from "./lists/occupations.json" with { type: "json" };
import type { Occupation } from "./occupation.ts";

/** The occupations written by us: what the product knows before any import. */
export const builtInOccupations = built as readonly unknown[] as readonly Occupation[]; // the data's shape is proved by its tests

/** Every occupation in use: the built-in ones, or all those of the last import. Read it when needed, never keep it. */
export let occupations: readonly Occupation[] = builtInOccupations;

const indexed = (list: readonly Occupation[]): ReadonlyMap<string, Occupation> =>
  new Map(list.map((occupation) => [occupation.code, occupation]));

let byCode = indexed(occupations);

export const occupationByCode = (code: string): Occupation | undefined => byCode.get(code);

/** Ids of the skills a form proposes for an occupation: the official ones are up to eighty, nobody reads so many boxes. */
export const proposedSkills = (code: string): readonly string[] => byCode.get(code)?.skills.slice(0, 20) ?? [];

/** Puts a list in the place of the one in use; what was derived from the old one is worked out again. */
export const useOccupations = (list: readonly Occupation[]): void => {
  occupations = list;
  byCode = indexed(list);
};
