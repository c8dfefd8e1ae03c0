import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { matchableCvs } from "#server/cvs/cv-visibility.ts";
import { findExclusiveOffer } from "#server/offers/exclusive-find.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import { positioningMayMove } from "#shared/positionings/positioning-transitions.ts";
import { plainStep, takeStep } from "./move-positioning.ts";
import { newPositioning } from "./new-positioning.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

/** How many were asked, and those who could not be: already on this offer, or whose CV closed meanwhile. */
export type Proposed = { readonly proposed: number; readonly already: number; readonly closed: number };

/** Proposes one offer to several people in one action; each answers for themselves. */
export const proposeCandidates = async (
  actor: Member,
  offerId: string,
  cvIds: readonly string[],
): Promise<Proposed> => {
  const offer = await findExclusiveOffer(offerId);
  if (!isOpen(offer, today())) throw new Failure("conflict", "offer-is-not-open");
  const cvs = (await CvModel.find({ _id: anyOf(cvIds), ...matchableCvs() }).lean()).map(toCv);
  const willing = cvs.filter((cv) => !cv.blockedCompanyIds.includes(offer.companyId));

  let proposed = 0;
  for (const cv of willing) if (await proposeOne(actor, offer, cv)) proposed += 1;
  return { proposed, already: willing.length - proposed, closed: cvIds.length - willing.length };
};

/** False when the person is on this offer already: two officers never ask one person twice. */
const proposeOne = async (actor: Member, offer: Offer, cv: Cv): Promise<boolean> => {
  const known = await PositioningModel.findOne({ offerId: offer.id, accountId: cv.accountId }).lean();
  const asked = known ? await proposeAgain(actor, toPositioning(known)) : await create(actor, offer, cv);
  if (!asked) return false;
  // What opens the offer's page to the person; the mail's performer repeats it should this line be cut off.
  await OfferModel.updateOne({ _id: offer.id }, { $addToSet: { positionedAccountIds: cv.accountId } });
  return true;
};

const proposeAgain = async (actor: Member, known: ReturnType<typeof toPositioning>): Promise<boolean> => {
  if (!positioningMayMove({ from: known.status, to: "proposed", hand: "officer" })) return false;
  try {
    await takeStep(known, { ...plainStep, to: "proposed", hand: "officer", by: actor.accountId });
    return true;
  } catch (error) {
    if (error instanceof Failure && error.kind === "conflict") return false;
    throw error;
  }
};

const create = async (actor: Member, offer: Offer, cv: Cv): Promise<boolean> => {
  const by = actor.accountId;
  const effects = [owe("mail", "proposed-officer")];
  const id = await newPositioning(offer, cv, { status: "proposed", officerId: by, by, note: null, effects });
  if (id !== null) await enqueue(settleJob("positionings"), { id });
  return id !== null;
};
