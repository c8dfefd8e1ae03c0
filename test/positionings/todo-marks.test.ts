import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { ActionModel, ParticipationModel } from "#server/events/actions/action-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { TodoMarkModel } from "#server/positionings/todo-mark-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { anAction, aParticipation } from "#test/events/an-action.ts";
import { givenRecruiter, letDaysPass, signedInAgain } from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let nadia: Person;
let paul: Person;
let companyId: string;
beforeAll(async () => {
  house = await openHouse();
  nadia = await givenPerson({ role: "officer", firstName: "Nadia", lastName: "Blanc" });
  paul = await givenPerson({ role: "officer", firstName: "Paul", lastName: "Noir" });
  companyId = (await givenRecruiter("verified", "Fonderie d’Essai")).companyId;
  await CompanyModel.updateOne({ _id: companyId }, { $push: { needs: need(nadia) } });
});
afterEach(async () => {
  setClock();
  await TodoMarkModel.deleteMany({});
});
afterAll(() => house.close());

const need = (by: Person) => ({
  id: newId(),
  occupation: "mouleur",
  people: 2,
  neededOn: addDays(today(), 3),
  note: null,
  at: new Date(Date.now() - 86_400_000),
  by: by.id,
  metAt: null,
});
const line = "besoin de 2 personnes, mouleur";
const seesLine = async (person: Person) => waiting((await asks(house, person).get("/bureau?qui=moi")).text);

