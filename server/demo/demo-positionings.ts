import type { Types } from "mongoose";
import { sayReasons } from "#client/matching/say-reasons.ts";
import type { CvDocument } from "#server/cvs/cv-model.ts";
import { toCv } from "#server/cvs/cv-model.ts";
import type { OfferDocument } from "#server/offers/offer-model.ts";
import { toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import type { PositioningDocument } from "#server/positionings/positioning-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { weights } from "#shared/matching/match-weights.ts";
import { toMatchCv, toMatchOffer } from "#shared/matching/project.ts";
import { scoreMatch, scorePair } from "#shared/matching/score-match.ts";
import { type PositioningStatus, positioningStatuses } from "#shared/positionings/positioning-words.ts";
import type { Chance } from "./chance.ts";
import { demoCard } from "./demo-card.ts";
import { daysAgo } from "./demo-companies.ts";

const road = (...steps: readonly PositioningStatus[]): readonly PositioningStatus[] => steps;
const submitted = road("proposed", "consented", "submitted");
const planned = road(...submitted, "seen", "interviewPlanned");
const hired = road(...submitted, "interviewPlanned", "interviewed", "selected", "hired");

/** The road to each state, as the transitions allow it. */
export const roads: Record<PositioningStatus, readonly PositioningStatus[]> = {
  suggested: road("suggested"),
  proposed: road("proposed"),
  consented: road("proposed", "consented"),
  declined: road("proposed", "declined"),
  submitted,
  seen: road(...submitted, "seen"),
  interviewPlanned: planned,
  interviewed: road(...planned, "interviewed"),
  absent: road(...planned, "absent"),
  selected: road(...planned, "interviewed", "selected"),
  hired,
  inPostM1: road(...hired, "inPostM1"),
  inPostM3: road(...hired, "inPostM1", "inPostM3"),
  inPostM6: road(...hired, "inPostM1", "inPostM3", "inPostM6"),
  endedEarly: road(...hired, "endedEarly"),
  refused: road(...submitted, "seen", "refused"),
  withdrawn: road("proposed", "consented", "withdrawn"),
  pool: road("proposed", "consented", "pool"),
  noAnswer: road("proposed", "noAnswer"),
  placedElsewhere: road("proposed", "placedElsewhere"),
};

type Given = { offers: readonly OfferDocument[]; cvs: readonly CvDocument[]; officerId: Types.ObjectId };

/** Two people in each state, over the exclusive offers; the demonstration's candidate has one to answer. */
export const demoPositionings = (luck: Chance, { offers, cvs, officerId }: Given): PositioningDocument[] => {
  const taken = new Set<CvDocument>();
  return [...positioningStatuses, ...positioningStatuses].flatMap((wanted, at) => {
    const offer = at === 0 && cvs[0] ? bestOffer(offers, cvs[0]) : offers[at % offers.length];
    const cv = at === 0 ? cvs[0] : offer && bestFor(offer, cvs, taken);
    if (!offer || !cv) return [];
    taken.add(cv);
    offer.positionedAccountIds.push(cv.accountId);
    return [positioningOf(luck, { status: at === 0 ? "proposed" : wanted, offer, cv, officerId })];
  });
};

/** The exclusive offer the demonstration's own candidate is asked about. */
const bestOffer = (offers: readonly OfferDocument[], cv: CvDocument): OfferDocument | undefined =>
  best(offers.map((offer) => ({ offer, cv })))?.offer;

/** Of the first few hundred CVs not taken yet, the one that fits best: an officer would not propose another. */
const bestFor = (
  offer: OfferDocument,
  cvs: readonly CvDocument[],
  taken: ReadonlySet<CvDocument>,
): CvDocument | undefined =>
  best(
    cvs
      .slice(1, 400)
      .filter((cv) => !taken.has(cv))
      .map((cv) => ({ offer, cv })),
  )?.cv;

type Pair = { readonly offer: OfferDocument; readonly cv: CvDocument };

const best = (pairs: readonly Pair[]): Pair | undefined =>
  pairs
    .map((pair) => ({
      pair,
      ...scorePair(toMatchCv(toCv(pair.cv)), toMatchOffer(toOffer(pair.offer)), { today: today() }),
    }))
    .sort((a, b) => Number(b.feasible) - Number(a.feasible) || b.score - a.score)[0]?.pair;

type One = { status: PositioningStatus; offer: OfferDocument; cv: CvDocument; officerId: Types.ObjectId };

const monthsIn: Partial<Record<PositioningStatus, number>> = {
  hired: 12,
  inPostM1: 45,
  inPostM3: 110,
  inPostM6: 190,
  endedEarly: 60,
};

const callsMade: Partial<Record<PositioningStatus, number>> = { inPostM1: 1, inPostM3: 2, inPostM6: 3 };

const positioningOf = (luck: Chance, { status, offer, cv, officerId }: One): PositioningDocument => {
  const taken = roads[status];
  const began = (monthsIn[status] ?? 0) + luck.int(0, 5) + (taken.length - 1) * 2;
  const steps = taken.map((step, at) => ({
    status: step,
    at: daysAgo(Math.max(0, began - at * 2), 2),
    by: officerId,
    note: null,
  }));
  const match = scoreMatch(toMatchCv(toCv(cv)), toMatchOffer(toOffer(offer)), { today: today() });
  return {
    ...demoCard({ offer, cv, officerId, steps, calls: callsMade[status] ?? 0 }),
    match: {
      score: match.score,
      level: match.level,
      weightsVersion: String(weights.version),
      reasons: sayReasons(match.reasons, "officer").map(({ text }) => text),
    },
    interviewAt:
      status === "interviewPlanned" ? new Date(Date.parse(`${addDays(today(), luck.int(1, 6))}T08:30:00Z`)) : null,
    interviewPlace: taken.includes("interviewPlanned") ? offer.commune.name : null,
  };
};
