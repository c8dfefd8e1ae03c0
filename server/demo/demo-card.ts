import { Types } from "mongoose";
import type { CvDocument } from "#server/cvs/cv-model.ts";
import type { OfferDocument } from "#server/offers/offer-model.ts";
import { now } from "#server/platform/clock.ts";
import type { PositioningDocument } from "#server/positionings/positioning-model.ts";
import { addDays, dayOf } from "#shared/kernel/calendar.ts";
import { followUpsFrom } from "#shared/positionings/positioning-board.ts";

type Given = {
  readonly offer: OfferDocument;
  readonly cv: CvDocument;
  readonly officerId: Types.ObjectId;
  /** From the first to the last. */
  readonly steps: PositioningDocument["steps"];
  /** How many of the calls at 1, 3 and 6 months were made, each finding the person in the post. */
  readonly calls: number;
};

/** A card of the board as its steps left it: begun three days after the hiring. */
export const demoCard = ({ offer, cv, officerId, steps, calls }: Given): PositioningDocument => {
  const [first, last] = [steps[0], steps.at(-1)];
  const hiredAt = steps.find(({ status }) => status === "hired")?.at;
  const startsOn = hiredAt ? addDays(dayOf(hiredAt), 3) : null;
  return {
    _id: new Types.ObjectId(),
    offerId: offer._id,
    accountId: cv.accountId,
    cvId: cv._id,
    companyId: offer.companyId,
    officerId,
    status: last?.status ?? "suggested",
    statusAt: last?.at ?? now(),
    steps,
    match: null,
    interviewAt: null,
    interviewPlace: null,
    startsOn,
    handovers: [],
    followUps: startsOn
      ? followUpsFrom(startsOn).map((call, at) => ({
          ...call,
          ...(at < calls ? { doneAt: last?.at ?? now(), result: "inPost" as const } : { doneAt: null }),
        }))
      : [],
    version: steps.length,
    createdAt: first?.at ?? now(),
    updatedAt: last?.at ?? now(),
    effects: [],
  };
};
