import { occupationWords } from "#shared/referentials/occupation-words.ts";
import { skills } from "#shared/referentials/skills.ts";
import { cvWords } from "./cv-words.ts";
import { type WordMender, wordMender } from "./mend-word.ts";

/** One way of naming a skill: the roots that must all be said, close together. */
export type SkillKey = { readonly roots: readonly string[]; readonly ids: readonly string[] };

export type SkillIndex = {
  readonly keys: readonly SkillKey[];
  /** Keys by their rarest root. */
  readonly byRoot: ReadonlyMap<string, readonly SkillKey[]>;
  readonly mend: WordMender;
};

let built: SkillIndex | null = null;

export const skillIndex = (): SkillIndex => {
  built ??= buildIndex();
  return built;
};

const buildIndex = (): SkillIndex => {
  const named = skills.flatMap(({ id, label, phrases }) =>
    [label, ...phrases].map((name) => ({ id, said: cvWords(name) })),
  );
  const keys = new Map<string, { roots: string[]; ids: Set<string> }>();
  for (const { id, said } of named) {
    const roots = [...new Set(said.map(({ root }) => root))].sort();
    const signature = roots.join(" ");
    if (signature === "") continue;
    const key = keys.get(signature) ?? { roots, ids: new Set<string>() };
    key.ids.add(id);
    keys.set(signature, key);
  }
  const all = [...keys.values()].map(({ roots, ids }): SkillKey => ({ roots, ids: [...ids] }));
  const vocabulary = [...occupationWords(), ...named.flatMap(({ said }) => said.map(({ folded }) => folded))];
  return { keys: all, byRoot: byRarestRoot(all), mend: wordMender(vocabulary) };
};

const byRarestRoot = (keys: readonly SkillKey[]): ReadonlyMap<string, readonly SkillKey[]> => {
  const counts = new Map<string, number>();
  for (const root of keys.flatMap(({ roots }) => roots)) counts.set(root, (counts.get(root) ?? 0) + 1);
  const byRoot = new Map<string, SkillKey[]>();
  for (const { roots, ids } of keys) {
    const [rarest = "", ...others] = roots.toSorted((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0));
    byRoot.set(rarest, [...(byRoot.get(rarest) ?? []), { roots: [rarest, ...others], ids }]);
  }
  return byRoot;
};
