import type { CvFindings, CvText } from "#shared/cvs/cv-findings.ts";
import { readCvText, readingSteps } from "#shared/cvs/read-cv-text.ts";
import { words } from "#shared/referentials/french.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { skills } from "#shared/referentials/skills.ts";
import { communesOfCorreze } from "#test/cvs/commune-finders.ts";
import { freshCvs } from "#test/cvs/corpus/fresh-cvs.ts";
import { laterCvs } from "#test/cvs/corpus/later-cvs.ts";
import { seenCvs } from "#test/cvs/corpus/seen-cvs.ts";
import { toldCvs } from "#test/cvs/corpus/told-cvs.ts";
import { unseenCvs } from "#test/cvs/corpus/unseen-cvs.ts";
import type { WrittenCv } from "#test/cvs/corpus/written-cv.ts";
import { hostilePieces, hostileTexts } from "#test/cvs/hostile-texts.ts";
import { scoreReading, totalReading } from "#test/cvs/score-reading.ts";
import { placedText, plainText } from "#test/support/given-cv-texts.ts";
import type { BenchTable } from "./print-table.ts";

type Reader = (text: CvText) => CvFindings;

/** CVs written for the tests, against what a person read in them, beside the words of titles counted in a bag. */
export const benchCvReading = async (): Promise<BenchTable> => {
  const start = performance.now();
  read(placedText(oneOf(seenCvs)));
  const cold = Math.round(performance.now() - start);
  for (const cv of seenCvs) read(placedText(cv));
  const all = [...seenCvs, ...unseenCvs];
  return {
    title: `CV → findings, ${all.length} CVs (indexes and communes ready after ${cold} ms; ${hostileSteps()})`,
    columns: ["reader", "CVs", "top-1 %", "top-3 %", "skills F1", "licences F1", "commune %", "months %", "p95 ms"],
    rows: [
      row("ours, placed as in a PDF", read, all, placedText),
      row("ours, a row a line", read, all, plainText),
      row("ours, the CVs it was tuned on", read, seenCvs, placedText),
      row("ours, those written after it", read, unseenCvs, placedText),
      row("ours, ten more written later", read, laterCvs, placedText),
      row("ours, ten odder ones, last of all", read, freshCvs, placedText),
      row("ours, eight told in sentences", read, toldCvs, placedText),
      row("words of titles in a bag", bagOfWords, all, plainText),
    ],
  };
};

const oneOf = (cvs: readonly WrittenCv[]): WrittenCv => {
  const [first] = cvs;
  if (first === undefined) throw new Error("no CV to read");
  return first;
};

const read: Reader = (text) => readCvText(text, { today: "2026-11-22", findCommune: communesOfCorreze });

const row = (
  name: string,
  reader: Reader,
  cvs: readonly WrittenCv[],
  form: (cv: WrittenCv) => CvText,
): (string | number)[] => {
  const times: number[] = [];
  const scores = cvs.map((cv) => {
    const text = form(cv);
    const start = performance.now();
    const found = reader(text);
    times.push(performance.now() - start);
    return scoreReading(found, cv.expected);
  });
  times.sort((one, other) => one - other);
  const { first, three, skills: known, licences, commune, months } = totalReading(scores);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  return [
    name,
    cvs.length,
    ...[first, three].map(percent),
    round(known),
    round(licences),
    ...[commune, months].map(percent),
    round(p95),
  ];
};

/** The longest that texts made to be slow hold the process without a pause, in CPU time, best of three. */
const hostileSteps = (): string => {
  const all = Object.values(hostilePieces).flatMap(hostileTexts).map(effort);
  const worst = (of: (one: { longest: number; whole: number }) => number): number =>
    Math.round(Math.max(...all.map(of)));
  return `${all.length} hostile texts: ${worst(({ longest }) => longest)} ms of CPU at most in one go, ${worst(({ whole }) => whole)} ms in all`;
};

const effort = (text: string): { longest: number; whole: number } => {
  const turns = Array.from({ length: 3 }, () => {
    const lines = text.split("\n").map((line) => ({ text: line, page: 1 }));
    const steps = readingSteps({ lines }, { today: "2026-11-22", findCommune: communesOfCorreze });
    const times: number[] = [];
    for (let done = false; !done; ) {
      const before = process.cpuUsage();
      done = steps.next().done === true;
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
    return times;
  });
  const best = (turns[0] ?? []).map((_, step) => Math.min(...turns.map((times) => times[step] ?? 0)));
  return { longest: Math.max(...best), whole: best.reduce((sum, ms) => sum + ms, 0) };
};

const percent = (share: number): number => Math.round(share * 1000) / 10;
const round = (value: number): number => Math.round(value * 100) / 100;

type Bag = { readonly id: string; readonly label: string; readonly words: readonly string[] };

const titles: readonly Bag[] = occupations.flatMap(({ code, masculine, feminine, synonyms }) =>
  [masculine, feminine, ...synonyms].map((title) => ({ id: code, label: title, words: words(title) })),
);
const labels: readonly Bag[] = skills.map(({ id, label }) => ({ id, label, words: words(label) }));

/** The peer: the trades whose titles share most words with the CV, the skills whose words are all in it. */
const bagOfWords: Reader = ({ lines }) => {
  const bag = new Set(lines.flatMap(({ text }) => words(text)));
  const source = { words: "", line: 0, page: 1 };
  const shares = new Map<string, number>();
  for (const { id, words: named } of titles) {
    const shared = named.filter((word) => bag.has(word)).length;
    shares.set(id, Math.max(shares.get(id) ?? 0, shared * (shared / named.length)));
  }
  const best = [...shares].sort((one, other) => other[1] - one[1]).slice(0, 3);
  return {
    occupations: best.map(([code]) => ({ code, label: code, confidence: 0.5, wanted: false, held: null, source })),
    experienceMonths: 0,
    skills: labels
      .filter(({ words: named }) => named.every((word) => bag.has(word)))
      .map(({ id, label }) => ({ id, label, notions: false, source })),
    licences: [],
    diplomas: [],
    languages: [],
    commune: null,
    email: null,
    phone: null,
  };
};
