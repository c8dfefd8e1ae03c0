import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { canAskContact } from "#shared/cvs/cv-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { ContactRequestModel } from "./contact-request-model.ts";
import { seeCv } from "./open-cv.ts";

/** Asks the person behind an anonymous CV for their name. Once per CV and company: a "no" is an answer. */
export const askContact = async (actor: Member, cvId: string, message: string): Promise<void> => {
  const { cv, company, ties } = await seeCv(actor, cvId);
  if (company === null) throw new Failure("missing", "missing-page");
  if (!canAskContact(cv, actor, ties)) throw new Failure("conflict", "no-need-to-ask");
  try {
    const request = await ContactRequestModel.create({
      cvId,
      accountId: cv.accountId,
      companyId: company.id,
      companyName: company.name,
      employerAccountId: actor.accountId,
      offerId: null,
      message,
      status: "asked",
      askedAt: now(),
      answeredAt: null,
      effects: [owe("mail", "asked")],
    });
    await enqueue(settleJob("contact-requests"), { id: request._id.toHexString() });
  } catch (error) {
    if (isDuplicate(error)) throw new Failure("conflict", "asked-already");
    throw error;
  }
};
