import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { pairKey, timetableInput } from "#shared/events/dating-input.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import { firstOpenSlot } from "#shared/events/job-dating-rules.ts";
import type { TimetableInput } from "#shared/events/timetable/timetable.ts";
import type { MatchCv, MatchOffer } from "#shared/matching/match-input.ts";
import { toMatchCv, toMatchOffer } from "#shared/matching/project.ts";
import { scorePair } from "#shared/matching/score-match.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import { peopleOf } from "./find-job-dating.ts";

export type PlanFacts = { readonly input: TimetableInput; readonly people: readonly Registration[] };

/** What a timetable is made from, read at this instant: those who have a place, their wishes, their matches. */
export const planFacts = async (dating: JobDating): Promise<PlanFacts> => {
  const { placed: people } = await peopleOf(dating);
  const { scores, shutOut } = await matchesOf(dating, people);
  return { people, input: timetableInput(dating, { people, scores, shutOut, from: firstOpenSlot(dating, now()) }) };
};

/** The best match of each person with the open offers of each company, by the same calculation as everywhere. */
const matchesOf = async (dating: JobDating, people: readonly Registration[]) => {
  const accounts = people.flatMap(({ accountId }) => accountId ?? []);
  const cvs = (await CvModel.find({ accountId: anyOf(accounts) }).lean()).map(toCv);
  const byAccount = new Map(cvs.map((cv) => [cv.accountId, cv]));
  const companyIds = dating.companies.map(({ companyId }) => companyId);
  const offers = (await OfferModel.find({ companyId: anyOf(companyIds), status: "published" }).lean())
    .map(toOffer)
    .filter((offer) => isOpen(offer, today()))
    .map(toMatchOffer);
  const scores = new Map<string, number>();
  const shutOut = new Set<string>();
  for (const person of people) {
    const cv = byAccount.get(person.accountId ?? "");
    for (const companyId of cv?.blockedCompanyIds ?? []) shutOut.add(pairKey(person.id, companyId));
    if (cv && mayBeRead(cv))
      for (const [companyId, score] of bestScores(toMatchCv(cv), offers))
        scores.set(pairKey(person.id, companyId), score);
  }
  return { scores, shutOut };
};

const bestScores = (cv: MatchCv, offers: readonly MatchOffer[]): ReadonlyMap<string, number> => {
  const best = new Map<string, number>();
  for (const offer of offers) {
    const { feasible, score } = scorePair(cv, offer, { today: today() });
    if (feasible) best.set(offer.companyId, Math.max(best.get(offer.companyId) ?? 0, score));
  }
  return best;
};

/** A hidden CV weighs nothing; what it shuts out still counts. */
const mayBeRead = ({ status, visibility }: Cv): boolean => status === "active" && visibility !== "hidden";
