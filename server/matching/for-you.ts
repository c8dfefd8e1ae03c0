import { sayReasons } from "#client/matching/say-reasons.ts";
import type { ForYou } from "#client/offers/offer-page.tsx";
import { findCvOf } from "#server/cvs/find-cv.ts";
import { today } from "#server/platform/clock.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { toMatchCv, toMatchOffer } from "#shared/matching/project.ts";
import { scoreMatch } from "#shared/matching/score-match.ts";
import type { Offer } from "#shared/offers/offer.ts";

/** Why an offer fits the candidate who reads it; null for anyone else, and before a first CV. */
export const forYou = async (actor: Actor, offer: Offer): Promise<ForYou | null> => {
  if (actor.role !== "candidate") return null;
  const cv = await findCvOf(actor.accountId);
  if (cv === null) return null;
  const { level, reasons } = scoreMatch(toMatchCv(cv), toMatchOffer(offer), { today: today() });
  return { level, reasons: sayReasons(reasons, "candidate") };
};
