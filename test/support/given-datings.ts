import { Types } from "mongoose";
import { ForumContactModel, StandModel } from "#server/events/forums/forum-model.ts";
import { JobDatingModel, RegistrationModel, toJobDating, toRegistration } from "#server/events/job-dating-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { tulle } from "#test/offers/an-offer.ts";
import { givenRecruiter, type Recruiter } from "./given-companies.ts";
import type { House } from "./house.ts";
import { asks, givenPerson, type Person } from "./people.ts";

/** What an officer types for a morning in Tulle, ten days from now. */
export const typedDating = (typed: object = {}) => ({
  title: "Job dating industrie",
  place: "Salle Latreille",
  commune: "Tulle",
  day: addDays(today(), 10),
  opens: "09:00",
  closes: "10:00",
  slotMinutes: "12",
  breakMinutes: "3",
  maxMeetings: "3",
  capacity: "30",
  audience: "open",
  ...typed,
});

export type Fair = {
  readonly officer: Person;
  readonly recruiters: readonly [Recruiter, Recruiter];
  readonly datingId: string;
};

/** An officer, two companies with a table each, and a job dating; published unless said. */
export const givenFair = async (house: House, typed: object = {}, published = true): Promise<Fair> => {
  const officer = await givenPerson({ role: "officer", firstName: "Julie", lastName: "Faure" });
  const recruiters = [
    await givenRecruiter("verified", "Fromagerie des Monts"),
    await givenRecruiter("verified", "Métal Vézère"),
  ] as const;
  const datingId = await givenDating(house, officer, typed);
  for (const { companyId } of recruiters) await addCompany(house, { officer, datingId, companyId });
  if (published) await press(house, { officer, datingId }, "publication");
  return { officer, recruiters, datingId };
};

export const givenDating = async (house: House, officer: Person, typed: object = {}): Promise<string> => {
  const sent = await asks(house, officer).post("/bureau/evenements", typedDating(typed));
  if (sent.status !== 303)
    throw new Error(`not created: ${sent.status} ${/class="wrong"[^>]*>([^<]*)/.exec(sent.text)?.[1]}`);
  return sent.headers.location?.split("/").at(-1) ?? "";
};

type One = { officer: Person; datingId: string };

export const addCompany = async (house: House, { officer, datingId, companyId }: One & { companyId: string }) =>
  asks(house, officer).post(`/bureau/evenements/${datingId}/entreprises`, {
    companyId,
    tables: "1",
    version: (await datingOf(datingId)).version,
  });

/** Presses a button of the officer's pages, with the page's own version and basis. */
export const press = async (house: House, { officer, datingId }: One, gesture: string, typed: object = {}) => {
  const { version, basis } = await datingOf(datingId);
  const sent = await asks(house, officer).post(`/bureau/evenements/${datingId}/${gesture}`, {
    version,
    basis,
    ...typed,
  });
  await house.drain();
  return sent;
};

export const givenRegistered = async (
  house: House,
  { datingId }: Pick<Fair, "datingId">,
  wishIds: readonly string[] = [],
  person?: Person,
): Promise<{ person: Person; registration: Registration }> => {
  const who = person ?? (await givenPerson());
  await asks(house, who).post(`/evenements/${datingId}/inscription`, { wishIds });
  await house.drain();
  const found = await RegistrationModel.findOne({ jobDatingId: datingId, accountId: who.id }).orFail().lean();
  return { person: who, registration: toRegistration(found) };
};

export const datingOf = async (datingId: string): Promise<JobDating> =>
  toJobDating(await JobDatingModel.findById(datingId).orFail().lean());

export const registrationsOf = async (datingId: string): Promise<Registration[]> =>
  (await RegistrationModel.find({ jobDatingId: datingId }).sort({ createdAt: 1 }).lean()).map(toRegistration);

type Owners = { readonly accountId: string; readonly companyId: string | null };

/** A published job dating of this company at which this person has a meeting, straight into the store. */
export const givenOwnFair = async ({ accountId, companyId }: Owners, email: string) => {
  const [jobDatingId, registrationId] = [newId(), newId()];
  const company = newIdOf(companyId);
  const meetings = [{ registrationId, companyId: company, table: 1, slot: 0 }];
  await JobDatingModel.create({
    _id: jobDatingId,
    title: "Job dating des Tilleuls",
    place: "Salle Latreille",
    commune: tulle,
    day: addDays(today(), 10),
    opens: "09:00",
    closes: "10:00",
    slotMinutes: 12,
    breakMinutes: 3,
    maxMeetings: 3,
    capacity: 30,
    audience: "open",
    status: "published",
    companies: [
      { companyId: company, name: "Les Tilleuls fictifs", tables: [{ number: 1, closed: [] }], offerIds: [] },
    ],
    basis: 0,
    version: 0,
    announced: { meetings, revision: 1, at: now() },
    officerId: newId(),
    createdAt: now(),
    updatedAt: now(),
  });
  await RegistrationModel.create({
    _id: registrationId,
    jobDatingId,
    accountId,
    firstName: "Camille",
    lastName: "canari-5153",
    email,
    code: "ABCDEF",
    status: "active",
    queuedAt: now(),
    createdAt: now(),
    updatedAt: now(),
    personKey: email,
  });
  return { datingId: jobDatingId.toHexString(), registrationId: registrationId.toHexString() };
};

/** A published forum where this company has a stand, and met this person; straight into the store. */
export const givenOwnStand = async ({ companyId }: Pick<Owners, "companyId">) => {
  const [forumId, standId, forumContactId] = [newId(), newId(), newId()];
  const stand = { forumId, companyId: newIdOf(companyId), createdAt: now(), updatedAt: now() };
  await JobDatingModel.create({
    _id: forumId,
    kind: "forum",
    title: "Forum des Tilleuls",
    place: "Halle fictive",
    commune: tulle,
    day: today(),
    opens: "00:00",
    closes: "23:59",
    slotMinutes: 0,
    breakMinutes: 0,
    maxMeetings: 0,
    capacity: 500,
    audience: "open",
    status: "published",
    companies: [],
    basis: 0,
    version: 0,
    officerId: newId(),
    createdAt: now(),
    updatedAt: now(),
  });
  await StandModel.create({ ...stand, _id: standId, number: 1, name: "Stand fictif", kind: "company", version: 0 });
  await ForumContactModel.create({
    ...stand,
    _id: forumContactId,
    standId,
    key: "a-contact-key",
    contactKey: "a-contact-key",
    people: 3,
    outcome: "talked",
    note: "canari-5154",
  });
  return {
    forumId: forumId.toHexString(),
    standId: standId.toHexString(),
    forumContactId: forumContactId.toHexString(),
  };
};

const newIdOf = (id: string | null) => (id === null ? newId() : new Types.ObjectId(id));
