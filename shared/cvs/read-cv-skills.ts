import { skillById } from "#shared/referentials/skills.ts";
import type { FoundSkill } from "./cv-findings.ts";
import { type CvWord, cvWords } from "./cv-words.ts";
import type { PlacedRow } from "./read-cv-sections.ts";
import { type SkillKey, skillIndex } from "./skill-index.ts";

type Hit = { readonly key: SkillKey; readonly start: number; readonly end: number; readonly row: PlacedRow };

/**
 * The skills that the rows name. `usual` holds the skills of the CV's own occupations: a word that names several
 * skills ("caisse", "taille") names theirs.
 */
export const findSkills = (rows: readonly PlacedRow[], usual: ReadonlySet<string>): FoundSkill[] => {
  const found = new Map<string, FoundSkill>();
  for (const hit of rows.flatMap(hitsOf))
    for (const id of meantIds(hit, usual)) {
      const skill = skillById(id);
      if (skill === undefined || found.has(id)) continue;
      const words = hit.row.text.slice(hit.start, hit.end);
      found.set(id, {
        id,
        label: skill.label,
        notions: notionsBefore.test(hit.row.text.slice(0, hit.start)),
        source: { words, line: hit.row.line, page: hit.row.page },
      });
    }
  return [...found.values()];
};

const notionsBefore =
  /\b(?:notions?|bases?|initiation|rudiments?|débutante?)\s+(?:de |d[’']|en |du |des |à (?:la |l[’'])?)?(?:la |l[’'])?$/i;
const denied =
  /\b(?:pas (?:de|d[’'])|sans|aucune?|jamais (?:de|d[’'])|ne (?:fais|sais|pratique|connais)[^.;]*)\s*$|\b(?:pas|jamais)\s+(?:\S+\s+){0,2}$/i;

const hitsOf = (row: PlacedRow): Hit[] => {
  const { byRoot, mend } = skillIndex();
  const said = cvWords(row.text, mend);
  const places = new Map<string, number[]>();
  said.forEach(({ root }, at) => void places.set(root, [...(places.get(root) ?? []), at]));
  const hits: Hit[] = [];
  for (const root of places.keys())
    for (const key of byRoot.get(root) ?? []) {
      const span = spanOf(key, places, said, row.text);
      if (span !== null && allowed(key, row, span)) hits.push({ key, row, ...span });
    }
  return hits.filter((hit) => !hits.some((other) => covers(other, hit)));
};

/** A word alone says little outside the lists of tasks and skills. */
const allowed = (key: SkillKey, { section, text }: PlacedRow, { start }: { start: number }): boolean => {
  if (denied.test(text.slice(0, start))) return false;
  return key.roots.length > 1 || alone.has(section);
};

const alone: ReadonlySet<string> = new Set(["skills", "experience", "other", "objective"]);

/** Words said between those of a skill, at most. */
const slack = 2;

type Span = { readonly start: number; readonly end: number };

const spanOf = (
  key: SkillKey,
  places: ReadonlyMap<string, readonly number[]>,
  said: readonly CvWord[],
  text: string,
): Span | null => {
  const [rarest = "", ...others] = key.roots;
  for (const anchor of places.get(rarest) ?? []) {
    const near = others.map((root) => closest(places.get(root) ?? [], anchor));
    if (near.includes(null)) return null;
    const at = [anchor, ...near.filter((place) => place !== null)];
    const from = Math.min(...at);
    const to = Math.max(...at);
    const span = { start: said[from]?.start ?? 0, end: said[to]?.end ?? 0 };
    if (to - from < key.roots.length + slack && together(text.slice(span.start, span.end))) return span;
  }
  return null;
};

/** One statement: a comma parts two, unless it is of a list that ends before what is done to ("lavage, tri et pliage du linge"). */
const together = (words: string): boolean =>
  !/[.;:|•]\s/.test(words) && (!words.includes(",") || /,[^,]* et [^,]*$/.test(words));

const closest = (places: readonly number[], anchor: number): number | null =>
  places.reduce<number | null>(
    (best, place) => (best === null || Math.abs(place - anchor) < Math.abs(best - anchor) ? place : best),
    null,
  );

/** A longer name said at the same place is what was meant. */
const covers = (one: Hit, other: Hit): boolean =>
  one.key.roots.length > other.key.roots.length &&
  one.start <= other.start &&
  one.end >= other.end &&
  other.key.roots.every((root) => one.key.roots.includes(root));

const meantIds = ({ key }: Hit, usual: ReadonlySet<string>): readonly string[] => {
  if (key.ids.length === 1) return key.ids;
  const theirs = key.ids.filter((id) => usual.has(id));
  if (theirs.length > 0) return theirs;
  return key.roots.length > 1 ? key.ids.slice(0, 2) : [];
};
