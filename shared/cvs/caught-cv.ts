import { z } from "zod";
import { OptionalPhone } from "#shared/accounts/phone.ts";
import {
  choice,
  listOf,
  optionalChoice,
  optionalText,
  optionalWholeNumber,
  wholeNumber,
} from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { travelMeans } from "#shared/referentials/travel.ts";
import { diplomaLevels, languageNames } from "./closed-lists.ts";
import { languageLevels } from "./cv.ts";
import { licence, skill } from "./cv-draft.ts";
import { CvFindings } from "./cv-findings.ts";

/** Trades that the page of findings shows, and one more to add. */
export const caughtTrades = 6;
const tradeNumbers = ["1", "2", "3", "4", "5", "6"] as const;

export const nothingFound: CvFindings = {
  occupations: [],
  experienceMonths: 0,
  skills: [],
  licences: [],
  diplomas: [],
  languages: [],
  commune: null,
  email: null,
  phone: null,
};

const longestCarried = 100_000;
const mostOfEach = 60;

const parseText = (text: unknown): unknown => {
  if (typeof text !== "string" || text.length > longestCarried) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** No more than a page of findings can show, whoever wrote them. */
export const withinPage = (findings: CvFindings): CvFindings => ({
  ...findings,
  occupations: findings.occupations.slice(0, caughtTrades - 1),
  skills: findings.skills.slice(0, mostOfEach),
  licences: findings.licences.slice(0, mostOfEach),
  diplomas: findings.diplomas.slice(0, mostOfEach),
  languages: findings.languages.slice(0, mostOfEach),
});

/**
 * What was read travels in the page itself, for nothing is kept here. It only shows people their own words beside
 * each answer: what someone made of it on the way is worth nothing more, and unreadable it is nothing.
 */
const CarriedFindings = z.preprocess(parseText, CvFindings).transform(withinPage).catch(nothingFound);

const trade = () => plainText(optionalText({ max: 100 }));
const months = () => optionalWholeNumber({ min: 0, max: 720 });
const language = () => optionalChoice(languageNames);
const level = () => optionalChoice(languageLevels);

/** The findings as the person left them: every field may be emptied. */
export const CaughtCv = z.object({
  read: CarriedFindings,
  trade1: trade(),
  months1: months(),
  trade2: trade(),
  months2: months(),
  trade3: trade(),
  months3: months(),
  trade4: trade(),
  months4: months(),
  trade5: trade(),
  months5: months(),
  trade6: trade(),
  months6: months(),
  /** The numbers of the trades that are sought. */
  seeks: listOf(choice(tradeNumbers), { max: caughtTrades }),
  skills: listOf(skill(), { max: 80 }),
  otherSkill: plainText(optionalText({ max: 100 })),
  licences: listOf(licence(), { max: 60 }),
  diplomas: listOf(choice(diplomaLevels), { max: diplomaLevels.length }),
  language1: language(),
  level1: level(),
  language2: language(),
  level2: level(),
  language3: language(),
  level3: level(),
  language4: language(),
  level4: level(),
  commune: plainText(optionalText({ max: 100 })),
  radiusKm: wholeNumber({ min: 1, max: 200 }),
  means: listOf(choice(travelMeans), { max: travelMeans.length }),
  /** As it was read: it only fills the field where a sign-in asks it, and is checked there. */
  email: optionalText({ max: 254 }).catch(null),
  phone: OptionalPhone,
});
export type CaughtCv = z.infer<typeof CaughtCv>;

/** The form's own fields: what a page of the way to an account carries along, and nothing else. */
export const caughtFields: readonly string[] = Object.keys(CaughtCv.shape);

export type CaughtTrade = {
  readonly line: number;
  readonly label: string;
  /** Null: never held, or no one said how long. */
  readonly months: number | null;
  readonly sought: boolean;
};

export const tradesOf = (caught: CaughtCv): CaughtTrade[] =>
  tradeNumbers.flatMap((number) => {
    const label = caught[`trade${number}`];
    const months = caught[`months${number}`];
    return label === null ? [] : [{ line: Number(number), label, months, sought: caught.seeks.includes(number) }];
  });
