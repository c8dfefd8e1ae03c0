import type { Condition, ConditionKind, Ranking, RankOptions } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { fits, type MatchFacts, refused, sumOfFacts } from "./match-points.ts";
import { scoreMatch } from "./score-match.ts";
import { type FirstCondition, tally } from "./tally.ts";
import { allFit, contractOf, hoursOf, isFar, scheduleOf, type TermFits } from "./term-columns.ts";

/** What a table gathered about its rows for one question, whichever side the rows are. */
export type GatheredRows = {
  readonly idAt: (row: number) => string;
  readonly pairAt: (row: number) => { readonly cv: MatchCv; readonly offer: MatchOffer } | undefined;
  /** Of a thousand; 0: the row has nothing to do with the question, or is dead, or one side shut the other out. */
  readonly occupation: Int16Array;
  readonly covered: Int32Array;
  readonly months: Int32Array;
  readonly fits: TermFits;
  /** What the row's offer expects and asks, put into the facts. */
  readonly askAt: (row: number, facts: MatchFacts) => void;
  /** How many licences are missing, the diploma of the law included. */
  readonly lacksAt: (row: number) => number;
  /** The first of them. Asked only when one is missing. */
  readonly firstLackAt: (row: number) => Condition;
  readonly options: RankOptions;
};

/** Conditions first, then points; the first ones get their reasons from the pair rule itself. */
export const rankRows = (gathered: GatheredRows): Ranking => {
  const { occupation, fits: terms, lacksAt, options } = gathered;
  const counted = tally(options.limit, gathered.idAt);
  const facts = blankFacts();

  for (let row = 0; row < occupation.length; row += 1) {
    if (occupation[row] === 0) continue;
    const bits = terms.bits[row] ?? 0;
    fill(facts, gathered, row);
    const lacks = lacksAt(row);
    const score = sumOfFacts(facts);
    const blocks = bits === allFit ? lacks : lacks + refusalsIn(bits);
    if (blocks === 0) counted.fits(row, score);
    else counted.setAside(row, score, firstCondition(gathered, row, { bits, lacks, blocks }));
  }

  return counted.ranking((row) => {
    const pair = gathered.pairAt(row);
    if (pair === undefined) throw new Error("a row died while it was ranked"); // nothing here waits, so nothing can
    return scoreMatch(pair.cv, pair.offer, options);
  });
};

/** One object for all rows: fifty thousand of them would be fifty thousand to sweep. */
const fill = (facts: MatchFacts, { occupation, covered, months, fits: terms, askAt }: GatheredRows, row: number) => {
  const bits = terms.bits[row] ?? 0;
  facts.occupation = occupation[row] ?? 0;
  facts.covered = covered[row] ?? 0;
  facts.months = months[row] ?? 0;
  facts.contract = contractOf(bits);
  facts.hours = hoursOf(bits);
  facts.schedule = scheduleOf(bits);
  facts.delay = terms.delays[row] ?? 0;
  askAt(row, facts);
};

const refusalsIn = (bits: number): number =>
  (isFar(bits) ? 1 : 0) +
  (contractOf(bits) === refused ? 1 : 0) +
  (hoursOf(bits) === refused ? 1 : 0) +
  (scheduleOf(bits) === refused ? 1 : 0);

type Stopped = { readonly bits: number; readonly lacks: number; readonly blocks: number };

const firstCondition = (gathered: GatheredRows, row: number, { bits, lacks, blocks }: Stopped): FirstCondition => {
  if (lacks === 0) return { kind: isFar(bits) ? "distance" : firstRefusal(bits), code: null, blocks };
  const { kind, code } = gathered.firstLackAt(row);
  return { kind, code, blocks };
};

/** In the order of `conditionKinds`. */
const firstRefusal = (bits: number): ConditionKind => {
  if (scheduleOf(bits) === refused) return "schedule";
  return hoursOf(bits) === refused ? "hours" : "contract";
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
