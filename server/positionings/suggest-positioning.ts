import { sayReasons } from "#client/matching/say-reasons.ts";
import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { matchableCvs } from "#server/cvs/cv-visibility.ts";
import { findExclusiveOffer } from "#server/offers/exclusive-find.ts";
import { now, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { toMatchCv, toMatchOffer } from "#shared/matching/project.ts";
import { scoreMatch } from "#shared/matching/score-match.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import type { SuggestForm } from "#shared/positionings/accompaniment-contracts.ts";
import type { PositioningMatch } from "#shared/positionings/positioning.ts";
import { findAccompanied } from "./accompany.ts";
import { tellScreens } from "./move-positioning.ts";
import { PositioningModel } from "./positioning-model.ts";

/**
 * A counsellor puts somebody they accompany forward for an exclusive offer: the officer who recorded it decides
 * whether to propose it. Nothing is told to the company.
 */
export const suggestPositioning = async (
  actor: Member,
  accompanimentId: string,
  { offerId, reason, sure }: SuggestForm,
): Promise<void> => {
  const { accountId } = await findAccompanied(actor, accompanimentId);
  refuseCareless({ field: "reason", text: reason, sure });
  const offer = await findExclusiveOffer(offerId);
  const found = await CvModel.findOne({ accountId, ...matchableCvs() }).lean();
  const cv = found && toCv(found);
  // A company that the person shut out looks like any offer that is not open: their choice stays theirs.
  if (!cv || !isOpen(offer, today()) || cv.blockedCompanyIds.includes(offer.companyId))
    throw new Failure("conflict", "offer-is-not-open");
  const id = newId();
  const facts = { offerId: offer.id, accountId, cvId: cv.id, companyId: offer.companyId };
  try {
    await PositioningModel.create({
      _id: id,
      ...facts,
      officerId: offer.createdBy,
      status: "suggested",
      statusAt: now(),
      steps: [{ status: "suggested", at: now(), by: actor.accountId, note: reason }],
      match: matchSaid(offer, cv),
      interviewAt: null,
      interviewPlace: null,
      startsOn: null,
      followUps: [],
      handovers: [],
      version: 1,
      createdAt: now(),
      updatedAt: now(),
      effects: [],
    } as never); // ids are cast from hexadecimal by mongoose; the model's own type wants them cast already
  } catch (error) {
    if (isDuplicate(error)) throw new Failure("conflict", "positioned-already");
    throw error;
  }
  tellScreens({ id: id.toHexString(), offerId: offer.id, accountId });
};

/** The ranking's word, kept as it was said. */
export const matchSaid = (offer: Offer, cv: Cv): PositioningMatch => {
  const match = scoreMatch(toMatchCv(cv), toMatchOffer(offer), { today: today() });
  return {
    score: match.score,
    level: match.level,
    weightsVersion: String(match.weightsVersion),
    reasons: sayReasons(match.reasons, "officer").map(({ text }) => text),
  };
};
