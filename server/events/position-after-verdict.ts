import { AccountModel } from "#server/accounts/account-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { addPositioningNote } from "#server/positionings/add-positioning-note.ts";
import { PositioningModel, toPositioning } from "#server/positionings/positioning-model.ts";
import { proposeCandidates } from "#server/positionings/propose-candidates.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { MeetingVerdict, Verdict } from "#shared/events/verdict.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { jobDatingById } from "./find-job-dating.ts";
import { RegistrationModel } from "./job-dating-model.ts";
import { toVerdict, VerdictModel } from "./verdict-model.ts";

/**
 * A wish to go on becomes a positioning of the event's officer, and the person is asked for their yes like for any
 * other: having met a company gives it no CV. A card that is there already gets a line, and so does a "no"; nobody is
 * refused by a machine in the middle of the hall.
 */
export const positionAfterVerdict = async (verdictId: string): Promise<void> => {
  const found = await VerdictModel.findById(verdictId).lean();
  if (!found?.offerId) return;
  const verdict = toVerdict(found);
  const person = await RegistrationModel.findById(verdict.registrationId, { accountId: 1 }).lean();
  const dating = await jobDatingById(verdict.jobDatingId);
  const officer = await memberOf(dating.officerId);
  if (!person?.accountId || !officer) return;
  const accountId = person.accountId.toHexString();
  const card = (await cardOf(verdict, accountId)) ?? (await propose(officer, verdict, accountId));
  if (!card) return;
  await VerdictModel.updateOne({ _id: verdictId }, { $set: { positioningId: card.id } });
  const remark = remarkOf(dating, verdict.verdict);
  if (card.steps.some(({ note }) => note === remark)) return;
  await addPositioningNote(officer, card.id, { remark, sure: true });
};

const cardOf = async ({ offerId }: MeetingVerdict, accountId: string): Promise<Positioning | null> => {
  const found = await PositioningModel.findOne({ offerId, accountId }).lean();
  return found && toPositioning(found);
};

/** Null when the offer closed meanwhile, or the CV is hidden: the officer reads the verdict all the same. */
const propose = async (officer: Member, verdict: MeetingVerdict, accountId: string): Promise<Positioning | null> => {
  const { offerId } = verdict;
  const cv = await CvModel.findOne({ accountId }, { _id: 1 }).lean();
  if (verdict.verdict === "no" || offerId === null || !cv) return null;
  try {
    await proposeCandidates(officer, offerId, [cv._id.toHexString()]);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return null;
  }
  return cardOf(verdict, accountId);
};

const memberOf = async (accountId: string): Promise<Member | null> => {
  const account = await AccountModel.findById(accountId).lean();
  if (!account) return null;
  const { firstName, lastName, email, role } = account;
  return { role, accountId, firstName, lastName, email, companyId: null };
};

const wishes: Record<Verdict, string> = {
  next: "l’entreprise souhaite poursuivre",
  hire: "l’entreprise souhaite embaucher",
  no: "l’entreprise ne poursuit pas",
};

const remarkOf = ({ title, day }: JobDating, verdict: Verdict): string =>
  `Rencontre au job dating « ${title} » (${day}) : ${wishes[verdict]}.`;
