/** What a CV chooses from: closed lists, so that nothing the law forbids slips in by a free field. */
export const diplomaLevels = ["none", "cap", "bac", "bac2", "bac3", "bac5"] as const;
export type DiplomaLevel = (typeof diplomaLevels)[number];

export const languageNames = [
  "fr",
  "en",
  "es",
  "pt",
  "de",
  "it",
  "ar",
  "tr",
  "ro",
  "pl",
  "uk",
  "ru",
  "fa",
  "zh",
  "oc",
  "lsf",
] as const;
export type LanguageName = (typeof languageNames)[number];

/** How far one may be ready to go, in kilometres: what the form proposes. */
export const radiusChoices = [5, 10, 20, 30, 50, 80] as const;

/** How long one worked at something, in months: what the form proposes. */
export const durationChoices = [3, 6, 12, 24, 36, 60, 120] as const;

export const experienceLines = 4;
export const languageLines = 4;
export const wantedLines = 5;
