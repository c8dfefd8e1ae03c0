import built from "./lists/skills.json" with { type: "json" };
import type { Skill } from "./skill.ts";

/** Every skill built in, by id. */
export const skills = built as readonly unknown[] as readonly Skill[]; // the data's shape is proved by its tests

const byId = new Map(skills.map((skill) => [skill.id, skill]));

export const skillById = (id: string): Skill | undefined => byId.get(id);
