import { diplomaAsked, expectationsOf, heldLicences, heldSkills, isQualified, lacksOf } from "./held.ts";
import type { Condition, Ranking, RankOptions } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { type Columns, columns } from "./numbered-columns.ts";
import { monthsToward, occupationFit } from "./occupation-fit.ts";
import { type Postings, postings, summed } from "./postings.ts";
import { prepareProximity } from "./proximity.ts";
import { rankRows } from "./rank-rows.ts";
import { type RowStore, rowStore } from "./row-store.ts";
import { offerTermColumns, type TermColumns } from "./term-columns.ts";
import { type CvTerms, cvTerms, dayNumber } from "./terms.ts";

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
  readonly terms: TermColumns<MatchOffer, CvTerms>;
  /** Weight of all that is expected, months asked, whether they are required, required licences, diploma unnamed. */
  readonly asks: Columns;
  readonly occupations: Postings;
  /** The value is the weight of what is expected. */
  readonly skills: Postings;
  readonly appreciated: Postings;
  readonly required: Postings;
  readonly companies: Postings;
};

const emptyInside = (): Inside => ({
  store: rowStore(),
  terms: offerTermColumns(),
  asks: columns(5),
  occupations: postings(),
  skills: postings(),
  appreciated: postings(),
  required: postings(),
  companies: postings(),
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
  const diploma = diplomaAsked(offer);
  inside.asks.write(row, [
    expectations.total,
    offer.experienceMonths,
    offer.experienceRequired ? 1 : 0,
    required.size,
    diploma !== null && !required.has(diploma) ? 1 : 0,
  ]);
  prepareProximity(offer.occupation);
  inside.occupations.add(offer.occupation, row, 1);
  inside.companies.add(offer.companyId, row, 1);
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
  const met = summed(
    rows,
    licences.map((code) => ({ from: inside.required, code, weight: 1 })),
  );
  const { occupation, months, unqualified } = occupationsByRow(inside, cv, held);
  const { asks } = inside;

  return rankRows({
    idAt: inside.store.idAt,
    pairAt: (row) => {
      const offer = inside.store.at(row);
      return offer === undefined ? undefined : { cv, offer };
    },
    occupation,
    covered,
    months,
    fits: inside.terms.compare(cvTerms(cv), { occupation, today: dayNumber(options.today) }),
    askAt: (row, facts) => {
      facts.expected = asks.at(row, 0);
      facts.asked = asks.at(row, 1);
      facts.experienceRequired = asks.at(row, 2) === 1;
    },
    lacksAt: (row) => asks.at(row, 3) - (met[row] ?? 0) + (unqualified[row] === 1 ? asks.at(row, 4) : 0),
    firstLackAt: (row) => firstLack(held, inside.store.at(row)),
    options,
  });
};

const firstLack = (held: ReadonlySet<string>, offer: MatchOffer | undefined): Condition => {
  if (offer === undefined) return { kind: "licence", code: "" };
  const { diploma, licences } = lacksOf(held, offer);
  return diploma === null ? { kind: "licence", code: licences[0] ?? "" } : { kind: "diploma", code: diploma };
};

type ByRow = { readonly occupation: Int16Array; readonly months: Int32Array; readonly unqualified: Uint8Array };

/** Worked out once for each occupation on offer, not for each offer; 0 for offers that closed or were shut out. */
const occupationsByRow = (inside: Inside, cv: MatchCv, held: ReadonlySet<string>): ByRow => {
  const rows = inside.store.rows();
  const found = { occupation: new Int16Array(rows), months: new Int32Array(rows), unqualified: new Uint8Array(rows) };
  for (const offered of inside.occupations.codes()) {
    const permille = occupationFit(cv, offered)?.permille ?? 0;
    if (permille === 0) continue;
    const months = monthsToward(cv, offered);
    const unqualified = isQualified(held, offered) ? 0 : 1;
    inside.occupations.each(offered, (row) => {
      found.occupation[row] = permille;
      found.months[row] = months;
      found.unqualified[row] = unqualified;
    });
  }
  for (const row of inside.store.dead()) found.occupation[row] = 0;
  for (const company of cv.shutOutCompanyIds) {
    inside.companies.each(company, (row) => {
      found.occupation[row] = 0;
    });
  }
  return found;
};
