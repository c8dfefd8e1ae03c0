import type { CompanyTable } from "#client/events/company-tables-page.tsx";
import type { MyRegistration } from "#client/events/registration-page.tsx";
import { now, today } from "#server/platform/clock.ts";
import { anyOf, not } from "#server/platform/filter.ts";
import type { Registration, RegistrationStatus } from "#shared/events/job-dating.ts";
import { isOver } from "#shared/events/job-dating-rules.ts";
import type { Actor, Member } from "#shared/kernel/actor.ts";
import { doorUrl } from "./answer-registration.ts";
import { jobDatingById, peopleOf } from "./find-job-dating.ts";
import { JobDatingModel, RegistrationModel, toJobDating, toRegistration } from "./job-dating-model.ts";
import { hallPath } from "./read-hall.ts";

/** Where one registration stands, and its times once they are told. */
export const readRegistration = async (registration: Registration): Promise<MyRegistration> => {
  const dating = await jobDatingById(registration.jobDatingId);
  const { waiting } = await peopleOf(dating);
  const meetings = (dating.announced?.meetings ?? [])
    .filter(({ registrationId }) => registrationId === registration.id)
    .sort((one, other) => one.slot - other.slot);
  return {
    dating,
    registration,
    waiting: waiting.some(({ id }) => id === registration.id),
    over: isOver(dating, now()),
    meetings: registration.status === "active" ? meetings : [],
    doorUrl: doorUrl(registration),
    hall: dating.announced && dating.day === today() ? hallPath(dating.id) : null,
  };
};

/** The person's own, the soonest first; those given up are not shown again. */
export const readMyDatings = async (actor: Member): Promise<MyRegistration[]> => {
  const found = await RegistrationModel.find({
    accountId: actor.accountId,
    status: not<RegistrationStatus>("cancelled"),
  })
    .sort({ createdAt: -1 })
    .limit(50)
    .lean();
  const mine = await Promise.all(found.map((one) => readRegistration(toRegistration(one))));
  return mine.sort(
    (one, other) => Number(one.over) - Number(other.over) || one.dating.day.localeCompare(other.dating.day),
  );
};

export const isRegistered = async (actor: Actor, jobDatingId: string): Promise<Registration | null> => {
  if (actor.role !== "candidate") return null;
  const found = await RegistrationModel.findOne({ jobDatingId, personKey: actor.email, status: "active" }).lean();
  return found ? toRegistration(found) : null;
};

/** A company's own tables: who comes to them, and nothing of the others. */
export const readCompanyTables = async (actor: Member): Promise<CompanyTable[]> => {
  const { companyId } = actor;
  if (companyId === null) return [];
  const datings = await JobDatingModel.find({ "companies.companyId": companyId, status: "published" })
    .sort({ day: -1 })
    .limit(20)
    .lean();
  return Promise.all(datings.map((dating) => tablesAt(toJobDating(dating), companyId)));
};

const tablesAt = async (dating: CompanyTable["dating"], companyId: string): Promise<CompanyTable> => {
  const own = (dating.announced?.meetings ?? []).filter((meeting) => meeting.companyId === companyId);
  const people = await RegistrationModel.find(
    { _id: anyOf(own.map(({ registrationId }) => registrationId)), status: "active" },
    { firstName: 1, lastName: 1 },
  ).lean();
  const names = new Map(people.map(({ _id, firstName, lastName }) => [_id.toHexString(), `${firstName} ${lastName}`]));
  const meetings = own
    .map((meeting) => ({ ...meeting, who: names.get(meeting.registrationId) ?? "place libérée" }))
    .sort((one, other) => one.slot - other.slot || one.table - other.table);
  return { dating, companyId, meetings };
};
