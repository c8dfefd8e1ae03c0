import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { rankCvsForOffer } from "#server/matching/rank-cvs-for-offer.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf, atLeast } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { canBeMatched } from "#shared/cvs/cv-rules.ts";
import type { Score } from "#shared/matching/match.ts";
import { occupationFit } from "#shared/matching/occupation-fit.ts";
import { toMatchCv, toMatchOffer } from "#shared/matching/project.ts";
import { scorePair } from "#shared/matching/score-match.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { StrongMatchModel } from "./strong-match-model.ts";

/** More people than an officer asks for one offer in a day. */
const atMostPerOffer = 50;

/** An exclusive offer is new or changed: who fits it very well? */
export const matchOffer = async (offerId: string): Promise<void> => {
  const document = await OfferModel.findById(offerId).lean();
  if (!document?.exclusive) return;
  const offer = toOffer(document);
  sendSignal("staff", "offer-changed", { offerId });
  if (!isOpen(offer, today())) return;
  const { ranked } = await rankCvsForOffer(offer, { limit: atMostPerOffer });
  for (const { cvId, accountId, match } of ranked)
    if (match.level === "veryGood") await keep({ offerId, cvId, accountId, match });
};

/** A CV is new or changed: which exclusive offers does it fit very well? */
export const matchCv = async (cvId: string): Promise<void> => {
  const document = await CvModel.findById(cvId).lean();
  if (!document) return;
  const cv = toCv(document);
  if (!canBeMatched(cv)) return sendSignal("staff", "cv-changed", { cvId });
  const near = occupations.map(({ code }) => code).filter((code) => occupationFit(toMatchCv(cv), code) !== null);
  const offers = await OfferModel.find({
    exclusive: true,
    status: "published",
    occupation: anyOf(near), // no other can be a strong match: its occupation would be worth nothing
    expiresOn: atLeast(today()),
  }).lean();
  for (const offer of offers.map(toOffer)) {
    const match = scorePair(toMatchCv(cv), toMatchOffer(offer), { today: today() });
    if (match.feasible && match.level === "veryGood")
      await keep({ offerId: offer.id, cvId, accountId: cv.accountId, match });
  }
  sendSignal("staff", "cv-changed", { cvId });
};

type Found = { offerId: string; cvId: string; accountId: string; match: Score };

/** The unique pair decides who tells the desk: performing twice tells once. */
const keep = async ({ offerId, cvId, accountId, match: { score, level, weightsVersion } }: Found): Promise<void> => {
  try {
    const kept = await StrongMatchModel.updateOne(
      { offerId, cvId },
      { $setOnInsert: { accountId, score, level, weightsVersion, foundAt: now(), seenAt: null } },
      { upsert: true },
    );
    if (kept.upsertedCount === 1) sendSignal("staff", "strong-match", { offerId, cvId });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
};
