import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { matchableCvs } from "#server/cvs/cv-visibility.ts";
import { findExclusiveOffer } from "#server/offers/exclusive-find.ts";
import { today } from "#server/platform/clock.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import type { SuggestForm } from "#shared/positionings/accompaniment-contracts.ts";
import { findAccompanied } from "./accompany.ts";
import { newPositioning } from "./new-positioning.ts";

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
  const id = await newPositioning(offer, cv, {
    status: "suggested",
    officerId: offer.createdBy,
    by: actor.accountId,
    note: reason,
    effects: [],
  });
  if (id === null) throw new Failure("conflict", "positioned-already");
};
