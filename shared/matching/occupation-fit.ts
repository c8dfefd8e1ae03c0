import { heldLicences, isQualified } from "./held.ts";
import type { OccupationLink } from "./match.ts";
import type { MatchCv } from "./match-input.ts";
import { weights } from "./match-weights.ts";
import { proximity } from "./proximity.ts";

/** The occupation of a CV that answers an offer's best, and how. */
export type OccupationFit = {
  /** Of a thousand; 0: nothing to do with it. */
  readonly permille: number;
  readonly occupation: string;
  readonly link: OccupationLink;
  readonly origin: "wanted" | "practised";
};

/** Null when nothing wanted or practised is near the offered occupation. */
export const occupationFit = (cv: MatchCv, offered: string): OccupationFit | null => {
  const qualified = isQualified(heldLicences(cv), offered);
  const wanted = cv.occupations.map((occupation) => fitOf(occupation, offered, { qualified, origin: "wanted" }));
  const practised = cv.experiences
    .filter(({ months }) => months >= weights.occupation.practisedMonths)
    .map(({ occupation }) => fitOf(occupation, offered, { qualified, origin: "practised" }));
  return [...wanted, ...practised].reduce(better, null);
};

/** What one wanted occupation is worth for an offered one: nobody becomes a nurse by being near, without the diploma. */
export const wantedPermille = (near: number, qualified: boolean): number =>
  (near < 1000 && !qualified) || near < weights.occupation.least ? 0 : near;

/** What one practised occupation is worth. */
export const practisedPermille = (near: number, qualified: boolean): number => {
  const discounted = Math.floor((near * weights.occupation.practisedTenths) / 10);
  return (near < 1000 && !qualified) || discounted < weights.occupation.least ? 0 : discounted;
};

/** Months that count for an offered occupation: all in the same, a share in those near it. */
export const countedMonths = (months: number, near: number): number =>
  near >= weights.occupation.experienceCounts ? Math.floor((months * near) / 1000) : 0;

/** Months in an offered occupation and in those near it. */
export const monthsToward = (cv: MatchCv, offered: string): number =>
  cv.experiences.reduce(
    (sum, { occupation, months }) => sum + countedMonths(months, proximity({ wanted: occupation, offered }).permille),
    0,
  );

const fitOf = (
  occupation: string,
  offered: string,
  { qualified, origin }: { qualified: boolean; origin: OccupationFit["origin"] },
): OccupationFit | null => {
  const { permille, link } = proximity({ wanted: occupation, offered });
  const worth = origin === "wanted" ? wantedPermille(permille, qualified) : practisedPermille(permille, qualified);
  return link === null || worth === 0 ? null : { permille: worth, occupation, link, origin };
};

const better = (best: OccupationFit | null, fit: OccupationFit | null): OccupationFit | null =>
  fit !== null && fit.permille > (best?.permille ?? 0) ? fit : best;
