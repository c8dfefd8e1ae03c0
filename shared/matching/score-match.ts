import type { Day } from "#shared/kernel/calendar.ts";
import { expectationsOf, heldLicences, heldSkills, lacksOf } from "./held.ts";
import type { Condition, Match, Score } from "./match.ts";
import type { MatchCv, MatchOffer } from "./match-input.ts";
import { levelOf, type MatchFacts, partsOf, refused, sumOfFacts } from "./match-points.ts";
import { weights } from "./match-weights.ts";
import { monthsToward, occupationFit } from "./occupation-fit.ts";
import { reasonsFor } from "./reasons.ts";
import { contractFit, cvTerms, dayNumber, delayOf, hoursFit, offerTerms, scheduleFit, tooFar } from "./terms.ts";

/** One person and one offer: conditions, points and reasons. The rule that the ranking tables must equal. */
export const scoreMatch = (cv: MatchCv, offer: MatchOffer, { today }: { readonly today: Day }): Match => {
  const score = scorePair(cv, offer, { today });
  return { ...score, cvId: cv.id, offerId: offer.id, reasons: reasonsFor(cv, offer, { today }) };
};

/** The same without the reasons. */
export const scorePair = (cv: MatchCv, offer: MatchOffer, { today }: { readonly today: Day }): Score => {
  const blockedBy = conditionsAgainst(cv, offer);
  const feasible = blockedBy.length === 0;
  const facts = factsOf(cv, offer, today);
  const parts = partsOf(facts);
  const score = sumOfFacts(facts);
  return { feasible, blockedBy, parts, score, level: levelOf({ score, feasible }), weightsVersion: weights.version };
};

/** What sets the two apart, in the order of `conditionKinds`; one line for each missing licence. */
export const conditionsAgainst = (cv: MatchCv, offer: MatchOffer): readonly Condition[] => {
  const wants = cvTerms(cv);
  const holds = offerTerms(offer);
  const { diploma, licences } = lacksOf(heldLicences(cv), offer);
  const found: Condition[] = diploma === null ? [] : [{ kind: "diploma", code: diploma }];
  found.push(...licences.map((code) => ({ kind: "licence", code }) as const));
  if (tooFar(wants, holds)) found.push({ kind: "distance", code: null });
  if (scheduleFit(wants, holds) === refused) found.push({ kind: "schedule", code: null });
  if (hoursFit(wants, holds) === refused) found.push({ kind: "hours", code: null });
  if (contractFit(wants, holds) === refused) found.push({ kind: "contract", code: null });
  if (cv.shutOutCompanyIds.includes(offer.companyId)) found.push({ kind: "shutOut", code: null });
  return found;
};

const factsOf = (cv: MatchCv, offer: MatchOffer, today: Day): MatchFacts => {
  const wants = cvTerms(cv);
  const holds = offerTerms(offer);
  const expectations = expectationsOf(offer);
  return {
    occupation: occupationFit(cv, offer.occupation)?.permille ?? 0,
    covered: weightOf(expectations.skills, heldSkills(cv)) + weightOf(expectations.licences, heldLicences(cv)),
    expected: expectations.total,
    months: monthsToward(cv, offer.occupation),
    asked: offer.experienceMonths,
    experienceRequired: offer.experienceRequired,
    contract: contractFit(wants, holds),
    hours: hoursFit(wants, holds),
    schedule: scheduleFit(wants, holds),
    delay: delayOf(wants, holds, dayNumber(today)),
  };
};

const weightOf = (expected: ReadonlyMap<string, number>, held: ReadonlySet<string>): number => {
  let sum = 0;
  for (const [code, weight] of expected) if (held.has(code)) sum += weight;
  return sum;
};
