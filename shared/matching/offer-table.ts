import { expectationsOf, heldLicences, heldSkills } from "./held.ts";
import type { Ranking, RankOptions } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { columns } from "./numbered-columns.ts";
import { monthsToward, occupationFit } from "./occupation-fit.ts";
import { type Postings, postings, summed } from "./postings.ts";
import { rankRows } from "./rank-rows.ts";
import { type RowStore, rowStore } from "./row-store.ts";
import { cvTerms, type OfferTerms, offerFields, offerTerms } from "./terms.ts";

/** Every open offer that may be ranked, in a form that answers for one CV in milliseconds. */
export type OfferTable = {
  /** Adds an offer, or replaces the one with its id. */
  readonly put: (offer: MatchOffer) => void;
  readonly remove: (id: string) => void;
  readonly get: (id: string) => MatchOffer | undefined;
  readonly size: () => number;
  readonly rankFor: (cv: MatchCv, options: RankOptions) => Ranking;
};

export const offerTable = (offers: Iterable<MatchOffer> = []): OfferTable => {
  let inside = emptyInside();
  const put = (offer: MatchOffer): void => {
    index(inside, offer);
    if (inside.store.isWorn()) inside = filled(inside.store.live());
  };
  for (const offer of offers) put(offer);
  return {
    put,
    remove: (id) => inside.store.remove(id),
    get: (id) => inside.store.get(id),
    size: () => inside.store.size(),
    rankFor: (cv, options) => rank(inside, cv, options),
  };
};

const askFields = ["expected", "asked", "experienceRequired", "licences"] as const;
type Asks = Record<(typeof askFields)[number], number>;

type Inside = {
  readonly store: RowStore<MatchOffer>;
  readonly terms: ReturnType<typeof columns<keyof OfferTerms>>;
  readonly asks: ReturnType<typeof columns<keyof Asks>>;
  readonly occupations: Postings;
  /** The value is the weight of what is expected. */
  readonly skills: Postings;
  readonly appreciated: Postings;
  readonly required: Postings;
};

const emptyInside = (): Inside => ({
  store: rowStore(),
  terms: columns(offerFields),
  asks: columns(askFields),
  occupations: postings(),
  skills: postings(),
  appreciated: postings(),
  required: postings(),
});

const filled = (offers: Iterable<MatchOffer>): Inside => {
  const inside = emptyInside();
  for (const offer of offers) index(inside, offer);
  return inside;
};

const index = (inside: Inside, offer: MatchOffer): void => {
  const row = inside.store.put(offer);
  const expectations = expectationsOf(offer);
  const required = new Set(offer.requiredLicences);
  inside.terms.write(row, offerTerms(offer));
  inside.asks.write(row, {
    expected: expectations.total,
    asked: offer.experienceMonths,
    experienceRequired: offer.experienceRequired ? 1 : 0,
    licences: required.size,
  });
  inside.occupations.add(offer.occupation, row, 1);
  for (const [skill, weight] of expectations.skills) inside.skills.add(skill, row, weight);
  for (const [licence, weight] of expectations.licences) inside.appreciated.add(licence, row, weight);
  for (const licence of required) inside.required.add(licence, row, 1);
};

const rank = (inside: Inside, cv: MatchCv, options: RankOptions): Ranking => {
  const rows = inside.store.rows();
  const licences = [...heldLicences(cv)];
  const covered = summed(rows, [
    ...[...heldSkills(cv)].map((code) => ({ from: inside.skills, code, weight: 1 })),
    ...licences.map((code) => ({ from: inside.appreciated, code, weight: 1 })),
  ]);
  const licencesMet = summed(
    rows,
    licences.map((code) => ({ from: inside.required, code, weight: 1 })),
  );
  const { occupation, months } = occupationsByRow(inside, cv);
  const wants = cvTerms(cv);
  const read = reader(inside);

  return rankRows({
    rows,
    pairAt: (row) => {
      const offer = inside.store.at(row);
      return offer === undefined ? undefined : { cv, offer };
    },
    idAt: inside.store.idAt,
    occupationAt: (row) => occupation[row] ?? 0,
    licencesMissingAt: (row) => read.asks(row).licences - (licencesMet[row] ?? 0),
    termsAt: (row) => ({ wants, holds: read.terms(row) }),
    factsAt: (row, facts) => {
      const asks = read.asks(row);
      facts.occupation = occupation[row] ?? 0;
      facts.covered = covered[row] ?? 0;
      facts.expected = asks.expected;
      facts.months = months[row] ?? 0;
      facts.asked = asks.asked;
      facts.experienceRequired = asks.experienceRequired === 1;
    },
    options,
  });
};

/** Worked out once for each occupation on offer, not for each offer. */
const occupationsByRow = (inside: Inside, cv: MatchCv): { occupation: Int16Array; months: Int32Array } => {
  const rows = inside.store.rows();
  const occupation = new Int16Array(rows);
  const months = new Int32Array(rows);
  for (const offered of inside.occupations.codes()) {
    const permille = occupationFit(cv, offered)?.permille ?? 0;
    if (permille === 0) continue;
    const counted = monthsToward(cv, offered);
    inside.occupations.each(offered, (row) => {
      occupation[row] = permille;
      months[row] = counted;
    });
  }
  return { occupation, months };
};

/** Two objects, filled again for each row: fifty thousand of them would be fifty thousand to sweep. */
const reader = (inside: Inside): { terms: (row: number) => OfferTerms; asks: (row: number) => Asks } => {
  const terms: OfferTerms = { lat: 0, lon: 0, contract: 0, schedules: 0, weeklyHours: 0, start: 0, fullyRemote: 0 };
  const asks: Asks = { expected: 0, asked: 0, experienceRequired: 0, licences: 0 };
  return {
    terms: (row) => {
      inside.terms.read(row, terms);
      return terms;
    },
    asks: (row) => {
      inside.asks.read(row, asks);
      return asks;
    },
  };
};
