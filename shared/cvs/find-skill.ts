import type { Skill } from "#shared/referentials/skill.ts";
import { skillById } from "#shared/referentials/skills.ts";
import { cvWords } from "./cv-words.ts";
import { skillIndex } from "./skill-index.ts";

/** The skill a few words name, a verb or its noun, misspelt or not. Null when none is near enough. */
export const findSkill = (typed: string): Skill | null => {
  const { keys, mend } = skillIndex();
  const asked = new Set(cvWords(typed, mend).map(({ root }) => root));
  let best: { id: string; score: number } | null = null;
  for (const { roots, ids } of keys) {
    const score = likeness(asked, roots);
    const [id] = ids;
    if (id !== undefined && score >= enough && score > (best?.score ?? 0)) best = { id, score };
  }
  return best === null ? null : (skillById(best.id) ?? null);
};

/** Two words of three in common, or better. */
const enough = 0.6;

const likeness = (asked: ReadonlySet<string>, roots: readonly string[]): number => {
  const shared = roots.filter((root) => asked.has(root)).length;
  return (2 * shared) / Math.max(1, asked.size + roots.length);
};
