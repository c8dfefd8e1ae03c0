import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { readLink, signLink } from "#server/platform/signed-link.ts";
import { site } from "#server/platform/site.ts";
import type { Registration } from "#shared/events/job-dating.ts";
import { isOver, takesRegistrations } from "#shared/events/job-dating-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { findToRun, jobDatingById } from "./find-job-dating.ts";
import { RegistrationModel, toRegistration } from "./job-dating-model.ts";
import { touchDating } from "./keep-registration.ts";
import { refuseTwoPlaces } from "./register-person.ts";

const purpose = "job-dating-registration";

export const registrationPath = (registrationId: string): string =>
  `/inscriptions/${signLink(purpose, registrationId)}`;

/** What the door reads from a phone's screen: an officer's camera opens it, nobody else's may. */
export const doorUrl = ({ jobDatingId, code }: Pick<Registration, "jobDatingId" | "code">): string =>
  `${site().publicUrl}/bureau/evenements/${jobDatingId}/accueil?code=${code}`;

/** The registration a link was made for. Looking changes nothing. */
export const registrationOfLink = async (token: string): Promise<Registration> => {
  const id = readLink(purpose, token);
  const found = id === null ? null : await RegistrationModel.findById(id).lean();
  if (!found) throw new Failure("missing", "missing-page");
  return toRegistration(found);
};

/** The address is proved: the person joins the queue. Pressed twice, it is confirmed once. */
export const confirmRegistration = async (token: string): Promise<void> => {
  const registration = await registrationOfLink(token);
  if (registration.status !== "unconfirmed") return;
  const dating = await jobDatingById(registration.jobDatingId);
  if (!takesRegistrations(dating, now())) throw new Failure("conflict", "registrations-closed");
  if (registration.email !== null) await refuseTwoPlaces(dating, registration.email);
  await RegistrationModel.updateOne(
    { _id: registration.id, status: "unconfirmed" },
    {
      $set: { status: "active", queuedAt: now(), updatedAt: now() },
      $push: { effects: owe("place", now().getTime().toString(36)) },
    },
  );
  await enqueue(settleJob("registrations"), { id: registration.id });
  await touchDating(dating.id);
};

export const cancelByLink = async (token: string): Promise<void> => cancel(await registrationOfLink(token));

export const cancelMine = async (actor: Member, registrationId: string): Promise<void> =>
  cancel(await registrationOf(actor, registrationId));

/** One's own, by account. @throws missing for anybody else's */
export const registrationOf = async (actor: Member, registrationId: string): Promise<Registration> => {
  const found = await RegistrationModel.findOne({ _id: registrationId, accountId: actor.accountId }).lean();
  if (!found) throw new Failure("missing", "missing-page");
  return toRegistration(found);
};

export const cancelFor = async (actor: Member, ids: { jobDatingId: string; registrationId: string }): Promise<void> => {
  await findToRun(actor, ids.jobDatingId);
  const found = await RegistrationModel.findOne({ _id: ids.registrationId, jobDatingId: ids.jobDatingId }).lean();
  if (!found) throw new Failure("missing", "missing-page");
  await cancel(toRegistration(found));
};

/** The place goes to the next in the queue, who is told; the meetings become free places of the timetable. */
const cancel = async ({ id, jobDatingId, status }: Registration): Promise<void> => {
  if (status === "cancelled") return;
  const dating = await jobDatingById(jobDatingId);
  if (isOver(dating, now())) throw new Failure("conflict", "already-over");
  await RegistrationModel.updateOne(
    { _id: id },
    { $set: { status: "cancelled", updatedAt: now() }, $push: { effects: owe("next") } },
  );
  // First, so that the calendar of whoever leaves gets a higher number with the cancelling.
  await touchDating(jobDatingId);
  await enqueue(settleJob("registrations"), { id });
};
