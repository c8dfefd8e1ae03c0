import type { Typed } from "#client/kernel/form.tsx";
import { type CaughtCv, caughtFields } from "#shared/cvs/caught-cv.ts";
import { languageLines } from "#shared/cvs/closed-lists.ts";
import type { CvFindings, FoundTrade } from "#shared/cvs/cv-findings.ts";
import type { TravelMeans } from "#shared/referentials/travel.ts";

/** Trades that are taken as sought when the CV itself names none. */
const soughtAtMost = 3;
const sure = 0.5;

/** What was read, as the person would have typed it: sure findings are taken, doubtful ones wait to be ticked. */
export const typedFindings = (read: CvFindings): Typed => ({
  read: JSON.stringify(read),
  ...Object.fromEntries(
    read.occupations.flatMap(({ label, held }, place) => [
      [`trade${place + 1}`, label],
      [`months${place + 1}`, held === null ? "" : String(held.months)],
    ]),
  ),
  seeks: soughtOf(read.occupations),
  skills: read.skills.filter(({ notions }) => !notions).map(({ id }) => id),
  licences: read.licences.map(({ code }) => code),
  diplomas: read.diplomas.map(({ level }) => level),
  ...Object.fromEntries(
    read.languages.slice(0, languageLines).flatMap(({ name, level }, place) => [
      [`language${place + 1}`, name],
      [`level${place + 1}`, level ?? "good"],
    ]),
  ),
  commune: read.commune?.name ?? "",
  radiusKm: "20",
  means: usualMeans(read),
  phone: read.phone?.value ?? "",
  email: read.email?.value ?? "",
});

/** What a page on the way to an account carries along. */
export const carried = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== "email" && caughtFields.includes(name)));

/** The findings, parsed from one page, as the next one types them. */
export const typedCaught = ({ read, ...fields }: CaughtCv): Typed => ({
  read: JSON.stringify(read),
  ...Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => caughtFields.includes(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value : String(value ?? "")]),
  ),
});

export const isSure = ({ confidence }: Pick<FoundTrade, "confidence">): boolean => confidence >= sure;

const soughtOf = (trades: readonly FoundTrade[]): string[] => {
  const wanted = trades.filter((trade) => trade.wanted && isSure(trade));
  const sought = wanted.length > 0 ? wanted : trades.filter(isSure).slice(0, soughtAtMost);
  return sought.map((trade) => String(trades.indexOf(trade) + 1));
};

/** Whoever may drive is taken to drive; the others are asked, and go by bus until they say. */
const usualMeans = ({ licences }: CvFindings): TravelMeans[] =>
  licences.some(({ code }) => code === "permis-b") ? ["car"] : ["publicTransport", "foot"];
