import { contactAnsweredMail, contactAskedMail } from "#client/cvs/cv-mails.tsx";
import type { Mail } from "#client/kernel/mail.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { ContactRequestModel, toContactRequest } from "#server/cvs/contact-request-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import type { ContactRequest } from "#shared/cvs/contact-request.ts";
import type { Work } from "#shared/kernel/job.ts";
import { type PerformEffect, settlement } from "#workers/settle.ts";

/** What CVs and contact requests owe. `more` performs what a later slice does when a CV changes (`match`). */
export const cvWork = (more: Readonly<Record<string, PerformEffect>>): Work => {
  const parts = [
    settlement(CvModel, { match: async () => undefined, ...more }),
    settlement(ContactRequestModel, { mail: mailContact }),
  ];
  return {
    performers: parts.flatMap(({ performers }) => performers),
    recurrences: parts.flatMap(({ recurrences }) => recurrences),
  };
};

/** "asked" tells the person; "accepted" and "declined" tell the employer who asked. */
const mailContact = async (requestId: string, step: string): Promise<void> => {
  const document = await ContactRequestModel.findById(requestId).lean();
  if (document === null) return;
  const request = toContactRequest(document);
  const effect = document.effects.find(({ kind }) => kind === `mail/${step}`);
  // an answer changed since: its own mail is on the way, this one would be false
  if (effect === undefined || (step !== "asked" && step !== request.status)) return;
  const { toId, mail } = step === "asked" ? askedMail(request) : answeredMail(request);
  const account = await AccountModel.findOne({ _id: toId, status: "active" }, { email: 1 }).lean();
  if (account === null) return;
  await dispatchMail({
    dedupeKey: `contact-${requestId}-${effect.key}`,
    kind: step === "asked" ? "contact-request" : "contact-answer",
    to: account.email,
    ...sayMail(mail),
  });
};

type Addressed = { readonly toId: string; readonly mail: Mail };

const askedMail = ({ accountId, companyName, message }: ContactRequest): Addressed => ({
  toId: accountId,
  mail: contactAskedMail({ companyName, message }),
});

const answeredMail = ({ employerAccountId, status, cvId }: ContactRequest): Addressed => ({
  toId: employerAccountId,
  mail: contactAnsweredMail({ accepted: status === "accepted", cvId }),
});
