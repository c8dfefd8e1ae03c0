import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock, today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { cannotAfter } from "#shared/events/edit-dating.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { letDaysPass, signedInAgain } from "#test/support/given-companies.ts";
import { datingOf, type Fair, givenFair, givenRegistered, press, typedDating } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

let days = 300;
const givenOpen = async (typed: object = {}, people = 1) => {
  days += 2;
  const day = addDays(today(), days);
  const fair = await givenFair(house, { day, place: `Salle ${days}`, ...typed });
  const wishes = fair.recruiters.map(({ companyId }) => companyId);
  const coming: Person[] = [];
  for (let count = 0; count < people; count += 1) coming.push((await givenRegistered(house, fair, wishes)).person);
  return { fair, day, coming };
};

const edit = async ({ officer, datingId }: Fair, typed: object) => {
  const { day, place, capacity, version } = await datingOf(datingId);
  const all = typedDating({ day, place, capacity: String(capacity), version, ...typed });
  const sent = await asks(house, officer).post(`/bureau/evenements/${datingId}/modifier`, all);
  await house.drain();
  return sent;
};

const subjectsTo = async ({ email }: Person): Promise<string[]> =>
  (await DispatchModel.find({ to: email }).sort({ createdAt: 1, _id: 1 })).map(
    ({ subject }) => subject.split(/\s:/)[0] ?? "",
  );

describe("the facts of a job dating", () => {
  it("change on the second press, once what it does to people was read, and each hears of it", async () => {
    const { fair, day, coming } = await givenOpen();
    const [person] = coming;
    const other = addDays(day, 1);

    const asked = await edit(fair, { day: other });
    const before = (await datingOf(fair.datingId)).day;
    const done = await edit(fair, { day: other, sure: "on" });

    expect([asked.status, before, done.status]).toEqual([409, day, 303]);
    expect(asked.text).toContain("1 personne reçoit un mail");
    expect((await datingOf(fair.datingId)).day).toBe(other);
    expect(person && (await subjectsTo(person))).toEqual(["Inscription confirmée", "Changement"]);
    const [, moved] = await DispatchModel.find({ to: person?.email ?? "" }).sort({ createdAt: 1, _id: 1 });
    expect(moved?.ics).toContain(`DTSTART:${other.replaceAll("-", "")}`);
  });

  it("change at once when nobody is concerned", async () => {
    const { fair } = await givenOpen({}, 0);

    const done = await edit(fair, { title: "Job dating du bois", place: "Halle Bressac" });

    expect(done.status).toBe(303);
    expect(await datingOf(fair.datingId)).toMatchObject({ title: "Job dating du bois", place: "Halle Bressac" });
  });

  it("lose no meeting without saying so: the last turns of a shorter morning", async () => {
    const { fair } = await givenOpen({}, 4);
    await press(house, fair, "planning");
    await press(house, fair, "planning/publication");
    const before = (await datingOf(fair.datingId)).announced?.meetings.length ?? 0;

    const asked = await edit(fair, { closes: "09:45" });
    await edit(fair, { closes: "09:45", sure: "on" });

    const lost = Number(/(\d+) rencontres? annoncées? dispara/.exec(asked.text)?.[1]);
    expect(lost).toBeGreaterThan(0);
    expect((await datingOf(fair.datingId)).announced?.meetings).toHaveLength(before - lost);
  });

  it("give the waiting list its new places, and those taken away go to its head", async () => {
    const { fair, coming } = await givenOpen({ capacity: "1" }, 2);
    const [first, second] = coming;
    if (!first || !second) throw new Error("two people are registered");

    await edit(fair, { capacity: "2" });
    const wider = await subjectsTo(second);
    const asked = await edit(fair, { capacity: "1" });
    await edit(fair, { capacity: "1", sure: "on" });

    expect(wider).toEqual(["Liste d’attente", "Inscription confirmée"]);
    expect(asked.text).toContain("1 personne passe sur la liste d’attente");
    expect(await subjectsTo(second)).toEqual([...wider, "Liste d’attente"]);
    expect(await subjectsTo(first)).toEqual(["Inscription confirmée"]);
  });

  it.each([
    [{ day: "2020-01-01" }, "Cette date est passée"],
    [{ closes: "08:00" }, "La fin vient avant le début"],
    [{ closes: "09:20" }, "moins de créneaux que de rencontres"],
    [{ commune: "Nullepart" }, "Nous ne connaissons pas cette commune"],
  ])("are refused with a sentence when typed wrong: %j", async (typed, sentence) => {
    const { fair } = await givenOpen({}, 0);

    const sent = await edit(fair, typed);

    expect([sent.status, sent.text.includes(sentence)]).toEqual([422, true]);
  });

  it("take no hall that another event has, say who is elsewhere at that hour, and keep to their version", async () => {
    const one = await givenOpen();
    const two = await givenOpen({ day: one.day, opens: "14:00", closes: "15:00" }, 0);
    await givenRegistered(house, two.fair, [], one.coming[0]);

    const hall = await edit(two.fair, { place: `salle ${days - 2}`, day: one.day });
    const both = await edit(two.fair, { day: one.day });
    const stale = await edit(two.fair, { day: one.day, sure: "on", version: 0 });

    expect([hall.status, hall.text.includes("Un autre événement a cette salle")]).toEqual([422, true]);
    expect(both.text).toContain("1 personne a un autre événement à ces heures");
    expect(stale.status).toBe(409);
  });

  it("are closed once it has begun, and missing for whoever is no officer", async () => {
    const { fair } = await givenOpen({}, 0);
    const agent = await givenPerson({ role: "phoneAgent" });

    const missing = await edit({ ...fair, officer: agent }, { title: "Autre titre" });
    letDaysPass(days + 1);
    const late = await edit({ ...fair, officer: await signedInAgain(fair.officer) }, { day: addDays(today(), 9) });

    expect([missing.status, late.status]).toEqual([404, 409]);
  });
});

describe("the hours somebody cannot come at", () => {
  it("stay the same on the clock when the event begins earlier", () => {
    const hours = { day: "2027-01-05", opens: "09:00", closes: "11:00", slotMinutes: 12, breakMinutes: 3 };

    expect(cannotAfter([0, 1], hours, { ...hours, opens: "08:30" })).toEqual([2, 3]);
    expect(cannotAfter([0], hours, { ...hours, opens: "08:50" })).toEqual([0, 1]);
    expect(cannotAfter([7], hours, { ...hours, closes: "10:00" })).toEqual([]);
  });
});
