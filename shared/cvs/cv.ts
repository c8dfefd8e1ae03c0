import { z } from "zod";
import { Day } from "#shared/kernel/calendar.ts";
import { Id } from "#shared/kernel/ids.ts";
import { contractTypes, schedules } from "#shared/offers/offer-words.ts";
import { Commune } from "#shared/referentials/commune.ts";
import { travelMeans } from "#shared/referentials/travel.ts";

export const cvVisibilities = ["hidden", "staff", "anonymous", "named"] as const;
export type CvVisibility = (typeof cvVisibilities)[number];

export const cvStatuses = ["active", "withdrawn"] as const;
export type CvStatus = (typeof cvStatuses)[number];

export const wantedHours = ["any", "fullTime", "partTime"] as const;
export type WantedHours = (typeof wantedHours)[number];

export const languageLevels = ["basic", "good", "fluent", "native"] as const;
export type LanguageLevel = (typeof languageLevels)[number];

export const CvExperience = z.object({
  /** ROME code, null when the label was not recognised. */
  occupation: z.string().nullable(),
  label: z.string(),
  months: z.int(),
});
export type CvExperience = z.infer<typeof CvExperience>;

export const CvLanguage = z.object({ name: z.string(), level: z.enum(languageLevels) });
export type CvLanguage = z.infer<typeof CvLanguage>;

/** What a person agreed to, or took back, and when; the version names the text (library-consent.ts). */
export const GivenConsent = z.object({
  version: z.string(),
  visibility: z.enum(cvVisibilities),
  given: z.boolean(),
  at: z.iso.datetime(),
});
export type GivenConsent = z.infer<typeof GivenConsent>;

/** What a person offers and seeks. No birth date, nationality, family, health, photo: the law forbids their use. */
export const Cv = z.object({
  id: Id,
  accountId: Id,
  /** One to five ROME codes, the most wanted first. */
  occupations: z.array(z.string()),
  otherWanted: z.string().nullable(),
  skills: z.array(z.string()),
  experiences: z.array(CvExperience),
  diplomas: z.array(z.string()),
  licences: z.array(z.string()),
  languages: z.array(CvLanguage),
  commune: Commune,
  radiusKm: z.int(),
  means: z.array(z.enum(travelMeans)),
  /** Empty: any contract. */
  contracts: z.array(z.enum(contractTypes)),
  hours: z.enum(wantedHours),
  /** Empty: any schedule. */
  schedules: z.array(z.enum(schedules)),
  /** Null: now. */
  availableFrom: Day.nullable(),
  about: z.string(),
  visibility: z.enum(cvVisibilities),
  /** The consent to be in the library, while it holds: without it no employer sees the CV, whatever the visibility. */
  libraryConsent: z.object({ version: z.string(), at: z.iso.datetime() }).nullable(),
  /** Every consent given or taken back, oldest first. */
  consents: z.array(GivenConsent),
  /** Companies the person has shut out. */
  blockedCompanyIds: z.array(Id),
  status: z.enum(cvStatuses),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  version: z.int(),
});
export type Cv = z.infer<typeof Cv>;
