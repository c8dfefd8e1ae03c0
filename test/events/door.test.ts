import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { setClock, today } from "#server/platform/clock.ts";
import type { Arrival, ArrivalsAnswer } from "#shared/events/arrival.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import { signedInAgain } from "#test/support/given-companies.ts";
import { givenFair, givenRegistered, press, registrationsOf } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

let days = 100;

/** The morning of a job dating: two people have a place, a third one waits. */
const givenMorning = async (clock = "08:45") => {
  days += 1;
  const day = addDays(today(), days);
  const fair = await givenFair(house, { day, capacity: "2", title: `Job dating ${days}` });
  const wishes = fair.recruiters.map(({ companyId }) => companyId);
  const people = [];
  for (let count = 0; count < 3; count += 1) people.push(await givenRegistered(house, fair, wishes));
  await press(house, fair, "planning");
  await press(house, fair, "planning/publication");
  setClock(instantOf(`${day}T${clock}`));
  const officer = await signedInAgain(fair.officer);
  const [one, two, waits] = people.map(({ registration }) => registration);
  if (!one || !two || !waits) throw new Error("three people were registered");
  return { fair: { ...fair, officer }, day, one, two, waits, people };
};

type Sent = Partial<Arrival> & { key: string };

const send = async (
  officer: Person,
  datingId: string,
  arrivals: readonly Sent[],
  at: string,
): Promise<ArrivalsAnswer> => {
  const stamped = arrivals.map((one) => ({ at: instantOf(at).toISOString(), ...one }));
  const sent = await asks(house, officer).postJson(`/api/v1/job-datings/${datingId}/arrivals`, { arrivals: stamped });
  expect(sent.status).toBe(200);
  return sent.body as ArrivalsAnswer;
};

const said = ({ answers }: ArrivalsAnswer): string[] => answers.map(({ outcome }) => outcome);

describe("the door", () => {
  it("counts a check-in once however often it is sent, and keeps the hour it was noted at", async () => {
    const { fair, one, day } = await givenMorning();
    const arrival = { key: "porte-0001", registrationId: one.id };

    const first = await send(fair.officer, fair.datingId, [arrival], `${day}T08:40`);
    const again = await send(
      fair.officer,
      fair.datingId,
      [arrival, { key: "porte-0002", code: one.code }],
      `${day}T08:44`,
    );

    expect([said(first), said(again)]).toEqual([["arrived"], ["arrived", "already"]]);
    expect(again.arrived).toEqual([{ registrationId: one.id, at: instantOf(`${day}T08:40`).toISOString() }]);
  });

  it("lets two doors note one person in the same instant, and counts one", async () => {
    const { fair, two, day } = await givenMorning();
    const at = `${day}T08:40`;

    const both = await Promise.all(
      ["porte-a001", "porte-b001"].map((key) => send(fair.officer, fair.datingId, [{ key, code: two.code }], at)),
    );

    expect(both.flatMap(said).sort()).toEqual(["already", "arrived"]);
    expect(both[1]?.arrived).toHaveLength(1);
  });

  it("says what is wrong with each, and takes the others all the same", async () => {
    const morning = await givenMorning();
    const { fair, waits, two, day } = morning;
    setClock();
    const other = await givenFair(house, { day, place: "Ailleurs", title: "Job dating du bois" });
    const { registration: elsewhere } = await givenRegistered(house, other);
    setClock(instantOf(`${day}T08:45`));

    const reply = await send(
      fair.officer,
      fair.datingId,
      [
        { key: "porte-0001", code: "ZZZZZZ" },
        { key: "porte-0002", code: elsewhere.code },
        { key: "porte-0003", registrationId: waits.id },
        { key: "porte-0004", code: two.code.toLowerCase() },
      ],
      `${day}T08:44`,
    );

    expect(said(reply)).toEqual(["unknownCode", "otherEvent", "waiting", "arrived"]);
    expect(reply.answers[1]?.elsewhere).toBe("Job dating du bois");
    expect((await registrationsOf(other.datingId))[0]?.arrivedAt).toBeNull();
  });

  it("is shut on another day, and believes no clock that runs ahead", async () => {
    const { fair, one, day } = await givenMorning();

    const ahead = await send(fair.officer, fair.datingId, [{ key: "porte-0001", code: one.code }], `${day}T11:00`);
    setClock(instantOf(`${addDays(day, -1)}T09:00`));
    const officer = await signedInAgain(fair.officer);
    const early = await send(officer, fair.datingId, [{ key: "porte-0002", code: "ABCDEF" }], `${day}T08:00`);

    expect(ahead.answers[0]?.at).toBe(instantOf(`${day}T08:45`).toISOString());
    expect(said(early)).toEqual(["unknownCode"]);
  });

  it("works without script: by code, by name, twice, and back when it was a mistake", async () => {
    const { fair, one } = await givenMorning();
    const as = asks(house, fair.officer);
    const at = `/bureau/evenements/${fair.datingId}`;
    const noticeOf = (sent: { headers: Record<string, unknown> }): string =>
      decodeURIComponent(String(sent.headers["set-cookie"]));

    const wrong = await as.post(`${at}/arrivees`, { code: "12" });
    const first = await as.post(`${at}/arrivees`, { code: ` ${one.code.toLowerCase()} ` });
    const twice = await as.post(`${at}/arrivees`, { registrationId: one.id });
    await as.post(`${at}/arrivees/${one.id}/annulation`);

    expect([wrong.status, first.status, twice.status]).toEqual([422, 303, 303]);
    expect(wrong.text).toContain("Le code a six lettres");
    expect(noticeOf(first)).toContain("Bienvenue");
    expect(noticeOf(twice)).toContain("Déjà noté à 8\u00a0h\u00a045");
    expect((await registrationsOf(fair.datingId)).every(({ arrivedAt }) => arrivedAt === null)).toBe(true);
  });

  it("fills in the letters a camera read, and checks nobody in by looking", async () => {
    const { fair, one } = await givenMorning();

    const page = await asks(house, fair.officer).get(`/bureau/evenements/${fair.datingId}/accueil?code=${one.code}`);

    expect(page.text).toContain(`value="${one.code}"`);
    expect(page.headers["permissions-policy"]).toContain("camera=(self)");
    expect((await asks(house, fair.officer).get("/bureau/evenements")).headers["permissions-policy"]).toContain(
      "camera=()",
    );
    expect((await registrationsOf(fair.datingId)).every(({ arrivedAt }) => arrivedAt === null)).toBe(true);
  });

  it("is missing for whoever is no officer", async () => {
    const { fair, people } = await givenMorning();
    const candidate = await signedInAgain(people[0]?.person ?? (await givenPerson()));

    for (const path of ["accueil", "badges", "feuilles"])
      expect((await asks(house, candidate).get(`/bureau/evenements/${fair.datingId}/${path}`)).status).toBe(404);
  });
});

describe("what is printed", () => {
  it("shows numbers and codes, and never a name", async () => {
    const { fair, one } = await givenMorning();

    const badges = await asks(house, fair.officer).get(`/bureau/evenements/${fair.datingId}/badges`);
    const sheets = await asks(house, fair.officer).get(`/bureau/evenements/${fair.datingId}/feuilles`);

    expect(badges.text).toContain(one.code);
    expect(badges.text.match(/class="badge"/g)).toHaveLength(2);
    expect(sheets.text.match(/class="sheet"/g)).toHaveLength(2);
    for (const { text } of [badges, sheets]) expect(text).not.toMatch(/Camille|Essai\d/);
  });
});
