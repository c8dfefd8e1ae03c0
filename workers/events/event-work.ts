import { datingCancelledMail, datingInvitationMail, datingTimesMail } from "#client/events/dating-mails.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { jobDatingById, peopleOf } from "#server/events/find-job-dating.ts";
import { ForumContactModel } from "#server/events/forums/forum-model.ts";
import { positionAfterContact } from "#server/events/forums/position-after-contact.ts";
import { JobDatingModel, RegistrationModel, toRegistration } from "#server/events/job-dating-model.ts";
import { positionAfterVerdict } from "#server/events/position-after-verdict.ts";
import { VerdictModel } from "#server/events/verdict-model.ts";
import { anyOf } from "#server/platform/filter.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { remindDatings } from "#shared/events/event-jobs.ts";
import { endOf } from "#shared/events/slots.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { type PerformEffect, settlement } from "#workers/settle.ts";
import { mailRegistered, timesOf, timesTold } from "./mail-registered.ts";
import { remindPeople } from "./remind-people.ts";
import { tellFacts, tellNewPlaces } from "./tell-facts.ts";
import { tellPlaces, tellQueue } from "./tell-places.ts";

/** Only those whose times changed hear of it. */
const tellTimes: PerformEffect = async (jobDatingId, revision) => {
  const dating = await jobDatingById(jobDatingId);
  if (dating.status !== "published") return; // cancelled before these times were told
  const { placed } = await peopleOf(dating);
  const documents = await RegistrationModel.find({ jobDatingId, status: "active" }, { toldTimes: 1 }).lean();
  const told = new Map(documents.map(({ _id, toldTimes }) => [_id.toHexString(), toldTimes]));
  for (const person of placed) {
    const meetings = timesOf(dating, person.id);
    const times = timesTold(meetings);
    const before = told.get(person.id) ?? null;
    if (before === times) continue;
    await mailRegistered(person, {
      dating,
      dedupeKey: `dating-times-${person.id}-${revision}`,
      say: (link) => datingTimesMail({ dating, link, meetings, code: person.code, again: before !== null }),
      calendar: { dating, meetings, method: "REQUEST" },
    });
    await RegistrationModel.updateOne({ _id: person.id }, { $set: { toldTimes: times } });
  }
};

const invite: PerformEffect = async (jobDatingId) => {
  const dating = await jobDatingById(jobDatingId);
  if (dating.status !== "published") return;
  const accounts = await AccountModel.find({ _id: anyOf(dating.invitedIds), status: "active" }, { email: 1 }).lean();
  for (const { _id, email } of accounts)
    await dispatchMail({
      dedupeKey: `dating-invitation-${jobDatingId}-${_id.toHexString()}`,
      kind: "dating-invitation",
      to: email,
      uselessAfter: endOf(dating),
      ...sayMail(datingInvitationMail({ dating, link: `/evenements/${jobDatingId}` })),
    });
  await tellQueue(dating);
};

const tellCancelled: PerformEffect = async (jobDatingId) => {
  const dating = await jobDatingById(jobDatingId);
  const registrations = await RegistrationModel.find({ jobDatingId, status: "active" }).lean();
  for (const one of registrations) {
    const person = toRegistration(one);
    await mailRegistered(person, {
      dating,
      dedupeKey: `dating-cancelled-${person.id}`,
      say: () => datingCancelledMail({ dating, link: "/evenements" }),
      // Whoever only waited has nothing in their calendar to take away.
      ...(one.toldPlace === "placed" && {
        calendar: { dating, meetings: timesOf(dating, person.id), method: "CANCEL" as const },
      }),
    });
  }
};

const datings = settlement(JobDatingModel, {
  times: tellTimes,
  invite,
  cancelled: tellCancelled,
  facts: tellFacts,
  places: tellNewPlaces,
});
const registrations = settlement(RegistrationModel, { place: tellPlaces, next: tellPlaces });
const verdicts = settlement(VerdictModel, { position: positionAfterVerdict });
const contacts = settlement(ForumContactModel, { position: positionAfterContact });

export const eventWork: Work = {
  performers: [
    ...datings.performers,
    ...registrations.performers,
    ...verdicts.performers,
    ...contacts.performers,
    performer(remindDatings, remindPeople),
  ],
  recurrences: [
    ...datings.recurrences,
    ...registrations.recurrences,
    ...verdicts.recurrences,
    ...contacts.recurrences,
    // Each hour of the day, so that a machine that was off at nine still reminds at ten.
    { why: "Remind those who come to a job dating or a forum in two days", when: "20 9-18 * * *", job: remindDatings },
  ],
};
