import { companyFeedbackMail, personFeedbackMail } from "#client/positionings/feedback-mails.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CompanyModel, toCompany } from "#server/companies/company-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now } from "#server/platform/clock.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { feedbackLink } from "#server/positionings/answer-feedback.ts";
import { readPositioning } from "#server/positionings/find-positioning.ts";
import { InterviewFeedbackModel, toFeedback } from "#server/positionings/interview-feedback-model.ts";
import { plainStep, takeStep } from "#server/positionings/move-positioning.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { askFeedback } from "#shared/positionings/feedback-jobs.ts";
import { type InterviewFeedback, isWorthAsking } from "#shared/positionings/interview-feedback.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { type PerformEffect, settlement } from "#workers/settle.ts";
import { askDueFeedback } from "./ask-feedback.ts";

/** Asks by mail; a side that has no address goes to the telephone's list at once. */
const mailQuestion: PerformEffect = async (feedbackId, which) => {
  const found = await readOpen(feedbackId);
  if (!found || !isWorthAsking(found.feedback.side, found.positioning.status)) return;
  const { feedback, positioning } = found;
  const [person, offer] = await Promise.all([
    AccountModel.findOne({ _id: positioning.accountId, status: "active" }).lean(),
    OfferModel.findById(positioning.offerId, { title: 1, companyName: 1 }).lean(),
  ]);
  if (!person || !offer) return;
  const asked = {
    offerTitle: offer.title,
    interviewAt: feedback.interviewAt,
    link: `/retours-entretien/${signLink(feedbackLink, feedback.id)}`,
    again: which === "again",
  };
  const isPerson = feedback.side === "candidate";
  const mail = isPerson
    ? personFeedbackMail({ ...asked, firstName: person.firstName, companyName: offer.companyName })
    : companyFeedbackMail({ ...asked, personName: `${person.firstName} ${person.lastName}` });
  const addresses = isPerson ? [{ id: feedback.accountId, to: person.email }] : await addressesOf(positioning);
  if (addresses.length === 0) return callInstead(feedbackId);
  for (const { id, to } of addresses)
    await dispatchMail({
      dedupeKey: `feedback-${feedbackId}-${which}-${id}`,
      kind: "interview-feedback",
      to,
      ...sayMail(mail),
    });
};

const readOpen = async (
  feedbackId: string,
): Promise<{ feedback: InterviewFeedback; positioning: Positioning } | null> => {
  const document = await InterviewFeedbackModel.findOne({ _id: feedbackId, answeredAt: null, closedAt: null }).lean();
  const positioning = document && (await readPositioning(document.positioningId.toHexString()));
  return document && positioning ? { feedback: toFeedback(document), positioning } : null;
};

/** The company's accounts; a company without one is asked at its first contact that gave an address. */
const addressesOf = async ({ companyId }: Positioning): Promise<{ id: string; to: string }[]> => {
  const accounts = await AccountModel.find({ companyId, role: "employer", status: "active" }, { email: 1 }).lean();
  if (accounts.length > 0) return accounts.map(({ _id, email: to }) => ({ id: _id.toHexString(), to }));
  const company = await CompanyModel.findById(companyId).lean();
  const contact = company && toCompany(company).contacts.find(({ email, mayBeCalled }) => email && mayBeCalled);
  return contact?.email ? [{ id: contact.id, to: contact.email }] : [];
};

const callInstead = async (feedbackId: string): Promise<void> => {
  await InterviewFeedbackModel.updateOne(
    { _id: feedbackId, callAt: null },
    { $set: { callAt: now(), remindedAt: now() } },
  );
};

/** What the company says of the coming moves the card, as if it had pressed the button itself. */
const moveCard: PerformEffect = async (feedbackId) => {
  const document = await InterviewFeedbackModel.findById(feedbackId).lean();
  if (!document) return;
  const { side, came, interviewAt, positioningId } = toFeedback(document);
  const positioning = await readPositioning(positioningId);
  if (side !== "employer" || (came !== "yes" && came !== "no")) return;
  if (positioning?.status !== "interviewPlanned" || positioning.interviewAt !== interviewAt) return;
  const to = came === "yes" ? "interviewed" : "absent";
  await takeStep(positioning, { ...plainStep, to, hand: "employer", by: null }).catch((error: unknown) => {
    if (!(error instanceof Failure && error.kind === "conflict")) throw error; // somebody moved it in the same moment
  });
};

const settling = settlement(InterviewFeedbackModel, { ask: mailQuestion, heard: moveCard });

export const feedbackWork: Work = {
  performers: [...settling.performers, performer(askFeedback, askDueFeedback)],
  recurrences: [
    ...settling.recurrences,
    { why: "Ask how the interviews of the day before went", when: "0 10 * * *", job: askFeedback },
  ],
};
