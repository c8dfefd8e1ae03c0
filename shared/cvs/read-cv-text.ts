import type { Day } from "#shared/kernel/calendar.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import type { CommuneFinder, CvFindings, CvText, FoundTrade } from "./cv-findings.ts";
import { monthsWorked } from "./months-worked.ts";
import { findHome } from "./read-cv-commune.ts";
import { findEmail, findPhone } from "./read-cv-contact.ts";
import { findDiplomas } from "./read-cv-diplomas.ts";
import { readExperiences } from "./read-cv-experiences.ts";
import { withoutForbidden } from "./read-cv-forbidden.ts";
import { findLanguages } from "./read-cv-languages.ts";
import { rowsOf } from "./read-cv-layout.ts";
import { findLicences } from "./read-cv-licences.ts";
import { rankOccupations } from "./read-cv-occupations.ts";
import { type PlacedRow, placeRows } from "./read-cv-sections.ts";
import { findSkills } from "./read-cv-skills.ts";
import { findWanted } from "./read-cv-wanted.ts";
import { unwrapped } from "./read-cv-wraps.ts";

/** What reads beside the text: the day it is (for "à ce jour"), and what knows the communes. */
export type CvReading = { readonly today: Day; readonly findCommune: CommuneFinder };

/** From the text of a CV to what it says, each finding with its words. Pure: keeps nothing, reads nothing else. */
export const readCvText = (text: CvText, { today, findCommune }: CvReading): CvFindings => {
  const month = today.slice(0, 7);
  const rows = withoutForbidden(placeRows(unwrapped(rowsOf(text))));
  const { experiences, tasks } = readExperiences(rows, month);
  const occupations = rankOccupations(findWanted(rows), experiences, month);
  return {
    occupations: occupations.slice(0, mostTrades),
    experienceMonths: monthsWorked(
      occupations.flatMap(({ held }) => held?.periods ?? []),
      month,
    ),
    skills: findSkills(skillRows(rows, tasks), usualSkills(occupations)),
    licences: findLicences(rows),
    diplomas: findDiplomas(rows),
    languages: findLanguages(rows),
    commune: findHome(rows, findCommune),
    email: findEmail(rows),
    phone: findPhone(rows),
  };
};

const mostTrades = 8;

/** Where skills are said: tasks, lists of skills, the objective; not studies, hobbies nor addresses. */
const skillRows = (rows: readonly PlacedRow[], tasks: readonly PlacedRow[]): PlacedRow[] =>
  [...rows.filter(({ section }) => section === "skills" || section === "objective" || section === "other"), ...tasks]
    .map((row) => ({ ...row, text: row.text.replace(licences, "") }))
    .filter(({ text }) => /\p{L}/u.test(text));

/** What says a licence to the end of its clause: the skills around it are told by other words. */
const licences = /\b(?:permis|caces|habilitations?)\b[^;|•·\n]*/gi;

const usualSkills = (occupations: readonly FoundTrade[]): ReadonlySet<string> =>
  new Set(
    occupations
      .filter(({ confidence }) => confidence >= 0.5)
      .flatMap(({ code }) => [code, ...(occupationByCode(code)?.neighbours.slice(0, 3) ?? [])])
      .flatMap((code) => occupationByCode(code)?.skills ?? []),
  );
