import { fold } from "#shared/referentials/french.ts";
import type { WorkPeriod, WrittenMonth } from "./cv-findings.ts";
import { readMonth } from "./read-cv-months.ts";

export type ReadPeriod = Omit<WorkPeriod, "source" | "months"> & {
  readonly months: number | null;
  /** Where the words of the dates are in the line. */
  readonly start: number;
  readonly end: number;
};

const name =
  "(?:janvier|janv|jan|fevrier|fevr|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|sep|octobre|oct|novembre|nov|decembre|dec)\\.?";
const year = "(?:(?:19[6-9]|20[0-4])\\d)";
const shortYear = "'?\\d{2}(?!\\d)";
/** A month or a year, in a folded line. */
export const point = `(?:(?:\\d{1,2}(?:er)? )?${name} ?(?:${year}|${shortYear})|(?:[0-3]?\\d[/.-])?(?:0?[1-9]|1[0-2]) ?[/.-] ?${year}|(?:0[1-9]|1[0-2])/${shortYear}|${year})`;
const present =
  "(?:a ce jour|ce jour|a aujourd.?hui|aujourd.?hui|auj\\b\\.?|actuellement|actuel(?:le)?|en cours|en poste|present|maintenant|jusqu'a maintenant|ajd|\\.\\.\\.|…)";
const until = "(?: ?(?:-|–|—|>|→|=>) ?|(?<=\\d{4}) ?/ ?| (?:a|au|jusqu'a|jusqu'en|jusqu'au) )";

const rangeOf = new RegExp(
  `(?:\\b(?:de|du|entre) )?(?<![\\d/.])(?<from>${point})${until}(?<to>${point}|${present})(?![\\d/])`,
  "g",
);
const monthsOnly = new RegExp(`(?:\\bde )?(?<a>\\b${name}) ?(?:-|–|a|au|et|/) ?(?<b>${name}) ?(?<y>${year})`, "g");
const shortRange = new RegExp(`(?<![\\d/.])(?<from>${year}) ?[-–/] ?(?<to>\\d{2})(?![\\d/.])`, "g");
const sideBySide = new RegExp(`(?<![\\d/.])(?<from>${year}) +(?<to>${year})(?![\\d/.])`, "g");
const between = new RegExp(`\\bentre (?<from>${point}) et (?<to>${point})`, "g");
const since = new RegExp(`\\b(?:depuis|a partir de|des) (?:le |l'annee |fin |debut )?(?<from>${point})`, "g");
const ended = new RegExp(`\\bjusqu'en (?<to>${point})`, "g");
const season = new RegExp(
  `\\b(?:saisons? )?(?<kind>etes?|hivers?|automne|printemps|saisons?|vendanges?)(?: d')?[ :-]{1,3}(?<from>${year})(?: ?[-–/a,et ]{1,4} ?(?<to>${year}|\\d{2}(?!\\d)))?`,
  "g",
);
const single = new RegExp(`(?<![\\d/.])(?<from>${point})(?![\\d/])`, "g");

/** Longer ones first: "dix-huit" is no "huit". */
const numbers =
  "vingt[- ]cinq|dix[- ]sept|dix[- ]huit|dix[- ]neuf|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente";
const lengthOf = new RegExp(
  `(?<!\\bj'ai )\\b(?<n>\\d{1,2}(?:[.,]5)?|${numbers}) ?(?<unit>ans?|annees?|mois|semaines?|sem)\\b(?<half> et demie?)?(?: et (?<more>\\d{1,2}) mois)?(?! de (?:plus|moins)\\b)`,
  "g",
);
const values: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt"
      .split(" ")
      .map((word, at) => [word, at]),
  ),
  une: 1,
  "vingt-cinq": 25,
  trente: 30,
};

/** The time a line tells, the first one written; null when it tells none. `today` is a month: "2026-11". */
export const readPeriod = (line: string, today: string): ReadPeriod | null => {
  const text = clearDigits(sameLength(line));
  const found = readers.map((read) => read(text)).find((period) => period !== null) ?? null;
  const length = lengthIn(text);
  if (found === null) return length === null ? null : { from: null, to: null, ...length };
  const written = found.to !== null && found.from !== null && found.to !== found.from ? null : length;
  const months = written?.months ?? monthsOf(found, today);
  return { ...found, months };
};

/** The line without the words of its dates. */
export const withoutPeriod = (text: string, { start, end }: Pick<ReadPeriod, "start" | "end">): string =>
  `${text.slice(0, start)}  ${text.slice(end)}`;

type Dates = Pick<ReadPeriod, "from" | "to" | "start" | "end"> & { readonly months?: number };

const first = (pattern: RegExp, text: string): RegExpExecArray | null => {
  pattern.lastIndex = 0;
  return pattern.exec(text);
};

