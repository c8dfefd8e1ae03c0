import type { Skill } from "#shared/referentials/skill.ts";
import type { OfficialSkill } from "./import/official.ts";
import { skillWords } from "./skill-words.ts";

export type MergedSkills = {
  readonly skills: readonly Skill[];
  /** The id under which the product keeps an official skill. */
  readonly idOf: (ogr: string) => string | undefined;
};

/**
 * Our skills, then the official ones under their OGR code. An official skill that says one of ours in the same words
 * ("Abattre un arbre", "Abattre des arbres") is ours: an id kept in a CV or an offer always means what it meant.
 */
export const mergeSkills = (ours: readonly Skill[], official: readonly OfficialSkill[]): MergedSkills => {
  const byWords = new Map<string, string>();
  for (const { id, label, phrases } of [...ours].reverse())
    for (const name of [label, ...phrases].reverse()) byWords.set(skillWords(name), id);
  const ids = new Map<string, string>();
  const added: Skill[] = [];
  for (const { code, label, words } of official) {
    const own = byWords.get(words);
    ids.set(code, own ?? code);
    if (own === undefined) added.push({ id: code, label, phrases: [] });
  }
  return { skills: [...ours, ...added], idOf: (ogr) => ids.get(ogr) };
};
