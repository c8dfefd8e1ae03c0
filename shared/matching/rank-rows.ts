import type { Ranking, RankOptions } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { fits, type MatchFacts, partsOf, refused, sumOf } from "./match-points.ts";
import { conditionsAgainst, scoreMatch } from "./score-match.ts";
import { tally } from "./tally.ts";
import {
  type CvTerms,
  contractFit,
  dayNumber,
  delayOf,
  hoursFit,
  type OfferTerms,
  scheduleFit,
  tooFar,
} from "./terms.ts";

/** What a table gathered about its rows for one question, whichever side the rows are. */
export type GatheredRows = {
  readonly rows: number;
  readonly idAt: (row: number) => string;
  /** Undefined for a dead row. */
  readonly pairAt: (row: number) => { readonly cv: MatchCv; readonly offer: MatchOffer } | undefined;
  /** Of a thousand; 0: the row has nothing to do with the question. */
  readonly occupationAt: (row: number) => number;
  readonly licencesMissingAt: (row: number) => number;
  readonly termsAt: (row: number) => { readonly wants: CvTerms; readonly holds: OfferTerms };
  readonly factsAt: (row: number, facts: MatchFacts) => void;
  readonly options: RankOptions;
};

/** Conditions first, then points; the first ones get their reasons from the pair rule itself. */
export const rankRows = (gathered: GatheredRows): Ranking => {
  const { rows, pairAt, idAt, options } = gathered;
  const today = dayNumber(options.today);
  const counted = tally(options.limit, idAt);
  const facts = blankFacts();

  for (let row = 0; row < rows; row += 1) {
    if (gathered.occupationAt(row) === 0) continue;
    const pair = pairAt(row);
    if (pair === undefined) continue;
    const blocked =
      fillFacts(gathered, row, { facts, today }) || pair.cv.shutOutCompanyIds.includes(pair.offer.companyId);
    const score = sumOf(partsOf(facts));
    if (blocked) counted.setAside(row, score, conditionsAgainst(pair.cv, pair.offer));
    else counted.fits(row, score);
  }

  return counted.ranking((row) => {
    const pair = pairAt(row);
    if (pair === undefined) throw new Error("a row died while it was ranked"); // nothing here waits, so nothing can
    return scoreMatch(pair.cv, pair.offer, options);
  });
};

/** Fills the facts of a row and tells whether a condition sets it aside. */
const fillFacts = (gathered: GatheredRows, row: number, into: { facts: MatchFacts; today: number }): boolean => {
  const { facts, today } = into;
  const { wants, holds } = gathered.termsAt(row);
  gathered.factsAt(row, facts);
  facts.contract = contractFit(wants, holds);
  facts.hours = hoursFit(wants, holds);
  facts.schedule = scheduleFit(wants, holds);
  facts.delay = delayOf(wants, holds, today);
  return (
    gathered.licencesMissingAt(row) > 0 ||
    facts.contract === refused ||
    facts.hours === refused ||
    facts.schedule === refused ||
    tooFar(wants, holds)
  );
};

const blankFacts = (): MatchFacts => ({
  occupation: 0,
  covered: 0,
  expected: 0,
  months: 0,
  asked: 0,
  experienceRequired: false,
  contract: fits,
  hours: fits,
  schedule: fits,
  delay: 0,
});
