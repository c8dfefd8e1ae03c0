import {
  datingCancelledMail,
  datingConfirmMail,
  datingInvitationMail,
  datingPlaceMail,
  datingTimesMail,
} from "#client/events/dating-mails.tsx";
import type { Mail } from "#client/kernel/mail.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { registrationPath } from "#server/events/answer-registration.ts";
import { jobDatingById, peopleOf } from "#server/events/find-job-dating.ts";
import { JobDatingModel, RegistrationModel, toRegistration } from "#server/events/job-dating-model.ts";
import { anyOf } from "#server/platform/filter.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import type { Work } from "#shared/kernel/job.ts";
import { type PerformEffect, settlement } from "#workers/settle.ts";

/** After a registration, a change of wishes or somebody's leaving: each hears once where they stand. */
const tellPlaces: PerformEffect = async (registrationId, detail) => {
  const found = await RegistrationModel.findById(registrationId).lean();
  if (!found) return;
  const registration = toRegistration(found);
  const dating = await jobDatingById(registration.jobDatingId);
  if (registration.status === "unconfirmed")
    await mail(registration, `dating-confirm-${registrationId}-${detail}`, (link) =>
      datingConfirmMail({ dating, link }),
    );
  await tellQueue(dating);
};

/** The waiting list fills itself: whoever has come into a place is told, and nobody twice the same thing. */
const tellQueue = async (dating: JobDating): Promise<void> => {
  if (dating.status !== "published") return;
  const { placed, waiting } = await peopleOf(dating);
  const told = await toldPlaces(dating.id);
  for (const [people, state] of [
    [placed, "placed"],
    [waiting, "waiting"],
  ] as const)
    for (const person of people) {
      if (told.get(person.id) === state) continue;
      await mail(person, `dating-${state}-${person.id}-${person.queuedAt ?? ""}`.replace(/[^\w.:-]/g, ""), (link) =>
        datingPlaceMail({ dating, link, code: person.code, waiting: state === "waiting" }),
      );
      await RegistrationModel.updateOne({ _id: person.id }, { $set: { toldPlace: state } });
    }
};

const toldPlaces = async (jobDatingId: string): Promise<ReadonlyMap<string, string | null>> => {
  const told = await RegistrationModel.find({ jobDatingId, status: "active" }, { toldPlace: 1 }).lean();
  return new Map(told.map(({ _id, toldPlace }) => [_id.toHexString(), toldPlace]));
};

/** Only those whose times changed hear of it. */
const tellTimes: PerformEffect = async (jobDatingId, revision) => {
  const dating = await jobDatingById(jobDatingId);
  const { placed } = await peopleOf(dating);
  const documents = await RegistrationModel.find({ jobDatingId, status: "active" }, { toldTimes: 1 }).lean();
  const told = new Map(documents.map(({ _id, toldTimes }) => [_id.toHexString(), toldTimes]));
  for (const person of placed) {
    const meetings = timesOf(dating, person.id);
    const times = meetings.map(({ companyId, table, slot }) => `${companyId} ${table} ${slot}`).join(", ");
    const before = told.get(person.id) ?? null;
    if (before === times) continue;
    await mail(person, `dating-times-${person.id}-${revision}`, (link) =>
      datingTimesMail({ dating, link, meetings, code: person.code, again: before !== null }),
    );
    await RegistrationModel.updateOne({ _id: person.id }, { $set: { toldTimes: times } });
  }
};

const timesOf = ({ announced }: JobDating, registrationId: string) =>
  (announced?.meetings ?? [])
    .filter((meeting) => meeting.registrationId === registrationId)
    .sort((one, other) => one.slot - other.slot);

const invite: PerformEffect = async (jobDatingId) => {
  const dating = await jobDatingById(jobDatingId);
  if (dating.status !== "published") return;
  const accounts = await AccountModel.find({ _id: anyOf(dating.invitedIds), status: "active" }, { email: 1 }).lean();
  for (const { _id, email } of accounts)
    await dispatchMail({
      dedupeKey: `dating-invitation-${jobDatingId}-${_id.toHexString()}`,
      kind: "dating-invitation",
      to: email,
      ...sayMail(datingInvitationMail({ dating, link: `/evenements/${jobDatingId}` })),
    });
  await tellQueue(dating);
};

const tellCancelled: PerformEffect = async (jobDatingId) => {
  const dating = await jobDatingById(jobDatingId);
  const registrations = await RegistrationModel.find({ jobDatingId, status: "active" }).lean();
  for (const person of registrations.map(toRegistration))
    await mail(person, `dating-cancelled-${person.id}`, () => datingCancelledMail({ dating, link: "/evenements" }));
};

/** People in staff's hand may have no address: staff tells them. */
const mail = async ({ id, email }: Registration, dedupeKey: string, say: (link: string) => Mail): Promise<void> => {
  if (email === null) return;
  await dispatchMail({ dedupeKey, kind: "dating-registration", to: email, ...sayMail(say(registrationPath(id))) });
};

const datings = settlement(JobDatingModel, { times: tellTimes, invite, cancelled: tellCancelled });
const registrations = settlement(RegistrationModel, { place: tellPlaces, next: tellPlaces });

export const eventWork: Work = {
  performers: [...datings.performers, ...registrations.performers],
  recurrences: [...datings.recurrences, ...registrations.recurrences],
};
