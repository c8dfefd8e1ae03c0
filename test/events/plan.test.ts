import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CvModel } from "#server/cvs/cv-model.ts";
import { JobDatingModel, RegistrationModel } from "#server/events/job-dating-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { givenSeeker } from "#test/support/given-cvs.ts";
import {
  datingOf,
  type Fair,
  givenFair,
  givenRegistered,
  press,
  registrationsOf,
} from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, type Person } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

let days = 60;

/** Three people who all wish for both companies; four slots, a table each. */
const givenFull = async (): Promise<Fair & { people: readonly Person[] }> => {
  days += 1;
  const fair = await givenFair(house, { day: addDays(today(), days) });
  const wishes = fair.recruiters.map(({ companyId }) => companyId);
  const people: Person[] = [];
  for (let count = 0; count < 3; count += 1) people.push((await givenRegistered(house, fair, wishes)).person);
  return { ...fair, people };
};

const givenAnnounced = async () => {
  const fair = await givenFull();
  await press(house, fair, "planning");
  await press(house, fair, "planning/publication");
  return fair;
};

const slotsOfPerson = async ({ datingId }: Fair, registrationId: string | undefined): Promise<number[]> => {
  const { announced } = await datingOf(datingId);
  return (announced?.meetings ?? []).filter((one) => one.registrationId === registrationId).map(({ slot }) => slot);
};

const timesMailed = ({ email }: Person) => DispatchModel.countDocuments({ to: email, subject: /^Vos horaires/ });

describe("the timetable of a job dating", () => {
  it("is computed without telling anybody, then announced to each with their own times", async () => {
    const fair = await givenFull();

    await press(house, fair, "planning");
    const before = await Promise.all(fair.people.map(timesMailed));
    await press(house, fair, "planning/publication");

    const { plan, announced } = await datingOf(fair.datingId);
    expect(plan).toMatchObject({ proved: true, figures: { meetings: 6, withOne: 3, withTwo: 3 } });
    expect(announced?.meetings).toHaveLength(6);
    expect([before, await Promise.all(fair.people.map(timesMailed))]).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
    const page = await asks(house, fair.people[0]).get("/mes-evenements");
    expect(page.text).toContain("Vos rencontres");
    expect(page.text).toContain("Métal Vézère");
  });

  it("computed before somebody registered is refused", async () => {
    const fair = await givenFull();
    await press(house, fair, "planning");
    await givenRegistered(house, fair);

    const sent = await press(house, fair, "planning/publication");

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("Quelque chose a changé depuis ce planning");
    expect((await datingOf(fair.datingId)).announced).toBeNull();
  });

  it("follows what is locked, forbidden and asked for", async () => {
    const fair = await givenFull();
    await press(house, fair, "planning");
    const [first] = await registrationsOf(fair.datingId);
    const pair = { registrationId: first?.id, companyId: fair.recruiters[0].companyId };
    const meets = async (): Promise<boolean> =>
      ((await datingOf(fair.datingId)).plan?.meetings ?? []).some(
        (one) => one.registrationId === pair.registrationId && one.companyId === pair.companyId,
      );

    await press(house, fair, "planning/choix", { ...pair, act: "forbid" });
    const forbidden = await meets();
    await press(house, fair, "planning/choix", { ...pair, act: "add" });
    const asked = await meets();
    await press(house, fair, "planning/choix", { ...pair, act: "lock" });

    expect([forbidden, asked]).toEqual([false, true]);
    expect((await datingOf(fair.datingId)).locked).toHaveLength(1);
  });

  it("never brings together a person and a company they shut out", async () => {
    days += 1;
    const fair = await givenFair(house, { day: addDays(today(), days) });
    const [shut, other] = fair.recruiters;
    const seeker = await givenSeeker();
    await CvModel.updateOne({ accountId: seeker.id }, { $set: { blockedCompanyIds: [shut.companyId] } });
    await givenRegistered(house, fair, [shut.companyId, other.companyId], seeker);

    await press(house, fair, "planning");

    expect((await datingOf(fair.datingId)).plan?.meetings.map(({ companyId }) => companyId)).toEqual([other.companyId]);
  });

  it("shows a company its own table only, and another company nothing", async () => {
    const fair = await givenAnnounced();
    const stranger = await givenRecruiter();

    const own = await asks(house, fair.recruiters[0]).get("/employeur/evenements");
    const none = await asks(house, stranger).get("/employeur/evenements");

    expect(own.text).toContain("3 rencontres");
    expect(own.text).toContain("Camille Essai");
    expect(own.text).not.toContain("Métal Vézère");
    expect(none.text).toContain("Aucun événement prévu");
  });

  it("shows a company what comes first, and folds what is over without its people", async () => {
    const fair = await givenAnnounced();
    await JobDatingModel.updateOne({ _id: fair.datingId }, { $set: { day: "2020-01-06" } });

    const own = (await asks(house, fair.recruiters[0]).get("/employeur/evenements")).text;

    expect(own).toContain("Aucun événement prévu");
    expect(own).toContain("1 événement passé</summary>");
    expect(own).not.toContain("Camille Essai");
  });

  it("keeps a table that has announced meetings from being taken away", async () => {
    const fair = await givenAnnounced();

    const sent = await press(house, fair, "tables", { companyId: fair.recruiters[0].companyId, act: "removeCompany" });

    expect(sent.status).toBe(409);
    expect(sent.text).toContain("Des rencontres sont annoncées à cette table");
  });
});

