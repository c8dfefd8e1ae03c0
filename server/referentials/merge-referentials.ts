import type { FamilyCode } from "#shared/referentials/family.ts";
import type { Occupation } from "#shared/referentials/occupation.ts";
import type { Skill } from "#shared/referentials/skill.ts";
import { familyOfDomain } from "./family-of-domain.ts";
import type { OfficialOccupation, OfficialRome } from "./import/official.ts";
import { type MergedSkills, mergeSkills } from "./merge-skills.ts";
import { requiredByLaw } from "./required-by-law.ts";

export type Lists = { readonly occupations: readonly Occupation[]; readonly skills: readonly Skill[] };

/**
 * Every official occupation and skill, enriched with what we wrote. Of an occupation written by us, its title, family,
 * licences, diplomas and heart stay; the official names, skills and mobility are added. One that the official files
 * have not (any more) stays too, as offers and CVs may bear its code.
 */
export const mergeReferentials = (built: Lists, rome: OfficialRome): Lists => {
  const official = new Map(rome.occupations.map((occupation) => [occupation.code, occupation]));
  const ours = new Map(built.occupations.map((occupation) => [occupation.code, occupation]));
  const skills = mergeSkills(built.skills, rome.skills);
  const owners = ownersOf(built.occupations, rome.occupations);
  const known = (code: string): boolean => official.has(code) || ours.has(code);
  const written = built.occupations.map((own) => {
    const same = official.get(own.code);
    return same === undefined ? own : enriched(own, same, skills);
  });
  const added = rome.occupations
    .filter(({ code }) => !ours.has(code))
    .map((occupation) => fromOfficial(occupation, ours.get(occupation.parent), skills));
  return {
    occupations: [...written, ...added].map((occupation) => ({
      ...occupation,
      synonyms: occupation.synonyms.filter((name) => owners(name)?.has(occupation.code) ?? true),
      neighbours: occupation.neighbours.filter((code) => code !== occupation.code && known(code)),
    })),
    skills: skills.skills,
  };
};

/**
 * Whose a name is: the title we show is that occupation's alone; else those of which it is an official name; else anyone's.
 * ("Auxiliaire de vie" is our title of one, and an official name of another.)
 */
const ownersOf = (
  ours: readonly Occupation[],
  official: readonly OfficialOccupation[],
): ((name: string) => ReadonlySet<string> | undefined) => {
  const titles = new Map<string, Set<string>>();
  for (const { code, masculine, feminine } of ours) for (const name of [masculine, feminine]) claim(titles, name, code);
  const names = new Map<string, Set<string>>();
  for (const { code, masculine, feminine, names: others } of official)
    for (const name of [masculine, feminine, ...others]) claim(names, name, code);
  return (name) => titles.get(key(name)) ?? names.get(key(name));
};

const claim = (owners: Map<string, Set<string>>, name: string, code: string): void => {
  owners.set(key(name), (owners.get(key(name)) ?? new Set()).add(code));
};

const enriched = (own: Occupation, official: OfficialOccupation, skills: MergedSkills): Occupation => {
  const heart = own.skills.slice(0, own.coreSkills);
  const { skills: theirs, coreSkills } = skillsOf(official, skills);
  return {
    ...own,
    parent: official.parent,
    synonyms: namesBeside(own, [...own.synonyms, official.masculine, official.feminine, ...official.names]),
    texts: official.texts ?? [],
    neighbours: distinct([...official.mobility, ...own.neighbours]),
    skills: distinct([...heart, ...own.skills, ...theirs.slice(0, coreSkills), ...theirs]),
  };
};

const fromOfficial = (
  official: OfficialOccupation,
  parent: Occupation | undefined,
  skills: MergedSkills,
): Occupation => {
  const { code, masculine, feminine, names, mobility } = official;
  const own = skillsOf(official, skills);
  return {
    code,
    parent: official.parent,
    masculine,
    feminine,
    title: masculine === feminine ? masculine : `${masculine}, ${lowered(feminine)}`,
    synonyms: namesBeside({ masculine, feminine }, names),
    texts: official.texts ?? [],
    family: familyOf(code, parent),
    neighbours: mobility.length > 0 || parent === undefined ? mobility : [parent.code, ...parent.neighbours],
    skills: own.skills.length > 0 ? own.skills : (parent?.skills ?? []),
    coreSkills: own.skills.length > 0 ? own.coreSkills : (parent?.coreSkills ?? 0),
    licences: [],
    requiredDiplomas: requiredByLaw(code),
  };
};

const familyOf = (code: string, parent: Occupation | undefined): FamilyCode =>
  // a special case is browsed where its parent is, unless ROME itself filed it in another domain
  parent?.code.slice(0, 3) === code.slice(0, 3) ? parent.family : familyOfDomain(code);

/** An occupation of which no skill is at the heart (some have none) takes its first six. */
const skillsOf = (
  { skills, coreSkills }: OfficialOccupation,
  { idOf }: MergedSkills,
): Pick<Occupation, "skills" | "coreSkills"> => {
  const heart = distinct(skills.slice(0, coreSkills).flatMap((code) => idOf(code) ?? []));
  const all = distinct([...heart, ...skills.flatMap((code) => idOf(code) ?? [])]);
  return { skills: all, coreSkills: heart.length > 0 ? heart.length : Math.min(6, all.length) };
};

const namesBeside = (titles: Pick<Occupation, "masculine" | "feminine">, names: readonly string[]): string[] => {
  const said = new Set([titles.masculine, titles.feminine].map(key));
  return names.filter((name) => {
    const fresh = !said.has(key(name));
    said.add(key(name));
    return fresh;
  });
};

const key = (name: string): string => name.toLowerCase().replace(/[-’']/g, " ");

/** "infirmière", but "DJ" as it is. */
const lowered = (title: string): string =>
  /^\p{Lu}{2}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
