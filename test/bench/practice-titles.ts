import { analyse } from "#shared/referentials/french.ts";
import type { TitleSource } from "#shared/referentials/title-source.ts";
import { type RomeTitle, type RomeTitles, withoutNames } from "./rome-titles.ts";
import { seeded, typo } from "./typos.ts";

export type Asked = { readonly title: string; readonly codes: readonly string[] };

/** Titles to read with an index that was not given some of them. */
export type Practice = {
  readonly kind: "rare" | "any" | "known";
  readonly sources: readonly TitleSource[];
  /** As published, in the masculine. */
  readonly clean: readonly Asked[];
  /** The same titles with one letter wrong; for known titles, one then two. */
  readonly damaged: readonly Asked[];
};

/** Enough for figures to move by less than two points from one drawing to the next. */
const drawn = 700;

/** A word of so few names makes a name that holds it look like one never seen. */
const rareUpTo = 6;

/** Occupations of more names than this were not made of new ones. */
const fewUpTo = 10;

/** Of the names that are new, so many came with all others of their occupation, which had few before or none. */
const atOnce = 0.22;

/** What is left of an occupation’s names when most of them are held out. */
const leftShare = 0.2;

/**
 * Older names held out as the newest are, which are in none of these indexes: three times all the names of some rare
 * words and most names of some occupations, twice any names, and names left in the index, to be read though misspelt.
 */
export const practiceTitles = ({ whole, judging, practice }: RomeTitles): Practice[] => {
  const random = seeded(7);
  for (let warm = 0; warm < 100; warm++) random();
  const taken = new Set<RomeTitle>();
  const rare = shuffled(
    [...byStem(practice)].filter(([, names]) => names.length <= rareUpTo),
    random,
  );
  const young = shuffled([...byCode(practice).values()], random).filter(({ length }) => length <= fewUpTo);
  const hold = (held: readonly RomeTitle[]): TitleSource[] => withoutNames(whole, [...judging, ...held]);
  const rares = [1, 2, 3].map(() => {
    const held = new Set<RomeTitle>();
    const hide = (names: readonly RomeTitle[]): void => {
      for (const name of names) if (!taken.has(name)) held.add(name);
    };
    while (held.size < atOnce * drawn) hide((young.pop() ?? practice).filter(() => random() > leftShare));
    while (held.size < drawn) hide(rare.pop()?.[1] ?? practice);
    for (const name of held) taken.add(name);
    return [...held];
  });
  const left = shuffled(
    practice.filter((name) => !taken.has(name)),
    random,
  );
  const anys = [0, 1].map((at) => left.slice(at * drawn, (at + 1) * drawn));
  const known = left.slice(2 * drawn, 2 * drawn + drawn / 2);
  return [
    ...rares.map((held) => asked("rare", hold(held), held)),
    ...anys.map((held) => asked("any", hold(held), held)),
    asked("known", hold([]), known),
  ];
};

const asked = (kind: Practice["kind"], sources: readonly TitleSource[], names: readonly RomeTitle[]): Practice => {
  const random = seeded(19);
  const clean = names.map(({ masculine: title, codes }) => ({ title, codes }));
  const once = clean.map(({ title, codes }) => ({ title: typo(title, random), codes }));
  if (kind !== "known") return { kind, sources, clean, damaged: once };
  return {
    kind,
    sources,
    clean,
    damaged: [...once, ...once.map(({ title, codes }) => ({ title: typo(title, random), codes }))],
  };
};

const byStem = (names: readonly RomeTitle[]): Map<string, RomeTitle[]> => {
  const found = new Map<string, RomeTitle[]>();
  for (const name of names)
    for (const stem of new Set(analyse(name.masculine))) found.set(stem, [...(found.get(stem) ?? []), name]);
  return found;
};

const byCode = (names: readonly RomeTitle[]): Map<string, RomeTitle[]> => {
  const found = new Map<string, RomeTitle[]>();
  for (const name of names) found.set(name.code, [...(found.get(name.code) ?? []), name]);
  return found;
};

const shuffled = <One>(list: readonly One[], random: () => number): One[] =>
  list
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