describe("a change", () => {
  it("shows its answers and their price, and writes nothing before the choice", async () => {
    const fair = await givenAnnounced();
    const [first] = await registrationsOf(fair.datingId);
    const before = JSON.stringify(await datingOf(fair.datingId));

    const page = await asks(house, fair.officer).get(
      `/bureau/evenements/${fair.datingId}/changement?kind=absent&registrationId=${first?.id}`,
    );

    expect(page.text).toContain("ne vient pas");
    expect(page.text).toContain("sans déplacer personne, 2 rencontres annoncées perdues");
    expect(JSON.stringify(await datingOf(fair.datingId))).toBe(before);
  });

  it("once chosen tells those concerned and nobody else", async () => {
    const fair = await givenAnnounced();
    const [first] = await registrationsOf(fair.datingId);

    const sent = await press(house, fair, "changement", { kind: "absent", registrationId: first?.id, choice: "still" });

    expect(sent.status).toBe(303);
    const { announced } = await datingOf(fair.datingId);
    expect(announced?.revision).toBe(2);
    expect(announced?.meetings.some(({ registrationId }) => registrationId === first?.id)).toBe(false);
    expect(await Promise.all(fair.people.map(timesMailed))).toEqual([2, 1, 1]);
  });

  it("brings back who was said to be absent and arrives late", async () => {
    const fair = await givenAnnounced();
    const [first] = await registrationsOf(fair.datingId);
    const registrationId = first?.id;
    await press(house, fair, "changement", { kind: "absent", registrationId, choice: "still" });

    await press(house, fair, "changement", { kind: "late", registrationId, slots: 2, choice: "still" });

    const slots = await slotsOfPerson(fair, registrationId);
    expect(slots.length).toBeGreaterThan(0);
    expect(Math.min(...slots)).toBeGreaterThanOrEqual(2);
  });

  it.each(["late", "absent"])("of somebody said %s, who then comes, keeps the hours they refused", async (kind) => {
    const fair = await givenAnnounced();
    const [first] = await registrationsOf(fair.datingId);
    const registrationId = first?.id;
    await RegistrationModel.updateOne({ _id: registrationId ?? "" }, { cannot: [2] });
    await press(house, fair, "changement", { kind, registrationId, slots: 3, choice: "still" });

    await press(house, fair, "changement", { kind: "late", registrationId, slots: 1, choice: "still" });

    const slots = await slotsOfPerson(fair, registrationId);
    expect(slots.length).toBeGreaterThan(0);
    expect(slots).not.toContain(0);
    expect(slots).not.toContain(2);
    expect((await registrationsOf(fair.datingId))[0]?.cannot).toEqual([2]);
  });

  it("leaves the person's own hours as they said them, on their form and on the officer's list", async () => {
    const fair = await givenAnnounced();
    const [first] = await registrationsOf(fair.datingId);
    await RegistrationModel.updateOne({ _id: first?.id ?? "" }, { cannot: [2] });

    await press(house, fair, "changement", { kind: "late", registrationId: first?.id, slots: 1, choice: "still" });

    const form = await asks(house, fair.people[0]).get(`/evenements/${fair.datingId}`);
    const desk = await asks(house, fair.officer).get(`/bureau/evenements/${fair.datingId}`);
    expect([...form.text.matchAll(/name="cannot" value="(\d+)" checked/g)].map(([, slot]) => slot)).toEqual(["2"]);
    expect(desk.text).toContain("9 h, 9 h 30");
  });

  it("chosen from an older page is refused", async () => {
    const fair = await givenAnnounced();
    const { basis } = await datingOf(fair.datingId);
    const typed = { kind: "tableAdded", companyId: fair.recruiters[0].companyId, choice: "still", basis };
    await press(house, fair, "changement", typed);

    const again = await press(house, fair, "changement", typed);

    expect(again.status).toBe(409);
    expect((await datingOf(fair.datingId)).companies[0]?.tables).toHaveLength(2);
  });

  it("of somebody who is not there is missing", async () => {
    const fair = await givenAnnounced();

    const sent = await press(house, fair, "changement", {
      kind: "absent",
      registrationId: "0".repeat(24),
      choice: "still",
    });

    expect(sent.status).toBe(404);
  });
});