const spanOf = (match: RegExpExecArray): { start: number; end: number } => ({
  start: match.index,
  end: match.index + match[0].length,
});

const readers: readonly ((text: string) => (Dates & { months?: number }) | null)[] = [
  (text) => {
    const match = first(monthsOnly, text);
    const { a = "", b = "", y = "" } = match?.groups ?? {};
    return match && { from: readMonth(`${a} ${y}`), to: readMonth(`${b} ${y}`), ...spanOf(match) };
  },
  (text) => {
    const match = first(season, text);
    const { kind = "", from = "", to } = match?.groups ?? {};
    return match && { ...seasonOf(kind, from, to ?? null), ...spanOf(match) };
  },
  (text) => {
    const match = first(between, text) ?? first(sideBySide, text);
    const { from = "", to = "" } = match?.groups ?? {};
    return match && { from: readMonth(from), to: readMonth(to), ...spanOf(match) };
  },
  (text) => {
    const match = first(rangeOf, text);
    const { from = "", to = "" } = match?.groups ?? {};
    return (
      match && { from: readMonth(from), to: new RegExp(present).test(to) ? "now" : readMonth(to), ...spanOf(match) }
    );
  },
  (text) => {
    const match = first(shortRange, text);
    const { from = "", to = "" } = match?.groups ?? {};
    return match && { from, to: `${from.slice(0, 2)}${to}`, ...spanOf(match) };
  },
  (text) => {
    const match = first(since, text);
    return match && { from: readMonth(match.groups?.from ?? ""), to: "now" as const, ...spanOf(match) };
  },
  (text) => {
    const match = first(ended, text);
    return match && { from: null, to: readMonth(match.groups?.to ?? ""), ...spanOf(match) };
  },
  (text) => {
    const match = first(single, text);
    const from = readMonth(match?.groups?.from ?? "");
    return match && { from, to: from, ...spanOf(match) };
  },
];

/** Months of one season: July and August, December to March, the weeks of a harvest. */
const seasonMonths: Readonly<Record<string, number>> = {
  ete: 2,
  hiver: 4,
  automne: 3,
  printemps: 3,
  vendange: 1,
  saison: 4,
};

const seasonOf = (
  kind: string,
  from: string,
  to: string | null,
): Pick<ReadPeriod, "from" | "to"> & { months: number } => {
  const last = to === null ? from : to.length === 2 ? `${from.slice(0, 2)}${to}` : to;
  const one = seasonMonths[kind.replace(/s$/, "")] ?? 3;
  const times = kind.startsWith("hiver") ? Math.max(1, Number(last) - Number(from)) : Number(last) - Number(from) + 1;
  return { from, to: last, months: one * Math.max(1, times) };
};

const lengthIn = (text: string): { months: number; start: number; end: number } | null => {
  const match = first(lengthOf, text);
  if (match === null) return null;
  const { n = "", unit = "", half, more } = match.groups ?? {};
  const months = inMonths(countOf(n), unit) + (half === undefined ? 0 : 6) + Number(more ?? 0);
  return { months: Math.round(months), ...spanOf(match) };
};

const countOf = (word: string): number => values[word.replace(" ", "-")] ?? Number(word.replace(",", "."));

const inMonths = (count: number, unit: string): number => {
  if (unit.startsWith("an")) return count * 12;
  return unit === "mois" ? count : Math.max(1, Math.round(count / 4.3));
};

/** A year alone counts from its middle: "2018-2020" is about two years, "2019" about six months. */
export const monthsOf = ({ from, to, months }: Dates, today: string): number | null => {
  if (months !== undefined) return months;
  if (from === null || to === null) return null;
  if (from === to && from.length === 4) return 6;
  const begin = indexOf(from, 6);
  const end = to === "now" ? indexOf(today, 0) : indexOf(to, 6);
  const inclusive = from.length > 4 && (to === "now" || to.length > 4) ? 1 : 0;
  return Math.max(1, end - begin + inclusive);
};

/** Months since year 0. */
export const indexOf = (month: WrittenMonth, unknown: number): number =>
  Number(month.slice(0, 4)) * 12 + (month.length > 4 ? Number(month.slice(5)) - 1 : unknown);

/** Folded, each letter in its place. */
export const sameLength = (line: string): string => [...line].map((letter) => fold(letter).charAt(0) || " ").join("");

/** "2O19", "l2/2018": digits as a picture is read. */
const clearDigits = (text: string): string =>
  text.replace(/(?<![a-z])[\dol/.]{3,}(?![a-z])/g, (word) =>
    (word.match(/\d/g)?.length ?? 0) >= 2 ? word.replaceAll("o", "0").replaceAll("l", "1") : word,
  );
