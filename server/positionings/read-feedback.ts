import type { FeedbackCall, FeedbackCallLine, FeedbackFacts } from "#client/positionings/feedback-facts.ts";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CompanyModel, toCompany } from "#server/companies/company-model.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf, atMost } from "#server/platform/filter.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { companySays, contradictionOf, type InterviewFeedback } from "#shared/positionings/interview-feedback.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { findFeedback, findFeedbackByLink } from "./answer-feedback.ts";
import { namesOf, offersOf } from "./describe-cards.ts";
import { readPositioning } from "./find-positioning.ts";
import { InterviewFeedbackModel, toFeedback } from "./interview-feedback-model.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

/** What the mail's link shows. @throws gone when the card it speaks of is no more */
export const readFeedbackByLink = async (token: string): Promise<FeedbackFacts> => {
  const [facts] = await describe([await findFeedbackByLink(token)]);
  if (!facts) throw new Failure("gone", "feedback-is-over");
  return facts;
};

/** One call: the form, and whom to ask for. */
export const readFeedbackCall = async (feedbackId: string): Promise<FeedbackCall> => {
  const feedback = await findFeedback(feedbackId);
  const [facts] = await describe([feedback]);
  if (!facts) throw new Failure("missing", "missing-page");
  const positioning = await readPositioning(feedback.positioningId);
  if (!positioning) throw new Failure("missing", "missing-page");
  const reach = feedback.side === "candidate" ? await reachPerson(feedback) : await reachCompany(positioning);
  return { ...facts, reach };
};

const mostCalls = 100;

/** Whom to call today, the longest wait first. */
export const readFeedbackCalls = async (): Promise<FeedbackCallLine[]> => {
  const due = await InterviewFeedbackModel.find({ answeredAt: null, closedAt: null, callAt: atMost(now()) })
    .sort({ callAt: 1 })
    .limit(mostCalls)
    .lean();
  return describe(due.map(toFeedback));
};

/** Both sides of a card's last interview, and where they disagree. */
export const feedbackOfCard = async (
  positioning: Positioning,
): Promise<{ answers: InterviewFeedback[]; contradiction: ReturnType<typeof contradictionOf> }> => {
  const { id: positioningId, interviewAt } = positioning;
  if (interviewAt === null) return { answers: [], contradiction: null };
  const found = await InterviewFeedbackModel.find({ positioningId, interviewAt: new Date(interviewAt) }).lean();
  const answers = found.map(toFeedback);
  const of = (side: InterviewFeedback["side"]) => answers.find((one) => one.side === side) ?? null;
  return { answers, contradiction: contradictionOf(of("candidate"), companySays(of("employer"), positioning)) };
};

const describe = async (feedbacks: readonly InterviewFeedback[]): Promise<(FeedbackFacts & { id: string })[]> => {
  const cards = await PositioningModel.find({ _id: anyOf(feedbacks.map(({ positioningId }) => positioningId)) }).lean();
  const positionings = new Map(cards.map(toPositioning).map((one) => [one.id, one]));
  const [people, offers] = await Promise.all([
    namesOf(feedbacks.map(({ accountId }) => accountId)),
    offersOf([...positionings.values()].map(({ offerId }) => offerId)),
  ]);
  return feedbacks.flatMap((feedback) => {
    const positioning = positionings.get(feedback.positioningId);
    const person = people.get(feedback.accountId);
    const offer = positioning && offers.get(positioning.offerId);
    if (!positioning || !person || !offer) return [];
    return {
      ...feedback,
      firstName: person.firstName,
      lastName: person.lastName,
      offerTitle: offer.title,
      companyName: offer.companyName,
    };
  });
};

const reachPerson = async ({ accountId }: InterviewFeedback): Promise<FeedbackCall["reach"]> => {
  const person = await AccountModel.findById(accountId, { firstName: 1, lastName: 1, phone: 1 }).lean();
  return person ? [{ name: `${person.firstName} ${person.lastName}`, phone: person.phone }] : [];
};

/** Only those who agreed to be called. */
const reachCompany = async ({ companyId }: Positioning): Promise<FeedbackCall["reach"]> => {
  const company = await CompanyModel.findById(companyId).lean();
  const contacts = company ? toCompany(company).contacts.filter(({ mayBeCalled }) => mayBeCalled) : [];
  return contacts.map(({ name, role, phone }) => ({ name: role ? `${name}, ${role}` : name, phone }));
};
