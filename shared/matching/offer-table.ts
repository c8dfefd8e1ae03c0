import { expectationsOf, heldLicences, heldSkills } from "./held.ts";
import type { Ranking, RankOptions } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { type Columns, columns } from "./numbered-columns.ts";
import { monthsToward, occupationFit } from "./occupation-fit.ts";
import { type Postings, postings, summed } from "./postings.ts";
import { prepareProximity } from "./proximity.ts";
import { rankRows } from "./rank-rows.ts";
import { type RowStore, rowStore } from "./row-store.ts";
import { offerTermColumns, type TermColumns } from "./term-columns.ts";
import { cvTerms, type OfferTerms } from "./terms.ts";

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

type Inside = {
  readonly store: RowStore<MatchOffer>;
  readonly terms: TermColumns<MatchOffer, OfferTerms>;
  /** Weight of all that is expected, months asked, whether they are required, required licences. */
  readonly asks: Columns;
  readonly occupations: Postings;
  /** The value is the weight of what is expected. */
  readonly skills: Postings;
  readonly appreciated: Postings;
  readonly required: Postings;
};

const emptyInside = (): Inside => ({
  store: rowStore(),
  terms: offerTermColumns(),
  asks: columns(4),
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
  inside.terms.write(row, offer);
  inside.asks.write(row, [expectations.total, offer.experienceMonths, offer.experienceRequired ? 1 : 0, required.size]);
  prepareProximity(offer.occupation);
  inside.occupations.add(offer.occupation, row, 1);
  for (const [skill, weight] of expectations.skills) inside.skills.add(skill, row, weight);
  for (const [licence, weight] of expectations.licences) inside.appreciated.add(licence, row, weight);
  for (const licence of required) inside.required.add(licence, row, 1);
};

const rank = (inside: Inside, cv: MatchCv, options: RankOptions): Ranking => {
  const rows = inside.store.rows();
  const held = heldLicences(cv);
  const licences = [...held];
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
  const { asks } = inside;

  return rankRows({
    rows,
    pairAt: (row) => {
      const offer = inside.store.at(row);
      return offer === undefined ? undefined : { cv, offer };
    },
    idAt: inside.store.idAt,
    occupationAt: (row) => occupation[row] ?? 0,
    licencesMissingAt: (row) => asks.at(row, 3) - (licencesMet[row] ?? 0),
    missingLicenceAt: (row) => inside.store.at(row)?.requiredLicences.find((code) => !held.has(code)) ?? "",
    isShutOutAt: (row) => cv.shutOutCompanyIds.includes(inside.store.at(row)?.companyId ?? ""),
    termsAt: (row) => ({ wants, holds: inside.terms.read(row) }),
    factsAt: (row, facts) => {
      facts.occupation = occupation[row] ?? 0;
      facts.covered = covered[row] ?? 0;
      facts.expected = asks.at(row, 0);
      facts.months = months[row] ?? 0;
      facts.asked = asks.at(row, 1);
      facts.experienceRequired = asks.at(row, 2) === 1;
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
