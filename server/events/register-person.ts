import { AccountModel } from "#server/accounts/account-model.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { RegistrationForm, StaffRegistrationForm } from "#shared/events/dating-contracts.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { overlap, takesRegistrations } from "#shared/events/job-dating-rules.ts";
import { slotsOf } from "#shared/events/slots.ts";
import type { Actor, Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { findJobDating } from "./find-job-dating.ts";
import { JobDatingModel, RegistrationModel } from "./job-dating-model.ts";
import { keepRegistration } from "./keep-registration.ts";

const perIp = { name: "dating-ip", most: 60, minutes: 60 };
// The address may be somebody else's: nobody gets more than a few unasked mails a day.
const perEmail = { name: "dating-email", most: 5, minutes: 24 * 60 };

type Asked = { readonly jobDatingId: string; readonly typed: RegistrationForm; readonly ip: string };

/** Registers whoever is signed in at once; an address alone is asked by mail first, and never told apart. */
export const registerPerson = async (actor: Actor, { jobDatingId, typed, ip }: Asked): Promise<{ active: boolean }> => {
  await countAttempt(perIp, ip);
  const dating = await findOpen(actor, jobDatingId);
  refuseUnknown(dating, typed);
  if (actor.role === "candidate") {
    const { accountId, firstName, lastName, email } = actor;
    await refuseTwoPlaces(dating, email);
    await keepRegistration(dating, {
      ...typed,
      firstName,
      lastName,
      email,
      phone: null,
      accountId,
      by: null,
      active: true,
    });
    return { active: true };
  }
  if (actor.role !== "visitor") throw new Failure("conflict", "candidates-only");
  const { email, firstName, lastName } = typed;
  if (email === undefined) throw wrongField("email", "required");
  if (firstName === null) throw wrongField("firstName", "required");
  if (lastName === null) throw wrongField("lastName", "required");
  await countAttempt(perEmail, email);
  await keepRegistration(dating, {
    ...typed,
    firstName,
    lastName,
    email,
    phone: null,
    accountId: null,
    by: null,
    active: false,
  });
  return { active: false };
};

/** Staff registers somebody who is on the phone or at the desk: it holds at once, and staff answers for it. */
export const registerSomebody = async (
  actor: Member,
  { jobDatingId, typed }: { jobDatingId: string; typed: StaffRegistrationForm },
): Promise<{ active: boolean }> => {
  const dating = await findOpen(actor, jobDatingId);
  refuseUnknown(dating, typed);
  const email = typed.email ?? null;
  if (email !== null) await refuseTwoPlaces(dating, email);
  const account = email === null ? null : await AccountModel.findOne({ email, role: "candidate" }, { _id: 1 }).lean();
  const accountId = account?._id.toHexString() ?? null;
  await keepRegistration(dating, { ...typed, email, accountId, by: actor.accountId, active: true });
  return { active: true };
};

const findOpen = async (actor: Actor, jobDatingId: string): Promise<JobDating> => {
  const dating = await findJobDating(actor, jobDatingId);
  if (!takesRegistrations(dating, now())) throw new Failure("conflict", "registrations-closed");
  return dating;
};

const refuseUnknown = (dating: JobDating, { wishIds, cannot }: RegistrationForm): void => {
  const count = slotsOf(dating).length;
  if (wishIds.some((id) => !dating.companies.some(({ companyId }) => companyId === id)))
    throw wrongField("wishIds", "not-a-choice");
  if (cannot.some((slot) => slot >= count)) throw wrongField("cannot", "not-a-choice");
  if (count > 0 && cannot.length >= count) throw wrongField("cannot", "never-there");
};

/** One person at two events at one time. */
export const refuseTwoPlaces = async (dating: JobDating, personKey: string): Promise<void> => {
  const others = await RegistrationModel.find({ personKey, status: "active" }, { jobDatingId: 1 }).lean();
  const ids = others.map(({ jobDatingId }) => jobDatingId.toHexString()).filter((id) => id !== dating.id);
  const sameDay = await JobDatingModel.find({ _id: anyOf(ids), day: dating.day, status: "published" }).lean();
  if (sameDay.some((other) => overlap(other, dating))) throw new Failure("conflict", "already-elsewhere");
};
