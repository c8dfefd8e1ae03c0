import { z } from "zod";
import { OptionalPhone } from "#shared/accounts/phone.ts";
import {
  choice,
  flag,
  listOf,
  optionalChoice,
  optionalDay,
  optionalText,
  optionalWholeNumber,
  text,
  wholeNumber,
} from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { contractTypes, schedules } from "#shared/offers/offer-words.ts";
import { licenceByCode } from "#shared/referentials/licence.ts";
import { skillById } from "#shared/referentials/skills.ts";
import { travelMeans } from "#shared/referentials/travel.ts";
import { diplomaLevels, experienceLines, languageNames, wantedLines } from "./closed-lists.ts";
import { type CvLanguage, cvVisibilities, languageLevels, wantedHours } from "./cv.ts";

/** A version of 0: there is no CV yet. */
const version = () => wholeNumber({ min: 0, max: 1_000_000_000 });

const words = (max: number) => plainText(text({ max }));

export const licence = () => text({ max: 60 }).refine((code) => licenceByCode(code) !== undefined, "not-a-choice");
export const skill = () => text({ max: 80 }).refine((code) => skillById(code) !== undefined, "unknown-skill");

/** Lines of two fields (an occupation and how long): a browser without script sends them numbered. */
const months = () => optionalWholeNumber({ min: 0, max: 720 });
const worked = () => plainText(optionalText({ max: 100 }));

/** The five fields of a first CV. Messages are stable codes; the server reads the words (trades, commune). */
export const CvDraft = z
  .object({
    version: version(),
    wanted: listOf(words(100), { min: 1, max: wantedLines }),
    commune: words(100),
    radiusKm: wholeNumber({ min: 1, max: 200 }),
    means: listOf(choice(travelMeans), { min: 1, max: travelMeans.length }),
    contracts: listOf(choice(contractTypes), { max: contractTypes.length }),
    hours: choice(wantedHours),
    schedules: listOf(choice(schedules), { max: schedules.length }),
    experience1: worked(),
    months1: months(),
    experience2: worked(),
    months2: months(),
    experience3: worked(),
    months3: months(),
    experience4: worked(),
    months4: months(),
    licences: listOf(licence(), { max: 60 }),
    phone: OptionalPhone,
    visibility: choice(cvVisibilities),
    /** Its own box, never ticked for the person (library-consent.ts). */
    libraryConsent: flag(),
  })
  .superRefine((draft, context) => {
    for (let line = 1; line <= experienceLines; line++) {
      const { label, duration } = experienceAt(draft, line);
      if (label !== null && duration === null) context.addIssue(missing(`months${line}`));
      if (label === null && duration !== null) context.addIssue(missing(`experience${line}`));
    }
  });
export type CvDraft = z.infer<typeof CvDraft>;

type Lines = Readonly<Record<string, unknown>>;

/** The words and the months of one line, 1 to `experienceLines`. */
const experienceAt = (draft: Lines, line: number): { label: string | null; duration: number | null } => ({
  label: draft[`experience${line}`] as string | null, // the schema above gives these names these types
  duration: draft[`months${line}`] as number | null,
});

export const draftedExperiences = (draft: CvDraft): { line: number; label: string; months: number }[] =>
  Array.from({ length: experienceLines }, (_, place) => place + 1).flatMap((line) => {
    const { label, duration } = experienceAt(draft, line);
    return label === null || duration === null ? [] : [{ line, label, months: duration }];
  });

const missing = (field: string) => ({ code: "custom" as const, path: [field], message: "required" });

const languageName = () => optionalChoice(languageNames);
const languageLevel = () => optionalChoice(languageLevels);

/** What may be added later. About no one's health, family or age: the form says so. */
export const CvDetails = z.object({
  version: version(),
  skills: listOf(skill(), { max: 80 }),
  otherSkill: plainText(optionalText({ max: 100 })),
  diplomas: listOf(choice(diplomaLevels), { max: diplomaLevels.length }),
  language1: languageName(),
  level1: languageLevel(),
  language2: languageName(),
  level2: languageLevel(),
  language3: languageName(),
  level3: languageLevel(),
  language4: languageName(),
  level4: languageLevel(),
  availableFrom: optionalDay(),
  about: plainText(optionalText({ max: 1500 })),
});
export type CvDetails = z.infer<typeof CvDetails>;

type LanguageLines = Pick<CvDetails, `${"language" | "level"}${1 | 2 | 3 | 4}`>;

/** The languages of the lines that name one; a level left out is "good". */
export const draftedLanguages = (details: LanguageLines): CvLanguage[] =>
  [
    { name: details.language1, level: details.level1 },
    { name: details.language2, level: details.level2 },
    { name: details.language3, level: details.level3 },
    { name: details.language4, level: details.level4 },
  ].flatMap(({ name, level }) => (name === null ? [] : [{ name, level: level ?? "good" }]));
