import { OfferModel } from "#server/offers/offer-model.ts";
import { freeElsewhere } from "#server/positionings/free-elsewhere.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import type { Work } from "#shared/kernel/job.ts";
import { type PerformEffect, settlement } from "#workers/settle.ts";
import { mailShortList, mailStep } from "./mail-steps.ts";

/** The person may open the page of an offer proposed to them, before the mail that says so. */
const mail = async (positioningId: string, detail: string): Promise<void> => {
  const positioning = await PositioningModel.findById(positioningId, { offerId: 1, accountId: 1 }).lean();
  if (!positioning) return;
  const { offerId, accountId } = positioning;
  await OfferModel.updateOne({ _id: offerId }, { $addToSet: { positionedAccountIds: accountId } });
  await mailStep(positioningId, detail);
};

/** What positionings owe. `hired` is what a later slice does when somebody is hired (`events`: the call at twelve months). */
export const positioningWork = ({ hired }: { readonly hired: PerformEffect }): Work =>
  settlement(PositioningModel, { mail, "short-list": mailShortList, free: freeElsewhere, hired });
