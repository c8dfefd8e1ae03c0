import { AccountModel } from "#server/accounts/account-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { addPositioningNote } from "#server/positionings/add-positioning-note.ts";
import { PositioningModel, toPositioning } from "#server/positionings/positioning-model.ts";
import { proposeCandidates } from "#server/positionings/propose-candidates.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";

type Met = {
  readonly event: Pick<JobDating, "officerId">;
  readonly accountId: string;
  readonly offerId: string;
  /** The company wishes to go on. */
  readonly goesOn: boolean;
  readonly remark: string;
};

/**
 * A wish to go on becomes a positioning of the event's officer, and the person is asked for their yes like for any
 * other: having met a company gives it no CV. A card that is there already gets a line, and so does a "no"; nobody is
 * refused by a machine in the middle of the hall.
 * @returns the card's id, or null when there is none
 */
export const positionMet = async (met: Met): Promise<string | null> => {
  const officer = await memberOf(met.event.officerId);
  if (!officer) return null;
  const card = (await cardOf(met)) ?? (met.goesOn ? await propose(officer, met) : null);
  if (!card) return null;
  if (!card.steps.some(({ note }) => note === met.remark))
    await addPositioningNote(officer, card.id, { remark: met.remark, sure: true });
  return card.id;
};

const cardOf = async ({ offerId, accountId }: Met): Promise<Positioning | null> => {
  const found = await PositioningModel.findOne({ offerId, accountId }).lean();
  return found && toPositioning(found);
};

/** Null when the offer closed meanwhile, or the CV is hidden: the officer reads of the meeting all the same. */
const propose = async (officer: Member, met: Met): Promise<Positioning | null> => {
  const cv = await CvModel.findOne({ accountId: met.accountId }, { _id: 1 }).lean();
  if (!cv) return null;
  try {
    await proposeCandidates(officer, met.offerId, [cv._id.toHexString()]);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return null;
  }
  return cardOf(met);
};

const memberOf = async (accountId: string): Promise<Member | null> => {
  const account = await AccountModel.findById(accountId).lean();
  if (!account) return null;
  const { firstName, lastName, email, role } = account;
  return { role, accountId, firstName, lastName, email, companyId: null };
};
