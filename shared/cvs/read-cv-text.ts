import type { Day } from "#shared/kernel/calendar.ts";
import { licences } from "#shared/referentials/licence.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import type { CommuneFinder, CvFindings, CvText, FoundLicence, FoundSkill, FoundTrade } from "./cv-findings.ts";
import { monthsWorked } from "./months-worked.ts";
import { findHome } from "./read-cv-commune.ts";
import { findEmail, findPhone } from "./read-cv-contact.ts";
import { readPeriod, withoutPeriod } from "./read-cv-dates.ts";
import { findDiplomas } from "./read-cv-diplomas.ts";
import { readExperiences } from "./read-cv-experiences.ts";
import { withoutForbidden } from "./read-cv-forbidden.ts";
import { findLanguages } from "./read-cv-languages.ts";
import { rowsOf } from "./read-cv-layout.ts";
import { findLicences } from "./read-cv-licences.ts";
import { rankOccupations } from "./read-cv-occupations.ts";
import { type PlacedRow, placeRows } from "./read-cv-sections.ts";
import { findSkills } from "./read-cv-skills.ts";
import { readTitle } from "./read-cv-title.ts";
import { findWanted } from "./read-cv-wanted.ts";
import { unwrapped } from "./read-cv-wraps.ts";
import { remembering, type TitleMemory } from "./title-memory.ts";

/** What reads beside the text: the day it is (for "à ce jour"), and what knows the communes. */
export type CvReading = { readonly today: Day; readonly findCommune: CommuneFinder };

/** From the text of a CV to what it says, each finding with its words. Pure: keeps nothing, reads nothing else. */
export const readCvText = (text: CvText, reading: CvReading): CvFindings => {
  const steps = readingSteps(text, reading);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/**
 * The same reading in small steps, for a process that others wait for; the last one returns the findings. What takes
 * longest, the titles, is read row by row and remembered for what comes after.
 */
export const readingSteps = function* (text: CvText, reading: CvReading): Generator<void, CvFindings> {
  const titles: TitleMemory = new Map();
  const month = reading.today.slice(0, 7);
  const raw = rowsOf(text);
  yield;
  const rows: PlacedRow[] = [];
  for (const part of partsOf(placeRows(unwrapped(raw)))) {
    yield;
    rows.push(...withoutForbidden(part));
  }
  for (const row of rows) {
    yield;
    remembering(titles, () => readTitle(row.text));
    const period = readPeriod(row.text, month);
    if (period !== null) remembering(titles, () => readTitle(withoutPeriod(row.text, period)));
  }
  return yield* readRows(rows, reading, (work) => remembering(titles, work));
};

type Reminded = <Result>(work: () => Result) => Result;

const readRows = function* (
  rows: readonly PlacedRow[],
  { today, findCommune }: CvReading,
  reminded: Reminded,
): Generator<void, CvFindings> {
  const month = today.slice(0, 7);
  yield;
  const { experiences, tasks } = reminded(() => readExperiences(rows, month));
  yield;
  const wanted = reminded(() => findWanted(rows));
  const occupations = rankOccupations(wanted, experiences, month);
  yield;
  const commune = reminded(() => findHome(rows, findCommune));
  const usual = usualSkills(occupations);
  const skills: FoundSkill[] = [];
  for (const part of partsOf(skillRows(rows, tasks))) {
    yield;
    skills.push(...findSkills(part, usual));
  }
  const held: FoundLicence[] = [];
  for (const part of partsOf(rows)) {
    yield;
    held.push(...findLicences(part));
  }
  yield;
  return {
    occupations: occupations.slice(0, mostTrades),
    experienceMonths: monthsWorked(
      occupations.flatMap(({ held }) => held?.periods ?? []),
      month,
    ),
    skills: firstOfEach(skills, ({ id }) => id),
    licences: inOrder(firstOfEach(held, ({ code }) => code)),
    diplomas: findDiplomas(rows),
    languages: findLanguages(rows),
    commune,
    email: findEmail(rows),
    phone: findPhone(rows),
  };
};

/** Rows read in one step. */
const rowsAStep = 8;

const partsOf = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAStep) }, (_, at) =>
    rows.slice(at * rowsAStep, (at + 1) * rowsAStep),
  );

const firstOfEach = <Found>(found: readonly Found[], keyOf: (one: Found) => string): Found[] =>
  [...new Map([...found].reverse().map((one) => [keyOf(one), one])).values()].reverse();

/** In the order of the list's families. */
const inOrder = (found: readonly FoundLicence[]): FoundLicence[] =>
  licences.flatMap(({ code }) => found.find((one) => one.code === code) ?? []);

const mostTrades = 8;

/** Where skills are said: tasks, lists of skills, the objective; not studies, hobbies nor addresses. */
const skillRows = (rows: readonly PlacedRow[], tasks: readonly PlacedRow[]): PlacedRow[] =>
  [...rows.filter(({ section }) => section === "skills" || section === "objective" || section === "other"), ...tasks]
    .map((row) => ({ ...row, text: row.text.replace(ofLicences, "") }))
    .filter(({ text }) => /\p{L}/u.test(text));

/** What says a licence to the end of its clause: the skills around it are told by other words. */
const ofLicences = /\b(?:permis|caces|habilitations?)\b[^;|•·\n]*/gi;

const usualSkills = (occupations: readonly FoundTrade[]): ReadonlySet<string> =>
  new Set(
    occupations
      .filter(({ confidence }) => confidence >= 0.5)
      .flatMap(({ code }) => [code, ...(occupationByCode(code)?.neighbours.slice(0, 3) ?? [])])
      .flatMap((code) => occupationByCode(code)?.skills ?? []),
  );
