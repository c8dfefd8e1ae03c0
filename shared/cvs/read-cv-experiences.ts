import { type ReadPeriod, withoutPeriod } from "./read-cv-dates.ts";
import type { PlacedRow } from "./read-cv-sections.ts";
import { type ReadTitle, readTitle } from "./read-cv-title.ts";
import { begunAfter, isSchooling, isTold, periodOf, toldClauses } from "./read-cv-told.ts";

/** One job of a CV: what, when, and the row that names it. `training` for an internship. */
export type ReadExperience = {
  readonly title: ReadTitle;
  readonly titleRow: PlacedRow;
  readonly period: ReadPeriod | null;
  readonly periodRow: PlacedRow;
  readonly training: boolean;
};

export type ReadExperiences = {
  readonly experiences: readonly ReadExperience[];
  /** The rows that say what was done, without those that name jobs and employers. */
  readonly tasks: readonly PlacedRow[];
};

type Dated = { readonly row: PlacedRow; readonly period: ReadPeriod | null };

export const readExperiences = (rows: readonly PlacedRow[], today: string): ReadExperiences => {
  const dated = datedRows(workRows(rows.flatMap(toldClauses)), today);
  const entries = entriesOf(dated);
  const experiences: ReadExperience[] = [];
  const heads = new Set<PlacedRow>();
  for (const entry of entries) {
    const found = experienceOf(entry);
    if (found === null) continue;
    experiences.push(found);
    heads.add(found.titleRow);
    heads.add(found.periodRow);
  }
  return {
    experiences,
    tasks: dated
      .map(({ row }) => row)
      .filter((row) => !heads.has(row))
      .concat(tails(experiences)),
  };
};

const datedRows = (rows: readonly PlacedRow[], today: string): Dated[] => {
  let before: ReadPeriod | null = null;
  return rows.map((row) => {
    const period: ReadPeriod | null = isTask(row.text) ? null : begunAfter(periodOf(row.text, today), before, today);
    before = period ?? before;
    return { row, period };
  });
};

/** The section of work; without one, every row that may tell of work. */
const workRows = (rows: readonly PlacedRow[]): PlacedRow[] => {
  const headed = rows.filter(({ section }) => section === "experience");
  if (headed.length > 0) return headed;
  const loose = rows.filter(
    ({ section, text }) =>
      (section === "header" || section === "other" || section === "objective") && !isSchooling(text),
  );
  return loose.map((row) => ({ ...row, section: "experience" }));
};

const bullet = /^\s*[-–—•·*▪►●○◦✓✔>]/;

/** A bullet with a verb or a list is a task, even when it holds a number. */
const isTask = (text: string): boolean =>
  bullet.test(text) && !/\b(?:19|20)\d{2}\b|\b\d{1,2} ?(?:ans?|mois)\b/.test(text);

/** How many rows before its dates a job is named on: told by what stands before the first dates. */
const entriesOf = (dated: readonly Dated[]): Dated[][] => {
  const marks = dated.flatMap(({ period }, at) => (period === null ? [] : [at]));
  const [first] = marks;
  if (first === undefined) return dated.map((row) => [row]);
  const lead =
    first <= 2 && first > 0 && dated.slice(0, first).some(({ row }) => readTitle(row.text) !== null) ? first : 0;
  const starts = marks.map((mark, at) => Math.max(mark - lead, at === 0 ? 0 : (marks[at - 1] ?? 0) + 1));
  return starts.map((start, at) => dated.slice(start, starts[at + 1] ?? dated.length));
};

/** Titles are looked for on the dated row, then around it; not among the tasks further down. */
const experienceOf = (entry: readonly Dated[]): ReadExperience | null => {
  const mark = entry.findIndex(({ period }) => period !== null);
  const head = entry.slice(0, Math.max(mark, 0) + 3);
  const best = bestTitle(head, Math.max(mark, 0));
  if (best === null) return null;
  const dated = entry[mark] ?? null;
  // Without dates, only a title that is one and nothing else is a job.
  if (dated === null && best.title.confidence < 0.95) return null;
  const words = head.map(({ row }) => row.text).join(" ");
  return {
    title: best.title,
    titleRow: best.row,
    period: dated?.period ?? null,
    periodRow: dated?.row ?? best.row,
    training: /\b(?:stages?|stagiaire|pmsmp|immersion)\b/i.test(words.slice(0, 160)),
  };
};

type Candidate = { readonly title: ReadTitle; readonly row: PlacedRow; readonly score: number };

const bestTitle = (head: readonly Dated[], mark: number): Candidate | null => {
  const candidates = head.flatMap(({ row, period }, at): Candidate[] => {
    const title = readTitle(period === null ? row.text : withoutPeriod(row.text, period));
    if (title === null || title.confidence < sureEnough) return [];
    // What is dated names the job; the rows around it may be tasks, which read like titles ("mise en rayon").
    const doubt =
      (at === mark ? -0.35 : 0.12 * Math.abs(at - mark)) +
      (bullet.test(row.text) ? 0.15 : 0) +
      (row.text.length > 70 ? 0.1 : 0);
    return [{ title, row, score: title.confidence - doubt }];
  });
  return candidates.reduce<Candidate | null>(
    (best, candidate) => (candidate.score > (best?.score ?? 0.4) ? candidate : best),
    null,
  );
};

/** Below, the title reader guesses. */
const sureEnough = 0.6;

/** What a row says after its title and a colon is a task; what it says after a comma may be ("récolte de pommes"). */
const tails = (experiences: readonly ReadExperience[]): PlacedRow[] =>
  experiences.flatMap(({ titleRow, title }): PlacedRow[] => {
    const at = titleRow.text.indexOf(title.words);
    const after = titleRow.text.slice(Math.max(0, at) + title.words.length);
    const [, tail = ""] = /[:(]\s*(.{12,})$/.exec(after) ?? [];
    return [
      { ...titleRow, text: title.words, section: "header" },
      { ...titleRow, text: tail },
      { ...titleRow, text: after, section: isTold(titleRow.text) ? "experience" : "header" },
    ];
  });
