import type { ConditionKind, Ranking, RankOptions } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { fits, type MatchFacts, refused, sumOfFacts } from "./match-points.ts";
import { scoreMatch } from "./score-match.ts";
import { type FirstCondition, tally } from "./tally.ts";
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
  /** The first in the order of the offer. Asked only when one is missing. */
  readonly missingLicenceAt: (row: number) => string;
  readonly isShutOutAt: (row: number) => boolean;
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
    if (gathered.occupationAt(row) === 0 || idAt(row) === "" || gathered.isShutOutAt(row)) continue;
    const { wants, holds } = gathered.termsAt(row);
    gathered.factsAt(row, facts);
    fillTerms(facts, { wants, holds, today });
    const first = firstCondition(gathered, row, { facts, far: tooFar(wants, holds) });
    if (first === null) counted.fits(row, sumOfFacts(facts));
    else counted.setAside(row, sumOfFacts(facts), first);
  }

  return counted.ranking((row) => {
    const pair = pairAt(row);
    if (pair === undefined) throw new Error("a row died while it was ranked"); // nothing here waits, so nothing can
    return scoreMatch(pair.cv, pair.offer, options);
  });
};

type Terms = { readonly wants: CvTerms; readonly holds: OfferTerms; readonly today: number };

const fillTerms = (facts: MatchFacts, { wants, holds, today }: Terms): void => {
  facts.contract = contractFit(wants, holds);
  facts.hours = hoursFit(wants, holds);
  facts.schedule = scheduleFit(wants, holds);
  facts.delay = delayOf(wants, holds, today);
};

const firstCondition = (
  gathered: GatheredRows,
  row: number,
  { facts, far }: { readonly facts: MatchFacts; readonly far: boolean },
): FirstCondition | null => {
  const missing = gathered.licencesMissingAt(row);
  const blocks = missing + (far ? 1 : 0) + refusals(facts);
  if (blocks === 0) return null;
  if (missing > 0) return { kind: "licence", code: gathered.missingLicenceAt(row), blocks };
  return { kind: far ? "distance" : firstRefusal(facts), code: null, blocks };
};

const refusals = ({ contract, hours, schedule }: MatchFacts): number =>
  (contract === refused ? 1 : 0) + (hours === refused ? 1 : 0) + (schedule === refused ? 1 : 0);

/** In the order of `conditionKinds`. */
const firstRefusal = ({ hours, schedule }: MatchFacts): ConditionKind => {
  if (schedule === refused) return "schedule";
  return hours === refused ? "hours" : "contract";
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
