import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf } from "#server/platform/filter.ts";
import { type ContactRequestStatus, contactRequestStatuses } from "#shared/cvs/contact-request.ts";
import { contactTransitions } from "#shared/cvs/cv-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { ContactRequestModel } from "./contact-request-model.ts";

type Answer = "accepted" | "declined";

/** A person says yes or no to one company, and may change their mind. */
export const answerContact = async (actor: Member, requestId: string, answer: Answer): Promise<void> => {
  const own = { _id: requestId, accountId: actor.accountId };
  const answered = await ContactRequestModel.findOneAndUpdate(
    { ...own, status: anyOf(statusesBefore(answer)) },
    { $set: { status: answer, answeredAt: now() }, $push: { effects: owe("mail", answer) } },
  ).lean();
  if (answered !== null) return enqueue(settleJob("contact-requests"), { id: requestId });
  if (await ContactRequestModel.exists(own)) throw new Failure("conflict", "answered-already");
  throw new Failure("missing", "missing-page");
};

const statusesBefore = (answer: Answer): readonly ContactRequestStatus[] =>
  contactRequestStatuses.filter((from) => (contactTransitions[from] as readonly string[]).includes(answer));
