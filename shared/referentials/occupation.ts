import type { FamilyCode } from "./family.ts";

export type Occupation = {
  /** ROME 4.0 code. */
  readonly code: string;
  /** The occupation it is a special case of; its own code, or absent, when it is none's. */
  readonly parent?: string;
  readonly masculine: string;
  readonly feminine: string;
  /** Both forms, as shown: "Infirmier, infirmière". */
  readonly title: string;
  /** Everyday names, abbreviations and usual misspellings. */
  readonly synonyms: readonly string[];
  /** What the official sheet says of it (definition, access, knowledge): words by which to recognise it, never shown. */
  readonly texts?: readonly string[];
  readonly family: FamilyCode;
  /** Codes of occupations one can move to, nearest first. */
  readonly neighbours: readonly string[];
  /** Ids of skills; the first `coreSkills` of them are the heart of the occupation. */
  readonly skills: readonly string[];
  readonly coreSkills: number;
  /** Codes of licences usually asked for, by custom and not by law. */
  readonly licences: readonly string[];
  /** Codes of licences and diplomas of which the law requires one; empty when the occupation is open to all. */
  readonly requiredDiplomas: readonly string[];
};
