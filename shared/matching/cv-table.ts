import { diplomaAsked, diplomasByLaw, expectationsOf, heldLicences, heldSkills, practisedOccupations } from "./held.ts";
import type { Condition, Ranking, RankOptions } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { countedMonths, practisedPermille, wantedPermille } from "./occupation-fit.ts";
import { type Postings, postings, summed } from "./postings.ts";
import { proximity } from "./proximity.ts";
import { type GatheredRows, rankRows } from "./rank-rows.ts";
import { type RowStore, rowStore } from "./row-store.ts";
import { cvTermColumns, type TermColumns } from "./term-columns.ts";
import { dayNumber, type OfferTerms, offerTerms } from "./terms.ts";

/** Every CV that may be ranked, in a form that answers for one offer in milliseconds. */
export type CvTable = {
  /** Adds a CV, or replaces the one with its id. */
  readonly put: (cv: MatchCv) => void;
  readonly remove: (id: string) => void;
  readonly get: (id: string) => MatchCv | undefined;
  readonly size: () => number;
  readonly rankFor: (offer: MatchOffer, options: RankOptions) => Ranking;
};

export const cvTable = (cvs: Iterable<MatchCv> = []): CvTable => {
  let inside = emptyInside();
  const put = (cv: MatchCv): void => {
    index(inside, cv);
    if (inside.store.isWorn()) inside = filled(inside.store.live());
  };
  for (const cv of cvs) put(cv);
  return {
    put,
    remove: (id) => inside.store.remove(id),
    get: (id) => inside.store.get(id),
    size: () => inside.store.size(),
    rankFor: (offer, options) => rank(inside, offer, options),
  };
};

type Inside = {
  readonly store: RowStore<MatchCv>;
  readonly terms: TermColumns<MatchCv, OfferTerms>;
  readonly wanted: Postings;
  readonly practised: Postings;
  /** The value is the months of one experience. */
  readonly experiences: Postings;
  readonly skills: Postings;
  readonly licences: Postings;
  /** By company. */
  readonly shutOut: Postings;
};

const emptyInside = (): Inside => ({
  store: rowStore(),
  terms: cvTermColumns(),
  wanted: postings(),
  practised: postings(),
  experiences: postings(),
  skills: postings(),
  licences: postings(),
  shutOut: postings(),
});

const filled = (cvs: Iterable<MatchCv>): Inside => {
  const inside = emptyInside();
  for (const cv of cvs) index(inside, cv);
  return inside;
};

const index = (inside: Inside, cv: MatchCv): void => {
  const row = inside.store.put(cv);
  inside.terms.write(row, cv);
  for (const code of cv.occupations) inside.wanted.add(code, row, 1);
  for (const code of practisedOccupations(cv)) inside.practised.add(code, row, 1);
  for (const { occupation, months } of cv.experiences) inside.experiences.add(occupation, row, months);
  for (const skill of heldSkills(cv)) inside.skills.add(skill, row, 1);
  for (const licence of heldLicences(cv)) inside.licences.add(licence, row, 1);
  for (const company of cv.shutOutCompanyIds) inside.shutOut.add(company, row, 1);
};

const rank = (inside: Inside, offer: MatchOffer, options: RankOptions): Ranking => {
  const rows = inside.store.rows();
  const expectations = expectationsOf(offer);
  const occupation = occupationByRow(inside, offer);
  const covered = summed(rows, [
    ...[...expectations.skills].map(([skill, weight]) => ({ from: inside.skills, code: skill, weight })),
    ...[...expectations.licences].map(([licence, weight]) => ({ from: inside.licences, code: licence, weight })),
  ]);

  return rankRows({
    idAt: inside.store.idAt,
    pairAt: (row) => {
      const cv = inside.store.at(row);
      return cv === undefined ? undefined : { cv, offer };
    },
    occupation,
    covered,
    months: monthsByRow(inside, offer.occupation),
    fits: inside.terms.compare(offerTerms(offer), { occupation, today: dayNumber(options.today) }),
    askAt: (_, facts) => {
      facts.expected = expectations.total;
      facts.asked = offer.experienceMonths;
      facts.experienceRequired = offer.experienceRequired;
    },
    ...lacksByRow(inside, offer),
    options,
  });
};

/** The law's diploma, then the licences the offer requires. */
const lacksByRow = (inside: Inside, offer: MatchOffer): Pick<GatheredRows, "lacksAt" | "firstLackAt"> => {
  const rows = inside.store.rows();
  const required = [...new Set(offer.requiredLicences)];
  const diploma = diplomaAsked(offer);
  const met = summed(
    rows,
    required.map((code) => ({ from: inside.licences, code, weight: 1 })),
  );
  const qualified = qualifiedByRow(inside, offer.occupation);
  const unnamed = diploma !== null && !required.includes(diploma) ? 1 : 0;
  const lacksDiploma = (row: number): boolean => diploma !== null && (qualified[row] ?? 0) === 0;
  const only: Condition | null = required.length === 1 ? { kind: "licence", code: required[0] ?? "" } : null;
  return {
    lacksAt: (row) => required.length - (met[row] ?? 0) + (lacksDiploma(row) ? unnamed : 0),
    firstLackAt: (row) => {
      if (lacksDiploma(row)) return { kind: "diploma", code: diploma };
      if (only !== null) return only;
      const cv = inside.store.at(row);
      const held = cv === undefined ? new Set() : heldLicences(cv);
      return { kind: "licence", code: required.find((code) => !held.has(code)) ?? "" };
    },
  };
};

const qualifiedByRow = (inside: Inside, offered: string): Int32Array =>
  summed(
    inside.store.rows(),
    diplomasByLaw(offered).map((code) => ({ from: inside.licences, code, weight: 1 })),
  );

/** 0 for who is gone and who shut the company out, too. */
const occupationByRow = (inside: Inside, { occupation: offered, companyId }: MatchOffer): Int16Array => {
  const qualified = qualifiedByRow(inside, offered);
  const open = diplomasByLaw(offered).length === 0;
  const best = new Int16Array(inside.store.rows());
  const raise = (list: Postings, worth: (near: number, qualified: boolean) => number): void => {
    for (const wanted of list.codes()) {
      const near = proximity({ wanted, offered }).permille;
      if (near === 0) continue;
      const ifQualified = worth(near, true);
      const otherwise = worth(near, false);
      list.each(wanted, (row) => {
        const permille = open || (qualified[row] ?? 0) > 0 ? ifQualified : otherwise;
        if (permille > (best[row] ?? 0)) best[row] = permille;
      });
    }
  };
  raise(inside.wanted, wantedPermille);
  raise(inside.practised, practisedPermille);
  for (const row of inside.store.dead()) best[row] = 0;
  inside.shutOut.each(companyId, (row) => {
    best[row] = 0;
  });
  return best;
};

const monthsByRow = (inside: Inside, offered: string): Int32Array => {
  const sums = new Int32Array(inside.store.rows());
  for (const wanted of inside.experiences.codes()) {
    const near = proximity({ wanted, offered }).permille;
    if (countedMonths(1_000_000, near) === 0) continue;
    inside.experiences.each(wanted, (row, months) => {
      sums[row] = (sums[row] ?? 0) + countedMonths(months, near);
    });
  }
  return sums;
};
