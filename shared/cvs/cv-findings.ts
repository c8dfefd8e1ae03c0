import { z } from "zod";
import { diplomaLevels, languageNames } from "./closed-lists.ts";
import { languageLevels } from "./cv.ts";

/**
 * A run of words of a CV. Two runs at one height that a wide gap parts (two columns, a table) are two lines.
 * A plain text has no positions: there, gaps of spaces and tabs tell columns apart.
 */
export type CvLine = {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** In points, from the left of the page to the run's beginning, and from its top down to its baseline. */
  readonly x?: number;
  readonly y?: number;
  /** In points: how long the run is. */
  readonly width?: number;
  /** In points: the height of its letters. */
  readonly size?: number;
};

/** A CV as its file gives it, in the file's own order. */
export type CvText = { readonly lines: readonly CvLine[] };

/** What finds a commune by its name, its postcode, or both; null when neither is sure. */
export type CommuneFinder = (asked: {
  readonly name: string;
  readonly postcode: string | null;
}) => { readonly code: string; readonly name: string } | null;

/** The words a finding came from, as written, without anything the law forbids to use; `line` counts the CvText's lines from 0. */
export const FindingSource = z.object({ words: z.string(), line: z.int(), page: z.int() });
export type FindingSource = z.infer<typeof FindingSource>;

/** "2021-03", or "2021" when the CV says no month. */
export const WrittenMonth = z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/);
export type WrittenMonth = z.infer<typeof WrittenMonth>;

/** `from` is null when only a length is written ("6 mois"); `to` too when it is over at an unknown date. */
export const WorkPeriod = z.object({
  from: WrittenMonth.nullable(),
  to: z.union([WrittenMonth, z.literal("now")]).nullable(),
  months: z.int(),
  source: FindingSource,
});
export type WorkPeriod = z.infer<typeof WorkPeriod>;

export const FoundTrade = z.object({
  /** ROME code. */
  code: z.string(),
  label: z.string(),
  /** 0 to 1; below 0.5 it is one of several things the words may mean, to be asked. */
  confidence: z.number(),
  /** Said by the title or the objective of the CV. */
  wanted: z.boolean(),
  /** Null when it was never held, or when the CV says no time; overlapping periods count once. */
  held: z.object({ months: z.int(), periods: z.array(WorkPeriod) }).nullable(),
  source: FindingSource,
});
export type FoundTrade = z.infer<typeof FoundTrade>;

export const FoundSkill = z.object({
  id: z.string(),
  label: z.string(),
  /** The CV says a beginning only ("notions de soudure"): to be asked, not taken. */
  notions: z.boolean(),
  source: FindingSource,
});
export type FoundSkill = z.infer<typeof FoundSkill>;

export const FoundLicence = z.object({ code: z.string(), label: z.string(), source: FindingSource });
export type FoundLicence = z.infer<typeof FoundLicence>;

export const FoundDiploma = z.object({
  level: z.enum(diplomaLevels),
  /** Its kind ("CAP", "BTS", "Licence"); what it is about stays in the source. */
  label: z.string(),
  source: FindingSource,
});
export type FoundDiploma = z.infer<typeof FoundDiploma>;

export const FoundLanguage = z.object({
  name: z.enum(languageNames),
  /** Null when the CV names the language only. */
  level: z.enum(languageLevels).nullable(),
  source: FindingSource,
});
export type FoundLanguage = z.infer<typeof FoundLanguage>;

export const FoundText = z.object({ value: z.string(), source: FindingSource });
export type FoundText = z.infer<typeof FoundText>;

export const FoundCommune = z.object({ code: z.string(), name: z.string(), source: FindingSource });
export type FoundCommune = z.infer<typeof FoundCommune>;

/**
 * What a CV says that the product may use. Nothing of age, sex, family, nationality, health, religion, union or
 * looks: there is no field for it, and no source holds it (L1132-1, L1221-6).
 */
export const CvFindings = z.object({
  /** Wanted or held, the likeliest to be sought first. */
  occupations: z.array(FoundTrade),
  /** All work together, in months, overlapping periods counted once. */
  experienceMonths: z.int(),
  skills: z.array(FoundSkill),
  /** Codes of the closed list: driving, CACES, electrical, diplomas that a trade requires, certificates. */
  licences: z.array(FoundLicence),
  diplomas: z.array(FoundDiploma),
  languages: z.array(FoundLanguage),
  commune: FoundCommune.nullable(),
  email: FoundText.nullable(),
  /** Ten digits: "0612345678". */
  phone: FoundText.nullable(),
});
export type CvFindings = z.infer<typeof CvFindings>;
