import { sayReasons } from "#client/matching/say-reasons.ts";
import { now, today } from "#server/platform/clock.ts";
import type { Effect } from "#server/platform/effects.ts";
import { newId } from "#server/platform/fields.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { toMatchCv, toMatchOffer } from "#shared/matching/project.ts";
import { scoreMatch } from "#shared/matching/score-match.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { PositioningMatch } from "#shared/positionings/positioning.ts";
import { tellScreens } from "./move-positioning.ts";
import { PositioningModel } from "./positioning-model.ts";

type First = {
  readonly status: "suggested" | "proposed";
  /** Who follows the card from now on. */
  readonly officerId: string;
  readonly by: string;
  readonly note: string | null;
  readonly effects: readonly Effect[];
};

/** The first step of one person on one offer. @returns its id, or null when the person is on this offer already */
export const newPositioning = async (offer: Offer, cv: Cv, first: First): Promise<string | null> => {
  const id = newId();
  const { status, officerId, by, note, effects } = first;
  try {
    await PositioningModel.create({
      _id: id,
      offerId: offer.id,
      accountId: cv.accountId,
      cvId: cv.id,
      companyId: offer.companyId,
      officerId,
      status,
      statusAt: now(),
      steps: [{ status, at: now(), by, note }],
      match: matchSaid(offer, cv),
      interviewAt: null,
      interviewPlace: null,
      startsOn: null,
      followUps: [],
      handovers: [],
      version: 1,
      createdAt: now(),
      updatedAt: now(),
      effects,
    } as never); // ids are cast from hexadecimal by mongoose; the model's own type wants them cast already
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
  tellScreens({ id: id.toHexString(), offerId: offer.id, accountId: cv.accountId });
  return id.toHexString();
};

/** The ranking's word, kept as it was said. */
const matchSaid = (offer: Offer, cv: Cv): PositioningMatch => {
  const match = scoreMatch(toMatchCv(cv), toMatchOffer(offer), { today: today() });
  return {
    score: match.score,
    level: match.level,
    weightsVersion: String(match.weightsVersion),
    reasons: sayReasons(match.reasons, "officer").map(({ text }) => text),
  };
};
