import {
  employerLapseMail,
  nudgeMail,
  offerClosedMail,
  receiptMail,
  receivedMail,
  reminderMail,
  stepMail,
  withdrawnMail,
} from "#client/applications/application-mails.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { type ApplicationDocument, ApplicationModel } from "#server/applications/application-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { dispatchFew } from "#server/platform/mail/dispatch.ts";
import type { OutgoingMail } from "#server/platform/mail/outgoing-mail.ts";
import { reminderAfterDays } from "#shared/applications/application-rules.ts";
import { openApplicationStatuses } from "#shared/applications/application-transitions.ts";
import { addDays, dayOf } from "#shared/kernel/calendar.ts";
import { startOfDay } from "#shared/kernel/moment.ts";
import type { PerformEffect, PerformWith } from "#workers/settle.ts";
import { type Case, colleaguesOf, readCase, toCandidate, toColleagues } from "./application-post.ts";

type Perform = PerformWith<ApplicationDocument>;

/** What an application owes after each change: mails, each once by its key. */
export const applicationEffects: Readonly<Record<string, Perform>> = {
  sent: (_id, _detail, application) => tell(application, (found) => [...receiptOf(found), ...receivedBy(found)]),
  // What an application sent before both left together still owes.
  receipt: (_id, _detail, application) => tell(application, receiptOf),
  received: (_id, _detail, application) => tell(application, receivedBy),

  /** A step that was overtaken by the next is told by the next. */
  step: async (id, status, document) => {
    if (document.status !== status) return;
    await tell(document, (found) => {
      const { application } = found;
      const mail = stepMail({ ...forCandidate(found), ...application });
      const key = `application-step-${id}-${status}-${application.steps.length}`;
      return toCandidate(found, { key, kind: "application-step", mail });
    });
  },

  withdrawn: (_id, _detail, application) => tellCompany(application, "withdrawn", withdrawnMail),
  nudge: (_id, _detail, application) => tellCompany(application, "nudge", nudgeMail),
  lapsed: (_id, _detail, application) => tellCompany(application, "lapsed", employerLapseMail),

  /** The first reminder of a day speaks for all that the company left unread; the day is in the key. */
  remind: async (_id, day, application) => {
    if (application.status !== "new") return;
    const companyId = application.companyId.toHexString();
    const waiting = await unreadOf(companyId);
    if (waiting.length === 0) return;
    const letter = { key: `application-reminder-${day}`, mail: reminderMail(waiting) };
    await dispatchFew(toColleagues(await colleaguesOf(companyId), { ...letter, kind: "application-received" }));
  },
};

const tell = async (document: ApplicationDocument, write: (found: Case) => OutgoingMail[]): Promise<void> => {
  const found = await readCase(document);
  if (found) await dispatchFew(write(found));
};

const receiptOf = (found: Case): OutgoingMail[] => {
  const { id, nextDeadline, createdAt } = found.application;
  const mail = receiptMail({ ...forCandidate(found), today: dayOf(new Date(createdAt)), nextDeadline });
  return toCandidate(found, { key: `application-receipt-${id}`, kind: "application-receipt", mail });
};

/** Once it was read or withdrawn, that it came is no news. */
const receivedBy = (found: Case): OutgoingMail[] => {
  const { id, status } = found.application;
  const mail = receivedMail(forEmployer(found));
  const letter = { key: `application-received-${id}`, kind: "application-received", mail } as const;
  return status === "new" ? toColleagues(found.colleagues, letter) : [];
};

/** The end of an offer, told to those who still wait for its answer; nothing when it was opened again meanwhile. */
export const tellApplicants: PerformEffect = async (offerId) => {
  const waiting = await ApplicationModel.find({ offerId, status: anyOf(openApplicationStatuses) }).lean();
  for (const application of waiting) await tell(application, offerClosedTo);
};

const offerClosedTo = (found: Case): OutgoingMail[] => {
  const { status } = found.offer;
  if (status !== "filled" && status !== "cancelled") return [];
  const mail = offerClosedMail({ ...forCandidate(found), filled: status === "filled" });
  const key = `application-offer-closed-${found.application.id}`;
  return toCandidate(found, { key, kind: "application-step", mail });
};

const tellCompany = (
  document: ApplicationDocument,
  what: string,
  write: (about: AboutForEmployer) => ReturnType<typeof nudgeMail>,
): Promise<void> =>
  tell(document, (found) => {
    const key = `application-${what}-${found.application.id}`;
    return toColleagues(found.colleagues, { key, kind: "application-step", mail: write(forEmployer(found)) });
  });

const unreadOf = async (companyId: string): Promise<{ firstName: string; title: string }[]> => {
  const before = startOfDay(addDays(today(), 1 - reminderAfterDays[0])); // the whole day counts
  const unread = await ApplicationModel.find({ companyId, status: "new", createdAt: lessThan(before) })
    .sort({ createdAt: 1 })
    .limit(200)
    .lean();
  const [people, offers] = await Promise.all([
    AccountModel.find({ _id: anyOf(unread.map(({ accountId }) => accountId)) }, { firstName: 1 }).lean(),
    OfferModel.find({ _id: anyOf(unread.map(({ offerId }) => offerId)) }, { title: 1 }).lean(),
  ]);
  const names = new Map(people.map(({ _id, firstName }) => [String(_id), firstName]));
  const titles = new Map(offers.map(({ _id, title }) => [String(_id), title]));
  return unread.map(({ accountId, offerId }) => ({
    firstName: names.get(String(accountId)) ?? "Une personne",
    title: titles.get(String(offerId)) ?? "une offre",
  }));
};

const forCandidate = ({ application, offer }: Case) => ({
  applicationId: application.id,
  title: offer.title,
  employer: offer.employerShown ? offer.companyName : null,
  today: today(),
});

type AboutForEmployer = ReturnType<typeof forEmployer>;

const forEmployer = ({ application, offer, candidate }: Case) => ({
  applicationId: application.id,
  firstName: candidate.firstName,
  title: offer.title,
});
