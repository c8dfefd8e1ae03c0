import { blankCv, typedCv, typedDetails } from "#client/cvs/typed-cv.ts";
import type { Typed } from "#server/http/typed.ts";
import { type CaughtCv, tradesOf } from "#shared/cvs/caught-cv.ts";
import { experienceLines, languageLines, wantedLines } from "#shared/cvs/closed-lists.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { draftedLanguages } from "#shared/cvs/cv-draft.ts";
import { fold } from "#shared/referentials/french.ts";

export type Merged = { readonly typed: Typed; readonly leftOut: readonly string[] };

/**
 * The CV form as it would be with the findings: what the person had written stays as it was, what was read is added
 * where there is room. Nothing is saved by this.
 */
export const mergeCaught = (caught: CaughtCv, before: { cv: Cv | null; phone: string | null }): Merged => {
  const { cv, phone } = before;
  const own: Typed = cv === null ? { ...blankCv, phone: phone ?? "" } : { ...typedCv(cv, phone), ...typedDetails(cv) };
  const trades = tradesOf(caught);
  const wanted = union(
    listOf(own.wanted),
    trades.filter(({ sought }) => sought).map(({ label }) => label),
  );
  const works = worksOf(own, trades);
  const languages = languagesOf(cv, caught);
  return {
    typed: {
      ...own,
      wanted: wanted.slice(0, wantedLines),
      commune: textOf(own.commune) || (caught.commune ?? ""),
      radiusKm: cv === null ? String(caught.radiusKm) : textOf(own.radiusKm),
      means: cv === null ? caught.means : listOf(own.means),
      phone: textOf(own.phone) || (caught.phone ?? ""),
      licences: union(listOf(own.licences), caught.licences),
      skills: union(listOf(own.skills), caught.skills),
      diplomas: union(listOf(own.diplomas), caught.diplomas),
      ...numbered(works.slice(0, experienceLines), ["experience", "months"]),
      ...numbered(languages.slice(0, languageLines), ["language", "level"]),
    },
    leftOut: [...wanted.slice(wantedLines), ...works.slice(experienceLines).map(([label]) => label)],
  };
};

type Line = readonly [string, string];

const worksOf = (own: Typed, trades: ReturnType<typeof tradesOf>): Line[] => {
  const kept = Array.from(
    { length: experienceLines },
    (_, place): Line => [textOf(own[`experience${place + 1}`]), textOf(own[`months${place + 1}`])],
  ).filter(([label]) => label !== "");
  const read = trades.flatMap(({ label, months }): Line[] => (months ? [[label, String(months)]] : []));
  return [...kept, ...read.filter(([label]) => !kept.some(([other]) => fold(other) === fold(label)))];
};

const languagesOf = (cv: Cv | null, caught: CaughtCv): Line[] => {
  const kept = cv?.languages ?? [];
  const read = draftedLanguages(caught).filter(({ name }) => !kept.some((one) => one.name === name));
  return [...kept, ...read].map(({ name, level }): Line => [name, level]);
};

const numbered = (lines: readonly Line[], [first, second]: Line): Typed =>
  Object.fromEntries(
    lines.flatMap(([one, other], place) => [
      [`${first}${place + 1}`, one],
      [`${second}${place + 1}`, other],
    ]),
  );

const union = (kept: readonly string[], added: readonly string[]): string[] => [
  ...kept,
  ...new Set(added.filter((one) => !kept.some((other) => fold(other) === fold(one)))),
];

const textOf = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");
const listOf = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());
