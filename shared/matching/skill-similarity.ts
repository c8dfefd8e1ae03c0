import { weights } from "./match-weights.ts";

/** What likeness needs to know of an occupation. */
export type SkilledOccupation = {
  readonly code: string;
  readonly skills: readonly string[];
  readonly coreSkills: number;
};

type Weighed = { readonly code: string; readonly bySkill: ReadonlyMap<string, number>; readonly sum: number };

/**
 * Likeness of occupations by the skills they share: a Jaccard index in which a rare skill counts more (IDF) and a
 * core one double, plus a little for the same domain. Given a code, each other code that shares a skill with its
 * likeness, 0 to 1.13.
 */
export const skillSimilarities = (
  occupations: readonly SkilledOccupation[],
): ((code: string) => readonly (readonly [string, number])[]) => {
  const idf = idfOf(occupations);
  const all = new Map(occupations.map((occupation) => [occupation.code, weigh(occupation, idf)]));
  const bySkill = new Map<string, Weighed[]>();
  for (const one of all.values()) {
    for (const skill of one.bySkill.keys()) bySkill.set(skill, [...(bySkill.get(skill) ?? []), one]);
  }

  return (code) => {
    const own = all.get(code);
    if (own === undefined) return [];
    const sharers = new Set([...own.bySkill.keys()].flatMap((skill) => bySkill.get(skill) ?? []));
    sharers.delete(own);
    return [...sharers].map((other) => [other.code, jaccard(own, other) + domainPrior(code, other.code)] as const);
  };
};

const idfOf = (occupations: readonly SkilledOccupation[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { skills } of occupations) for (const skill of skills) counts.set(skill, (counts.get(skill) ?? 0) + 1);
  return new Map([...counts].map(([skill, count]) => [skill, Math.log(1 + occupations.length / count)]));
};

const weigh = ({ code, skills, coreSkills }: SkilledOccupation, idf: ReadonlyMap<string, number>): Weighed => {
  const bySkill = new Map(skills.map((skill, rank) => [skill, (idf.get(skill) ?? 0) * (rank < coreSkills ? 2 : 1)]));
  return { code, bySkill, sum: [...bySkill.values()].reduce((sum, weight) => sum + weight, 0) };
};

const jaccard = (one: Weighed, other: Weighed): number => {
  let shared = 0;
  for (const [skill, weight] of one.bySkill) shared += Math.min(weight, other.bySkill.get(skill) ?? 0);
  const union = one.sum + other.sum - shared;
  return union === 0 ? 0 : shared / union;
};

const domainPrior = (one: string, other: string): number =>
  (one.slice(0, 3) === other.slice(0, 3) ? weights.occupation.similarDomain : 0) +
  (one[0] === other[0] ? weights.occupation.similarGreatDomain : 0);
