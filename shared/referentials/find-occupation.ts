import { words } from "./french.ts";
import type { Occupation } from "./occupation.ts";
import { indexInSteps, indexOccupations, type OccupationIndex } from "./occupation-index.ts";
import { beginWith } from "./occupation-prefixes.ts";
import { occupations } from "./occupations.ts";
import { skillById } from "./skills.ts";

/**
 * An occupation proposed for what someone typed. `confidence` goes from 0 to 1: how likely it is the right one; 1 is
 * one of its own names.
 */
export type FoundOccupation = { readonly code: string; readonly label: string; readonly confidence: number };

/** The occupations a title may name, the likeliest first. Typos, plurals and either gender are read alike. */
export const findOccupations = (title: string, { limit }: { readonly limit: number }): FoundOccupation[] =>
  index()
    .rank(title.slice(0, mostLetters), limit)
    .map(({ occupation, score }) => found(occupation, score));

/** Occupations as one types: those with a name that begins so, then those that are likely meant. */
export const completeOccupations = (prefix: string, limit: number): FoundOccupation[] => {
  const typed = words(prefix.slice(0, mostLetters)).join(" ");
  if (typed === "") return [];
  const begun = beginWith(typed, limit);
  if (begun.length >= limit || typed.length < 4) return begun.map(({ occupation, share }) => found(occupation, share));
  const codes = new Set(begun.map(({ occupation }) => occupation.code));
  const alike = index()
    .rank(prefix, limit)
    .filter(({ occupation, score }) => score >= likelyMeant && !codes.has(occupation.code));
  return [
    ...begun.map(({ occupation, share }) => found(occupation, share)),
    ...alike.map(({ occupation, score }) => found(occupation, score)),
  ].slice(0, limit);
};

/**
 * Gets ready to find occupations without holding up whoever else asks something meanwhile.
 * @param pause lets other work be done
 */
export const prepareOccupations = async (pause: () => Promise<void>): Promise<void> => {
  const list = occupations;
  if (kept?.list === list) return;
  beginWith("a", 1);
  await pause();
  const ready = await indexInSteps(list.map(withTexts), pause);
  if (list === occupations) kept = { list, index: ready };
};

/** Longer than any title: the rest is not read. */
const mostLetters = 200;

/** Below, a proposal made while someone types would be noise. */
const likelyMeant = 0.2;

let kept: { readonly list: readonly Occupation[]; readonly index: OccupationIndex<Occupation> } | null = null;

/** Built on first need if nobody prepared it, and again when the list was replaced. */
const index = (): OccupationIndex<Occupation> => {
  if (kept?.list !== occupations) kept = { list: occupations, index: indexOccupations(occupations.map(withTexts)) };
  return kept.index;
};

const withTexts = (occupation: Occupation): Occupation => ({
  ...occupation,
  texts: [...(occupation.texts ?? []), ...occupation.skills.flatMap((id) => skillById(id)?.label ?? [])],
});

const found = ({ code, title }: Occupation, score: number): FoundOccupation => ({
  code,
  label: title,
  // however likely, only an occupation's own name is sure
  confidence: score >= 1 ? 1 : Math.min(0.999, Math.round(score * 1000) / 1000),
});
