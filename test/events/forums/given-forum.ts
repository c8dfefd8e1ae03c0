import { StandModel, toStand } from "#server/events/forums/forum-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import type { Stand } from "#shared/events/forums/forum.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import { aFormKey, givenRecruiter, type Recruiter, signedInAgain } from "#test/support/given-companies.ts";
import { press } from "#test/support/given-datings.ts";
import type { House } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

/** What an officer types for a day in Tulle. */
export const typedForum = (typed: object = {}) => ({
  formKey: aFormKey(),
  title: "Forum de l’emploi",
  place: "Halle fictive",
  commune: "Tulle",
  day: addDays(today(), 30),
  opens: "09:00",
  closes: "17:00",
  capacity: "500",
  ...typed,
});

export type Fair = {
  readonly officer: Person;
  readonly recruiters: readonly [Recruiter, Recruiter];
  readonly datingId: string;
  readonly day: string;
};

let days = 300;

/** An officer, two companies with a stand each, a training body, and a forum of its own day; published unless said. */
export const givenForum = async (house: House, { published = true, ...typed }: Record<string, unknown> = {}) => {
  days += 1;
  const day = String(typed.day ?? addDays(today(), days));
  const officer = await givenPerson({ role: "officer", firstName: "Julie", lastName: "Faure" });
  const recruiters = [
    await givenRecruiter("verified", "Fromagerie des Monts"),
    await givenRecruiter("verified", "Métal Vézère"),
  ] as const;
  const form = typedForum({ day, ...typed });
  const sent = await asks(house, officer).post("/bureau/forums", form);
  if (sent.status !== 303)
    throw new Error(`not created: ${sent.status} ${/class="wrong"[^>]*>([^<]*)/.exec(sent.text)?.[1]}`);
  const fair: Fair = { officer, recruiters, datingId: form.formKey, day };
  for (const { companyId } of recruiters) await addStand(house, fair, { companyId, kind: "company" });
  await addStand(house, fair, { name: "Organisme fictif de formation", kind: "training" });
  if (published) await press(house, fair, "publication");
  return fair;
};

export const addStand = (house: House, { officer, datingId }: Fair, typed: object) =>
  asks(house, officer).post(`/bureau/forums/${datingId}/stands`, { formKey: newId().toHexString(), ...typed });

export const standsOf = async (forumId: string): Promise<Stand[]> =>
  (await StandModel.find({ forumId }).sort({ number: 1 }).lean()).map(toStand);

/** The clock of the hall, and its people signed in at that hour. */
export const atTheHall = async (fair: Fair, clock = "10:00") => {
  setClock(instantOf(`${fair.day}T${clock}`));
  return {
    officer: await signedInAgain(fair.officer),
    employer: await signedInAgain(fair.recruiters[0]),
    other: await signedInAgain(fair.recruiters[1]),
  };
};
