import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { cancelByLink, registrationPath } from "#server/events/answer-registration.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { type CalendarEntry, calendarFile } from "#shared/events/calendar-file.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { datingOf, givenFair, givenRegistered, press } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

const anEntry = (entry: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: "job-dating-1@elan.invalid",
  sequence: 3,
  method: "REQUEST",
  startsAt: new Date("2027-03-28T08:00:00Z"),
  endsAt: new Date("2027-03-28T10:00:00Z"),
  writtenAt: new Date("2027-03-01T00:00:00Z"),
  title: "Job dating industrie",
  place: "Salle Latreille, Tulle",
  description: "9 h : Fromagerie des Monts",
  organizer: { name: "Élan Emploi", address: "contact@elan.invalid" },
  attendee: "ana@exemple.invalid",
  ...entry,
});

/** What a calendar reads: the folds taken out, one value a name. */
const read = (ics: string): Record<string, string> =>
  Object.fromEntries(
    ics
      .replace(/\r\n /g, "")
      .split("\r\n")
      .flatMap((line) => {
        const found = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line);
        return found ? [[found[1] ?? "", found[2] ?? ""]] : [];
      }),
  );

describe("a calendar file", () => {
  it("gives its times in UTC, whatever the season", () => {
    expect(read(calendarFile(anEntry()))).toMatchObject({ DTSTART: "20270328T080000Z", DTEND: "20270328T100000Z" });
  });

  it("escapes what would end a value, and folds no line beyond 75 octets nor inside a letter", () => {
    const ics = calendarFile(
      anEntry({ title: "Été, hiver; \\o/ : « fin »\r\nEND:VEVENT", description: "é".repeat(200) }),
    );

    expect(read(ics).SUMMARY).toBe("Été\\, hiver\\; \\\\o/ : « fin »\\nEND:VEVENT");
    expect(read(ics).DESCRIPTION).toBe("é".repeat(200));
    expect(Math.max(...ics.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(ics.match(/^END:VEVENT\r$/gm)).toHaveLength(1);
    expect(ics).not.toMatch(/[^\r]\n/);
  });

  it("names nobody when it is only downloaded", () => {
    const ics = calendarFile(anEntry({ method: "PUBLISH" }));

    expect(ics).not.toContain("mailto:");
    expect(read(ics)).toMatchObject({ METHOD: "PUBLISH", STATUS: "CONFIRMED" });
  });
});

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

let days = 30;
const givenOneComing = async () => {
  days += 1;
  const fair = await givenFair(house, { day: addDays(today(), days) });
  const wishes = fair.recruiters.map(({ companyId }) => companyId);
  return { fair, ...(await givenRegistered(house, fair, wishes)) };
};

const calendarsTo = async (to: string) =>
  (await DispatchModel.find({ to }).sort({ createdAt: 1, _id: 1 })).flatMap(({ ics }) => (ics ? [read(ics)] : []));

describe("a convocation", () => {
  it("is one appointment in the calendar, moved by each mail and taken away by the last one", async () => {
    const { fair, person, registration } = await givenOneComing();
    await press(house, fair, "planning");
    await press(house, fair, "planning/publication");

    await press(house, fair, "annulation");

    const sent = await calendarsTo(person.email);
    const sequences = sent.map(({ SEQUENCE }) => Number(SEQUENCE));
    expect(sent.map(({ METHOD, STATUS }) => `${METHOD} ${STATUS}`)).toEqual([
      "REQUEST CONFIRMED",
      "REQUEST CONFIRMED",
      "CANCEL CANCELLED",
    ]);
    expect(new Set(sent.map(({ UID }) => UID)).size).toBe(1);
    expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other));
    expect(sent[1]?.DESCRIPTION).toContain(registration.code);
    expect(sent[1]?.DESCRIPTION).toContain("Métal Vézère");
  });

  it("leaves the calendar of whoever gives up the place, once, with a higher number", async () => {
    const { person, registration } = await givenOneComing();

    await cancelByLink(registrationPath(registration.id).split("/").at(-1) ?? "");
    await house.drain();
    await house.drain();

    const [came, left, ...others] = await calendarsTo(person.email);
    expect([left?.METHOD, others]).toEqual(["CANCEL", []]);
    expect(Number(left?.SEQUENCE)).toBeGreaterThan(Number(came?.SEQUENCE));
  });

  it("is downloaded by its owner alone, with the code a camera reads beside it", async () => {
    const { fair, person, registration } = await givenOneComing();
    const address = `/mes-evenements/${registration.id}/agenda.ics`;

    const own = await asks(house, person).get(address);
    const page = await asks(house, person).get("/mes-evenements");
    const linked = await asks(house).get(`${registrationPath(registration.id)}/agenda.ics`);

    expect(own.headers["content-type"]).toContain("text/calendar");
    expect(read(own.text).UID).toBe(read(linked.text).UID);
    expect(read(own.text).SUMMARY).toBe((await datingOf(fair.datingId)).title);
    expect(page.text).toContain(`Image du code ${registration.code}`);
    expect((await asks(house, await givenPerson()).get(address)).status).toBe(404);
  });

  it("is not there to download while one waits for a place", async () => {
    days += 1;
    const fair = await givenFair(house, { day: addDays(today(), days), capacity: "1" });
    await givenRegistered(house, fair);
    const { person, registration } = await givenRegistered(house, fair);

    expect((await asks(house, person).get(`/mes-evenements/${registration.id}/agenda.ics`)).status).toBe(404);
    expect(await calendarsTo(person.email)).toEqual([]);
  });
});
