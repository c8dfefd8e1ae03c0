import { Types } from "mongoose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { isDayOff } from "#shared/kernel/days-off.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { plainSpaces } from "#test/support/plain-spaces.ts";
import { remindLateActions } from "#workers/companies/remind-actions.ts";

let house: House;
let officer: Person;
const monday = new Date("2026-11-23T06:30:00Z");
const tuesday = new Date("2026-11-24T06:30:00Z");
const saturday = new Date("2026-11-28T06:30:00Z");

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  setClock(monday);
  officer = await givenPerson({ role: "officer", firstName: "Julie" });
});
afterEach(async () => {
  setClock();
  await CompanyModel.updateMany({}, { $set: { nextAction: null } });
});
afterAll(() => house.close());

const givenAction = async (what: string, on: string, by = officer): Promise<string> => {
  const { companyId } = await givenRecruiter("verified", `Chez ${what}`);
  const nextAction = { what, on, officerId: new Types.ObjectId(by.id) };
  await CompanyModel.updateOne({ _id: companyId }, { $set: { nextAction } });
  return String(companyId);
};

const mailsTo = async ({ email }: Person): Promise<{ subject: string; text: string }[]> =>
  (await DispatchModel.find({ to: email, kind: "late-actions" }).sort({ createdAt: 1 }).lean()).map(
    ({ subject, text }) => ({ subject: plainSpaces(subject), text: plainSpaces(text) }),
  );

const linkIn = (text: string): string => /\/rappels\/\S+/.exec(text)?.[0] ?? "";

describe("the reminder of planned actions that are past", () => {
  it("reaches each officer in one mail, with their own alone", async () => {
    const other = await givenPerson({ role: "officer" });
    await givenAction("rappeler", "2026-11-20");
    await givenAction("visiter", "2026-11-12");
    await givenAction("écrire", "2026-11-19", other);

    await remindLateActions();

    const [mail, ...more] = await mailsTo(officer);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("2 actions prévues sont dépassées");
    expect(mail?.text).toMatch(/Chez visiter : visiter.*jeudi 12 novembre[\s\S]*Chez rappeler/);
    expect(mail?.text).not.toContain("écrire");
    expect(await mailsTo(other)).toHaveLength(1);
  });

  it("says nothing of what is due today or later", async () => {
    await givenAction("rappeler", "2026-11-23");
    await givenAction("visiter", "2026-12-01");

    await remindLateActions();

    expect(await mailsTo(officer)).toEqual([]);
  });

  it("speaks of an action once, whatever runs again or waits", async () => {
    await givenAction("rappeler", "2026-11-20");
    await remindLateActions();
    await remindLateActions();
    setClock(tuesday);
    await givenAction("visiter", "2026-11-23");

    await remindLateActions();

    const mails = await mailsTo(officer);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain("visiter");
    expect(mails[1]?.text).not.toContain("rappeler");
  });

  it("speaks again of one that was put off and is past again", async () => {
    const companyId = await givenAction("rappeler", "2026-11-20");
    await remindLateActions();
    await asks(house, officer).post(`/bureau/entreprises/${companyId}/action`, {
      what: "rappeler",
      on: "2026-11-23",
      shownWhat: "rappeler",
      shownOn: "2026-11-20",
    });
    setClock(tuesday);

    await remindLateActions();

    expect(await mailsTo(officer)).toHaveLength(2);
  });

  it("waits for the next working day on a day off", async () => {
    await givenAction("rappeler", "2026-11-27");
    setClock(saturday);
    await remindLateActions();
    expect(await mailsTo(officer)).toEqual([]);

    setClock(new Date("2026-11-30T06:30:00Z"));
    await remindLateActions();

    expect(await mailsTo(officer)).toHaveLength(1);
  });

  it("is stopped and taken up again from its own link, without signing in", async () => {
    await givenAction("rappeler", "2026-11-20");
    await remindLateActions();
    const link = linkIn((await mailsTo(officer))[0]?.text ?? "");
    expect((await asks(house).get(link)).text).toContain("Ne plus recevoir ce rappel");

    await asks(house).post(link, { wanted: "no" });
    await givenAction("visiter", "2026-11-19");
    await remindLateActions();
    setClock(tuesday);
    await remindLateActions();

    expect(await mailsTo(officer)).toHaveLength(1);
    expect((await asks(house).get(link)).text).toContain("Recevoir de nouveau ce rappel");
    await asks(house).post(link, { wanted: "yes" });
    await givenAction("écrire", "2026-11-20");
    await remindLateActions();
    expect(await mailsTo(officer)).toHaveLength(2);
    setClock(monday); // an agent's session does not last until the next day
    expect((await asks(house, officer).get("/mon-compte")).text).toContain(link);
  });

  it("opens by no forged link, and only looking changes nothing", async () => {
    expect((await asks(house).get(`/rappels/${officer.id}.${"x".repeat(32)}`)).status).toBe(410);
    expect((await asks(house).post(`/rappels/${officer.id}.${"x".repeat(32)}`, { wanted: "no" })).status).toBe(410);
  });
});

describe("a day off", () => {
  it.each(["2026-04-06", "2026-05-14", "2026-05-25", "2027-03-29", "2026-11-11", "2026-12-25", "2026-11-22"])(
    "is %s",
    (day) => expect(isDayOff(day)).toBe(true),
  );
  it.each(["2026-04-07", "2026-11-23", "2026-12-24"])("is not %s", (day) => expect(isDayOff(day)).toBe(false));
});
