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
import { ApplicationModel } from "#server/applications/application-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { dispatchFew } from "#server/platform/mail/dispatch.ts";
import type { OutgoingMail } from "#server/platform/mail/outgoing-mail.ts";
import { reminderAfterDays } from "#shared/applications/application-rules.ts";
import { openApplicationStatuses } from "#shared/applications/application-transitions.ts";
import { addDays, dayOf } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import type { PerformEffect } from "#workers/settle.ts";
import { type Case, readCase, toCandidate, toCompany } from "./application-post.ts";

/** What an application owes after each change: mails, each once by its key. */
export const applicationEffects: Readonly<Record<string, PerformEffect>> = {
  sent: async (id) => {
    const found = await readCase(id);
    if (found) await dispatchFew([...receiptOf(found), ...(await receivedBy(found))]);
  },
  // What an application sent before both left together still owes.
  receipt: async (id) => {
    const found = await readCase(id);
    if (found) await dispatchFew(receiptOf(found));
  },
  received: async (id) => {
    const found = await readCase(id);
    if (found) await dispatchFew(await receivedBy(found));
  },

  /** A step that was overtaken by the next is told by the next. */
  step: async (id, status) => {
    const found = await readCase(id);
    if (!found || found.application.status !== status) return;
    const { application } = found;
    const mail = stepMail({ ...forCandidate(found), ...application });
    const key = `application-step-${id}-${status}-${application.steps.length}`;
    await dispatchFew(toCandidate(found, { key, kind: "application-step", mail }));
  },

  withdrawn: (id) => tellCompany(id, "withdrawn", withdrawnMail),
  nudge: (id) => tellCompany(id, "nudge", nudgeMail),
  lapsed: (id) => tellCompany(id, "lapsed", employerLapseMail),

  /** The first reminder of a day speaks for all that the company left unread; the day is in the key. */
  remind: async (id, day) => {
    const application = await ApplicationModel.findById(id, { companyId: 1, status: 1 }).lean();
    if (application?.status !== "new") return;
    const companyId = application.companyId.toHexString();
    const waiting = await unreadOf(companyId);
    if (waiting.length === 0) return;
    const letter = { key: `application-reminder-${day}`, mail: reminderMail(waiting) };
    await dispatchFew(await toCompany(companyId, { ...letter, kind: "application-received" }));
  },
};

const receiptOf = (found: Case): OutgoingMail[] => {
  const { id, nextDeadline, createdAt } = found.application;
  const mail = receiptMail({ ...forCandidate(found), today: dayOf(new Date(createdAt)), nextDeadline });
  return toCandidate(found, { key: `application-receipt-${id}`, kind: "application-receipt", mail });
};

/** Once it was read or withdrawn, that it came is no news. */
const receivedBy = async (found: Case): Promise<OutgoingMail[]> => {
  const { id, companyId, status } = found.application;
  const mail = receivedMail(forEmployer(found));
  const letter = { key: `application-received-${id}`, kind: "application-received", mail } as const;
  return status === "new" ? toCompany(companyId, letter) : [];
};

/** The end of an offer, told to those who still wait for its answer; nothing when it was opened again meanwhile. */
export const tellApplicants: PerformEffect = async (offerId) => {
  const waiting = await ApplicationModel.find({ offerId, status: anyOf(openApplicationStatuses) }, { _id: 1 }).lean();
  for (const { _id } of waiting) {
    const id = _id.toHexString();
    const found = await readCase(id);
    if (!found || (found.offer.status !== "filled" && found.offer.status !== "cancelled")) continue;
    const mail = offerClosedMail({ ...forCandidate(found), filled: found.offer.status === "filled" });
    await dispatchFew(toCandidate(found, { key: `application-offer-closed-${id}`, kind: "application-step", mail }));
  }
};

const tellCompany = async (
  id: string,
  what: string,
  write: (about: AboutForEmployer) => ReturnType<typeof nudgeMail>,
) => {
  const found = await readCase(id);
  if (!found) return;
  const letter = {
    key: `application-${what}-${id}`,
    kind: "application-step",
    mail: write(forEmployer(found)),
  } as const;
  await dispatchFew(await toCompany(found.application.companyId, letter));
};

const unreadOf = async (companyId: string): Promise<{ firstName: string; title: string }[]> => {
  const before = instantOf(`${addDays(today(), 1 - reminderAfterDays[0])}T00:00`); // the whole day counts
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
