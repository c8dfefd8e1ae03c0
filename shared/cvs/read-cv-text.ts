import type { Day } from "#shared/kernel/calendar.ts";
import type { CommuneFinder, CvFindings, CvText } from "./cv-findings.ts";
import { findEmail, findPhone } from "./read-cv-contact.ts";

/** What reads beside the text: the day it is (for "à ce jour"), and what knows the communes. */
export type CvReading = { readonly today: Day; readonly findCommune: CommuneFinder };

/** From the text of a CV to what it says, each finding with its words. Pure: keeps nothing, reads nothing else. */
export const readCvText = (text: CvText, _reading: CvReading): CvFindings => ({
  occupations: [],
  experienceMonths: 0,
  skills: [],
  licences: [],
  diplomas: [],
  languages: [],
  commune: null,
  email: findEmail(text.lines),
  phone: findPhone(text.lines),
});
