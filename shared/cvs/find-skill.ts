import { derivedFrom } from "#shared/referentials/derived-from.ts";
import { words } from "#shared/referentials/french.ts";
import type { Skill } from "#shared/referentials/skill.ts";
import { skills } from "#shared/referentials/skills.ts";

/** The skill a few words name: all the words of the shorter one are in the longer one. Null when none is. */
export const findSkill = (typed: string): Skill | null => {
  const asked = new Set(words(typed));
  if (asked.size === 0) return null;
  const scored = names().map(({ skill, keys }) => ({
    skill,
    score: Math.max(...keys.map((key) => likeness(asked, key))),
  }));
  const [best] = scored.sort((one, other) => other.score - one.score);
  return best !== undefined && best.score >= enough ? best.skill : null;
};

/** Two words of three in common, or better. */
const enough = 0.6;

const likeness = (asked: ReadonlySet<string>, key: ReadonlySet<string>): number => {
  const shared = [...key].filter((word) => asked.has(word)).length;
  return key.size === 0 ? 0 : (2 * shared) / (asked.size + key.size);
};

type Named = { readonly skill: Skill; readonly keys: readonly ReadonlySet<string>[] };

const names = derivedFrom(
  () => skills,
  (list): readonly Named[] =>
    list.map((skill) => ({ skill, keys: [skill.label, ...skill.phrases].map((name) => new Set(words(name))) })),
);
