import built from "./lists/skills.json" with { type: "json" };
import type { Skill } from "./skill.ts";

/** The skills written by us: what the product knows before any import. */
export const builtInSkills = built as readonly unknown[] as readonly Skill[]; // the data's shape is proved by its tests

/** Every skill in use: the built-in ones, or those and the official ones. Read it when needed, never keep it. */
export let skills: readonly Skill[] = builtInSkills;

const indexed = (list: readonly Skill[]): ReadonlyMap<string, Skill> => new Map(list.map((skill) => [skill.id, skill]));

let byId = indexed(skills);

export const skillById = (id: string): Skill | undefined => byId.get(id);

/** Puts a list in the place of the one in use; what was derived from the old one is worked out again. */
export const useSkills = (list: readonly Skill[]): void => {
  skills = list;
  byId = indexed(list);
};
