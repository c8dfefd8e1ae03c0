import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { sendSignal } from "#server/platform/signals.ts";
import type { VerdictForm } from "#shared/events/table-contracts.ts";
import { canGiveVerdict, whyNoMeeting } from "#shared/events/verdict.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { jobDatingById } from "./find-job-dating.ts";
import { RegistrationModel, toRegistration } from "./job-dating-model.ts";
import { offersAtTable } from "./offers-at-table.ts";
import { VerdictModel } from "./verdict-model.ts";

type Said = { readonly jobDatingId: string; readonly registrationId: string; readonly typed: VerdictForm };

/** Keeps a company's word on somebody it met; said again, the last one counts. What follows is owed. */
export const giveVerdict = async (actor: Member, { jobDatingId, registrationId, typed }: Said): Promise<void> => {
  const { companyId } = actor;
  if (companyId === null || !canGiveVerdict(actor, companyId)) throw new Failure("missing", "missing-page");
  const dating = await jobDatingById(jobDatingId);
  const found = await RegistrationModel.findOne({ _id: registrationId, jobDatingId }).lean();
  const meeting = dating.announced?.meetings.find(
    (one) => one.registrationId === registrationId && one.companyId === companyId,
  );
  // A company knows of those it meets, and of nobody else.
  if (!found || !meeting) throw new Failure("missing", "missing-page");
  const why = whyNoMeeting({ dating, meeting, now: now() }, toRegistration(found));
  if (why !== null) throw new Failure("conflict", why);
  refuseCareless({ field: "note", text: typed.note, sure: typed.sure });
  const offers = await offersAtTable(dating, companyId);
  if (typed.offerId !== undefined && !offers.some(({ id }) => id === typed.offerId))
    throw wrongField("offerId", "not-a-choice");
  const key = { jobDatingId, companyId, registrationId };
  const { verdict, note } = typed;
  const said = {
    verdict,
    note,
    offerId: typed.offerId ?? offers[0]?.id ?? null,
    by: actor.accountId,
    updatedAt: now(),
  };
  const write = () =>
    VerdictModel.findOneAndUpdate(
      key,
      {
        $set: said,
        $setOnInsert: { positioningId: null, createdAt: now() },
        $push: { effects: owe("position", verdict) },
      },
      { upsert: true, returnDocument: "after" },
    ).lean();
  // Two presses in one instant both wish to create it: the second one then finds it.
  const kept = await write().catch((error) => (isDuplicate(error) ? write() : Promise.reject(error)));
  await enqueue(settleJob("meetingVerdicts"), { id: kept._id.toHexString() });
  sendSignal("staff", "job-dating-changed", { jobDatingId });
};
