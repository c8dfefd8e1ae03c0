import type { JobDating } from "#shared/events/job-dating.ts";
import type { Verdict } from "#shared/events/verdict.ts";
import { jobDatingById } from "./find-job-dating.ts";
import { RegistrationModel } from "./job-dating-model.ts";
import { positionMet } from "./position-met.ts";
import { toVerdict, VerdictModel } from "./verdict-model.ts";

/** What a company said after a meeting reaches the person's card, when its person and its offer are known. */
export const positionAfterVerdict = async (verdictId: string): Promise<void> => {
  const found = await VerdictModel.findById(verdictId).lean();
  if (!found?.offerId) return;
  const { registrationId, jobDatingId, verdict } = toVerdict(found);
  const person = await RegistrationModel.findById(registrationId, { accountId: 1 }).lean();
  const dating = await jobDatingById(jobDatingId);
  if (!person?.accountId) return;
  const positioningId = await positionMet({
    event: dating,
    accountId: person.accountId.toHexString(),
    offerId: found.offerId.toHexString(),
    goesOn: verdict !== "no",
    remark: remarkOf(dating, verdict),
  });
  if (positioningId !== null) await VerdictModel.updateOne({ _id: verdictId }, { $set: { positioningId } });
};

const wishes: Record<Verdict, string> = {
  next: "l’entreprise souhaite poursuivre",
  hire: "l’entreprise souhaite embaucher",
  no: "l’entreprise ne poursuit pas",
};

const remarkOf = ({ title, day }: JobDating, verdict: Verdict): string =>
  `Rencontre au job dating « ${title} » (${day}) : ${wishes[verdict]}.`;
