import type { CvFindings } from "#shared/cvs/cv-findings.ts";
import type { ExpectedCv } from "./corpus/written-cv.ts";

/** How a reading compares with what a person read. Counts, to be summed over many CVs. */
export type ReadingScore = {
  readonly first: boolean;
  readonly three: boolean;
  readonly skills: Counts;
  readonly licences: Counts;
  readonly diplomas: Counts;
  readonly languages: Counts;
  readonly commune: boolean;
  /** Trades whose months are within three months or a fifth of what was counted by hand. */
  readonly months: { readonly right: number; readonly asked: number };
};

export type Counts = { readonly right: number; readonly found: number; readonly asked: number };

export const scoreReading = (found: CvFindings, expected: ExpectedCv): ReadingScore => {
  const codes = found.occupations.map(({ code }) => code);
  return {
    first: codes.slice(0, 1).some((code) => expected.trades.includes(code)),
    three: codes.slice(0, 3).some((code) => expected.trades.includes(code)),
    skills: countsOf(
      found.skills.filter(({ notions }) => !notions).map(({ id }) => id),
      expected.skills,
    ),
    licences: countsOf(
      found.licences.map(({ code }) => code),
      expected.licences,
    ),
    diplomas: countsOf(
      found.diplomas.map(({ level }) => level),
      expected.diplomas,
    ),
    languages: countsOf(
      found.languages.map(({ name, level }) => `${name} ${level}`),
      Object.entries(expected.languages).map(([name, level]) => `${name} ${level}`),
    ),
    commune: (found.commune?.name ?? null) === expected.commune,
    months: monthsOf(found, expected),
  };
};

const countsOf = (found: readonly string[], asked: readonly string[]): Counts => {
  const wanted = new Set(asked);
  const read = new Set(found);
  return { right: [...read].filter((each) => wanted.has(each)).length, found: read.size, asked: wanted.size };
};

const monthsOf = (found: CvFindings, { months }: ExpectedCv): ReadingScore["months"] => {
  const asked = Object.entries(months);
  const right = asked.filter(([code, count]) => {
    const read = found.occupations.find((trade) => trade.code === code)?.held?.months ?? 0;
    return Math.abs(read - count) <= Math.max(3, count / 5);
  });
  return { right: right.length, asked: asked.length };
};

export type ReadingTotals = {
  readonly count: number;
  readonly first: number;
  readonly three: number;
  readonly skills: number;
  readonly licences: number;
  readonly diplomas: number;
  readonly languages: number;
  readonly commune: number;
  readonly months: number;
};

/** Shares from 0 to 1; F1 of all findings together for the lists. */
export const totalReading = (scores: readonly ReadingScore[]): ReadingTotals => {
  const share = (good: (score: ReadingScore) => boolean): number => scores.filter(good).length / scores.length;
  return {
    count: scores.length,
    first: share(({ first }) => first),
    three: share(({ three }) => three),
    skills: harmonic(scores.map(({ skills }) => skills)),
    licences: harmonic(scores.map(({ licences }) => licences)),
    diplomas: harmonic(scores.map(({ diplomas }) => diplomas)),
    languages: harmonic(scores.map(({ languages }) => languages)),
    commune: share(({ commune }) => commune),
    months: sum(scores.map(({ months }) => months.right)) / sum(scores.map(({ months }) => months.asked)),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const harmonic = (counts: readonly Counts[]): number =>
  (2 * sum(counts.map(({ right }) => right))) /
  (sum(counts.map(({ found }) => found)) + sum(counts.map(({ asked }) => asked)));
