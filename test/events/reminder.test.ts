import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { registrationPath } from "#server/events/answer-registration.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { remindDatings } from "#shared/events/event-jobs.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { datingOf, givenFair, givenRegistered, press, registrationsOf } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

const remind = async (): Promise<void> => {
  await enqueue(remindDatings, {});
  await house.drain();
};

const remindersTo = (to: string) => DispatchModel.find({ to, subject: /^Dans deux jours/ });

describe("two days before a job dating", () => {
  it("whoever has a place is reminded once, whoever waits is not, and the link alone gives nothing up", async () => {
    const fair = await givenFair(house, { day: addDays(today(), 2), capacity: "1" });
    const [one, other] = [await givenRegistered(house, fair), await givenRegistered(house, fair)];

    await remind();
    await remind();

    const [reminder, ...more] = await remindersTo(one.person.email);
    const link = registrationPath(one.registration.id);
    expect(reminder?.text).toContain(`${link}#ne-plus-venir`);
    expect(more).toEqual([]);
    expect(await remindersTo(other.person.email)).toEqual([]);
    expect((await asks(house).get(link)).text).toContain("Je ne viens plus");
    expect((await registrationsOf(fair.datingId)).map(({ status }) => status)).toEqual(["active", "active"]);
  });

  it("says nothing of an event of another day", async () => {
    const fair = await givenFair(house, { day: addDays(today(), 3) });
    const { person } = await givenRegistered(house, fair);

    await remind();

    expect(await remindersTo(person.email)).toEqual([]);
  });
});

describe("a place given up once the times are announced", () => {
  it("goes to the first who waits, with its meetings, and moves nobody else", async () => {
    const fair = await givenFair(house, { day: addDays(today(), 4), place: "Halle", capacity: "2" });
    const wishes = fair.recruiters.map(({ companyId }) => companyId);
    const leaves = await givenRegistered(house, fair, wishes);
    const stays = await givenRegistered(house, fair, wishes);
    await press(house, fair, "planning");
    await press(house, fair, "planning/publication");
    const next = await givenRegistered(house, fair, wishes);
    const before = (await datingOf(fair.datingId)).announced?.meetings ?? [];

    await asks(house).post(`${registrationPath(leaves.registration.id)}/annulation`);
    await house.drain();

    const { announced, plan, basis } = await datingOf(fair.datingId);
    const of = (id: string, meetings = announced?.meetings ?? []) =>
      meetings.filter(({ registrationId }) => registrationId === id);
    expect(of(leaves.registration.id)).toEqual([]);
    expect(of(next.registration.id)).toHaveLength(2);
    expect(of(stays.registration.id)).toEqual(of(stays.registration.id, before));
    expect(plan?.basis).toBe(basis);
    expect(
      (await DispatchModel.find({ to: next.person.email })).map(({ subject }) => subject?.split(/\s:/)[0]),
    ).toEqual(expect.arrayContaining(["Liste d’attente", "Inscription confirmée", "Vos horaires"]));
    expect(await DispatchModel.countDocuments({ to: stays.person.email, subject: /^Vos horaires/ })).toBe(1);
  });
});