/** What waits, without the strip of what was just pressed. */
const waiting = (html: string): boolean =>
  html.replace(/<ul class="stack-s" aria-label="Ce que.*?<\/ul>/s, "").includes(line);

const lineOf = async () => {
  const [one] = (await CompanyModel.findById(companyId).orFail()).needs;
  return { key: `need-${one?.id}`, since: one?.at.toISOString() ?? "" };
};
const press = async (person: Person, act: string) =>
  asks(house, person).post("/bureau/a-faire", { ...(await lineOf()), act, qui: "moi" });
const undo = async (person: Person) =>
  asks(house, person).post("/bureau/a-faire/annulation", { key: (await lineOf()).key, qui: "moi" });

describe("a line of the day", () => {
  it("is done in one press, undone for a moment, and comes back when the thing still waits", async () => {
    const before = await seesLine(nadia);
    for (const _ of [1, 2]) expect((await press(nadia, "done")).status).toBe(303);
    const done = await seesLine(nadia);
    for (const _ of [1, 2]) expect((await undo(nadia)).status).toBe(303);
    const undone = await seesLine(nadia);
    await press(nadia, "done");
    letDaysPass(8);

    expect([before, done, undone, await seesLine(await signedInAgain(nadia))]).toEqual([true, false, true, true]);
  });

  it("is postponed to the next day", async () => {
    await press(nadia, "tomorrow");
    const now = await seesLine(nadia);
    letDaysPass(1);

    expect([now, await seesLine(await signedInAgain(nadia))]).toEqual([false, true]);
  });

  it("is handed to a colleague, who may set it aside, and undo that", async () => {
    const before = await seesLine(paul);
    await press(nadia, paul.id);
    const handed = [await seesLine(nadia), await seesLine(paul)];
    const told = (await asks(house, nadia).get("/bureau")).text;
    await press(paul, "tomorrow");
    const postponed = await seesLine(paul);
    await undo(paul);

    expect(before).toBe(false);
    expect(handed).toEqual([false, true]);
    expect(told).toContain("Confié à Paul Noir");
    expect([postponed, await seesLine(paul), await seesLine(nadia)]).toEqual([false, true, false]);
  });

  it("is not undone by somebody else, nor too late", async () => {
    await press(nadia, "done");
    const other = (await undo(paul)).status;
    setClock(new Date(Date.now() + 11 * 60_000));

    expect([other, (await undo(nadia)).status]).toEqual([409, 409]);
  });

  it("that changed meanwhile, or was invented, is refused", async () => {
    const send = (typed: object) => asks(house, nadia).post("/bureau/a-faire", { act: "done", ...typed });
    const { key, since } = await lineOf();

    expect((await send({ key, since: "2020-01-01T00:00:00.000Z" })).status).toBe(409);
    expect((await send({ key: "need-x", since })).status).toBe(409);
    expect((await send({ key, since, act: "tout" })).status).toBe(422);
    expect((await send({ key, since, act: (await givenPerson({ role: "candidate" })).id })).status).toBe(409);
    expect(await TodoMarkModel.countDocuments()).toBe(0);
  });

  it("comes after what is late, and says since when it waits", async () => {
    const late = { ...need(nadia), occupation: "ébarbeur", neededOn: addDays(today(), -1), at: new Date() };
    await CompanyModel.updateOne({ _id: companyId }, { $push: { needs: late } });

    const { text } = await asks(house, nadia).get("/bureau?qui=moi");
    await CompanyModel.updateOne({ _id: companyId }, { $pull: { needs: { id: late.id } } });

    expect(text.indexOf("ébarbeur")).toBeGreaterThan(-1);
    expect(text.indexOf("ébarbeur")).toBeLessThan(text.indexOf(line));
    expect(text).toContain("attend depuis hier");
  });

  it("is nobody else’s to press", async () => {
    for (const role of ["candidate", "employer", "counsellor", "phoneAgent"] as const)
      expect((await press(await givenPerson({ role }), "done")).status).toBe(404);
  });
});

describe("a company’s next action", () => {
  it("ends on the thread when its line is done, and is planned again when that is undone", async () => {
    const path = `/bureau/entreprises/${companyId}`;
    await asks(house, nadia).post(`${path}/action`, { what: "rappeler", on: today(), shownWhat: "", shownOn: "" });
    const key = `action-${companyId}`;
    const since = `${today()}T06:00:00.000Z`;
    await asks(house, nadia).post("/bureau/a-faire", { key, since, act: "done", qui: "moi" });
    const ended = await CompanyModel.findById(companyId).orFail();
    await asks(house, nadia).post("/bureau/a-faire/annulation", { key, qui: "moi" });
    const again = await CompanyModel.findById(companyId).orFail();

    expect(ended.nextAction).toBeNull();
    expect(again.nextAction).toMatchObject({ what: "rappeler", on: today() });
    expect(again.notes.map(({ text }) => text)).toEqual(["Fait : rappeler", "Finalement à faire : rappeler"]);
  });

  it("takes its new day when its line is put off, and its old one back when that is undone", async () => {
    const path = `/bureau/entreprises/${companyId}`;
    const shown = { shownWhat: "rappeler", shownOn: today() };
    await asks(house, nadia).post(`${path}/action`, { what: "rappeler", on: today(), ...shown });
    const key = `action-${companyId}`;
    const since = `${today()}T06:00:00.000Z`;
    const dayNow = async () => (await CompanyModel.findById(companyId).orFail()).nextAction?.on;

    await asks(house, nadia).post("/bureau/a-faire", { key, since, act: "week", qui: "moi" });
    expect(await dayNow()).toBe(addDays(today(), 7));

    await asks(house, nadia).post("/bureau/a-faire/annulation", { key, qui: "moi" });
    expect(await dayNow()).toBe(today());
  });
});

describe("the results of a collective action", () => {
  it("are set aside like any other line", async () => {
    const actionId = newId().toHexString();
    const step = { id: newId().toHexString(), kind: "cvWorkshop", day: addDays(today(), -3), place: null } as const;
    const present = [{ stepId: step.id, was: "present" as const }];
    await keep(ActionModel, anAction({ id: actionId, steps: [step], officerId: nadia.id }));
    await keep(
      ParticipationModel,
      aParticipation({ id: newId().toHexString(), actionId, status: "accepted", attendance: present }),
    );
    const key = `results-${actionId}`;
    const line = `value="${key}"`;
    expect((await asks(house, nadia).get("/bureau")).text).toContain(line);

    const since = `${step.day}T06:00:00.000Z`;
    const done = await asks(house, nadia).post("/bureau/a-faire", { key, since, act: "done", qui: "moi" });

    expect(done.status).toBe(303);
    expect(await TodoMarkModel.countDocuments({ key, kind: "done" })).toBe(1);
  });
});
