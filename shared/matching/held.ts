import { occupationByCode } from "#shared/referentials/occupations.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { weights } from "./match-weights.ts";

/** What a licence gives beside itself: nobody drives a lorry without a car licence. */
const implied: Readonly<Record<string, readonly string[]>> = {
  "permis-be": ["permis-b"],
  "permis-c": ["permis-b"],
  "permis-ce": ["permis-c", "permis-b"],
  "permis-d": ["permis-b"],
  "permis-de": ["permis-d", "permis-b"],
};

export const heldLicences = (cv: MatchCv): ReadonlySet<string> =>
  new Set(cv.licences.flatMap((licence) => [licence, ...(implied[licence] ?? [])]));

/** Occupations practised long enough to count, once each. */
export const practisedOccupations = (cv: MatchCv): ReadonlySet<string> =>
  new Set(
    cv.experiences
      .filter(({ months }) => months >= weights.occupation.practisedMonths)
      .map(({ occupation }) => occupation),
  );

/** Skills said, and those at the heart of what was practised: a short CV is not a lack of skill. */
export const heldSkills = (cv: MatchCv): ReadonlySet<string> =>
  new Set([...cv.skills, ...[...practisedOccupations(cv)].flatMap(coreSkillsOf)]);

const coreSkillsOf = (code: string): readonly string[] => {
  const occupation = occupationByCode(code);
  return occupation === undefined ? [] : occupation.skills.slice(0, occupation.coreSkills);
};

/** The weight of each skill and appreciated licence an offer hopes for; of its occupation's own when it names none. */
export type Expectations = {
  readonly skills: ReadonlyMap<string, number>;
  readonly licences: ReadonlyMap<string, number>;
  readonly total: number;
};

export const expectationsOf = (offer: MatchOffer): Expectations => {
  const { requiredCore, required, appreciated } = weights.skills;
  const core = coreSkillsOf(offer.occupation);
  const skills = new Map(offer.appreciatedSkills.map((skill) => [skill, appreciated as number]));
  for (const skill of offer.requiredSkills) skills.set(skill, core.includes(skill) ? requiredCore : required);
  if (skills.size === 0) for (const skill of core) skills.set(skill, required);

  const licences = new Map(
    offer.appreciatedLicences
      .filter((licence) => !offer.requiredLicences.includes(licence))
      .map((licence) => [licence, appreciated as number]),
  );
  const total = [...skills.values(), ...licences.values()].reduce((sum, weight) => sum + weight, 0);
  return { skills, licences, total };
};

/** What a person lacks to be allowed or taken: licences the offer requires, and the diploma the law requires. */
export type Lacks = { readonly diploma: string | null; readonly licences: readonly string[] };

export const lacksOf = (held: ReadonlySet<string>, offer: MatchOffer): Lacks => {
  const missing = [...new Set(offer.requiredLicences)].filter((licence) => !held.has(licence));
  const diploma = isQualified(held, offer.occupation) ? null : diplomaAsked(offer);
  return { diploma, licences: missing.filter((licence) => licence !== diploma) };
};

/** Nobody may practise some occupations without one of the diplomas of the law, whatever the offer says. */
export const isQualified = (held: ReadonlySet<string>, offered: string): boolean => {
  const diplomas = diplomasByLaw(offered);
  return diplomas.length === 0 || diplomas.some((diploma) => held.has(diploma));
};

/** Of the diplomas the law accepts, the one the offer names, or else the first; null when the occupation is open. */
export const diplomaAsked = ({ occupation, requiredLicences }: MatchOffer): string | null => {
  const diplomas = diplomasByLaw(occupation);
  return requiredLicences.find((licence) => diplomas.includes(licence)) ?? diplomas[0] ?? null;
};

/** The diplomas of which the law requires one; empty when the occupation is open to all. */
export const diplomasByLaw = (occupation: string): readonly string[] =>
  occupationByCode(occupation)?.requiredDiplomas ?? [];
