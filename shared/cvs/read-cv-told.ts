import { monthsOf, point, type ReadPeriod, readPeriod, sameLength } from "./read-cv-dates.ts";
import { readMonth } from "./read-cv-months.ts";
import type { PlacedRow } from "./read-cv-sections.ts";

/** Whether a row tells in sentences what its person did ("J’ai travaillé trois ans comme…"). */
export const isTold = (text: string): boolean => told.test(text);

const told =
  /(?<![\p{L}])(?:j['’ ](?:ai|étais|etais|y|avais|exerce|occupe)|je (?!cherche|recherche|souhait|voudr|veux))/iu;

/**
 * A row for each thing told: "J’ai été caissière de 2015 à 2018, puis vendeuse jusqu’en 2021" tells two jobs, and only
 * the end of "Après mon bac pro j’ai travaillé deux ans…" tells of work. Rows that tell nothing are left whole.
 */
export const toldClauses = (row: PlacedRow): PlacedRow[] => {
  if (!isTold(row.text)) return [row];
  return row.text
    .split(turn)
    .flatMap(afterSchool)
    .filter((text) => /\p{L}/u.test(text))
    .map((text) => ({ ...row, text }));
};

/** The end of a sentence (no shortened month), and the words by which one goes on to what came next. */
const turn =
  /(?<=\p{L}{5}[.;!?]|[)\d][.;!?])\s+|\s*[,;]\s+(?:et |mais )?(?=(?:puis|ensuite|apr[èe]s|enfin)\b)|[,;:]\s+(?:et |mais )?(?=depuis\b[^,.;]{0,30}?,? j(?:e |['’]))|\s+(?:et )?(?=puis\b|apr[èe]s j['’]|en ce moment je)/u;

/** What one learnt and what one did with it are told in one breath. */
const afterSchool = (clause: string): string[] => {
  const school = schooling.exec(clause);
  if (school === null) return [clause];
  const from = school.index + school[0].length;
  const work = clause.slice(from).search(/(?<=[\s,])(?:j['’ ](?:ai|étais|etais) (?!(?:eu|obtenu|pass)\b)|je suis )/i);
  return work < 0 ? [clause] : [clause.slice(0, from + work), clause.slice(from + work)];
};

/** Whether a row tells of studies. Who says they worked at a school tells of work. */
export const isSchooling = (text: string): boolean =>
  schooling.test(isTold(text) && worked.test(text) ? text.replace(schools, " ") : text);

const schooling =
  /\b(?:bac|bep|cap|bts|dut|licence|master|dipl[oô]me|brevet|lyc[ée]e|coll[èe]ge|formation|titre professionnel|ifas|ifsi|greta|afpa|mfr)\b/i;
const schools = /\b(?:lyc[ée]e|coll[èe]ge|mfr|greta|afpa)\b/gi;
const worked =
  /(?<![\p{L}])(?:j['’ ](?:ai (?:\S+ )?(?:été|ete|travaillé|travaille|exercé|exerce)|étais|etais)|je suis|comme|en tant qu)/iu;

/**
 * The time a clause tells, whose two ends may stand far apart in a sentence: "En 2010 je suis passé chef d’équipe,
 * jusqu’en 2019", "J’ai repris en 2023 un poste que j’occupe encore". The words of the dates are those of the second.
 */
export const periodOf = (clause: string, today: string): ReadPeriod | null => {
  const text = sameLength(clause);
  const match = isTold(clause) ? farApart.exec(text) : null;
  if (match === null) return readPeriod(clause, today);
  const { from = "", end = "", to } = match.groups ?? {};
  const at = match.index + match[0].length;
  const until = to === undefined ? ("now" as const) : readMonth(to);
  const dates = { from: readMonth(from), to: until, start: at - end.length, end: at };
  return { ...dates, months: monthsOf(dates, today) };
};

const farApart = new RegExp(
  `\\b(?:en|depuis|des|a partir de)(?: debut| fin| l'annee)? (?<from>${point})[^.;]{4,200}?\\b(?<end>jusqu'(?:en|a|au) (?<to>${point})|que j'(?:y )?occupe (?:encore|toujours|actuellement)|j'y suis (?:encore|toujours)|encore aujourd'hui)`,
);

/** Who was somewhere « jusqu’en 2014 » came when what they told just before ended. */
export const begunAfter = (period: ReadPeriod | null, before: ReadPeriod | null, today: string): ReadPeriod | null => {
  const from = before?.to ?? null;
  if (period === null || period.from !== null || period.to === null || from === null || from === "now") return period;
  const { to, start, end } = period;
  return { from, to, start, end, months: period.months ?? monthsOf({ from, to, start, end }, today) };
};
