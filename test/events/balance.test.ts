import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { RegistrationModel } from "#server/events/job-dating-model.ts";
import { VerdictModel } from "#server/events/verdict-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { type BalanceLine, balanceFigures } from "#shared/events/balance.ts";
import { csvOf } from "#shared/events/csv.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import { aPositioning } from "#test/positionings/a-positioning.ts";
import { signedInAgain } from "#test/support/given-companies.ts";
import { givenFair, givenRegistered, press } from "#test/support/given-datings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { asks, givenPerson } from "#test/support/people.ts";

describe("a table for a spreadsheet", () => {
  it("is read by a French one, and holds no formula", () => {
    const csv = csvOf([
      ["Nom", "Avis"],
      ["=HYPERLINK(1)", 'dit "oui"; puis non'],
      ["  +33", -2],
      ["Été\nfin", "@a"],
    ]);

    expect(csv).toBe(`\uFEFFNom;Avis\r\n'=HYPERLINK(1);"dit ""oui""; puis non"\r\n'  +33;-2\r\n"Été\nfin";'@a\r\n`);
  });
});

describe("the figures of a balance", () => {
  it("count as hired whoever was, wherever they are now", () => {
    const line: BalanceLine = {
      registrationId: "1",
      person: "Ana Roux",
      company: "Métal Vézère",
      hour: "9 h",
      held: true,
      verdict: "hire",
      status: "endedEarly",
      m1: "inPost",
      m3: "endedEarly",
    };
    const nothing = { ...line, held: false, verdict: "no", status: null, m1: null, m3: null } as const;

    expect(balanceFigures([line, nothing], { registered: 2, came: 1 })).toEqual({
      registered: 2,
      came: 1,
      planned: 2,
      held: 1,
      goOn: 1,
      positioned: 1,
      hired: 1,
      inPostM1: 1,
      inPostM3: 0,
    });
  });
});

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => setClock());
afterAll(() => house.close());

describe("the balance of a job dating", () => {
  it("says who met whom and what followed, on a page and in a file, to officers alone", async () => {
    const day = addDays(today(), 40);
    const fair = await givenFair(house, { day });
    const [met, other] = fair.recruiters;
    const person = await givenPerson({ firstName: "=cmd", lastName: "Roux" });
    const { registration } = await givenRegistered(house, fair, [met.companyId], person);
    await press(house, fair, "planning");
    await press(house, fair, "planning/publication");
    await RegistrationModel.updateOne({ _id: registration.id }, { $set: { arrivedAt: instantOf(`${day}T08:50`) } });
    const positioningId = newId().toHexString();
    const called = { kind: "M1", dueOn: day, doneAt: `${day}T09:00:00.000Z`, result: "inPost", note: null } as const;
    const whose = { id: positioningId, accountId: person.id, companyId: met.companyId };
    await keep(PositioningModel, aPositioning("inPostM1", { ...whose, followUps: [called] }));
    const said = { jobDatingId: fair.datingId, registrationId: registration.id, companyId: met.companyId };
    const stamps = { createdAt: instantOf(`${day}T09:12`), updatedAt: instantOf(`${day}T09:12`) };
    await VerdictModel.create({ ...said, ...stamps, verdict: "hire", positioningId } as never); // ids are cast

    setClock(instantOf(`${addDays(day, 40)}T10:00`));
    const officer = await signedInAgain(fair.officer);
    const at = `/bureau/evenements/${fair.datingId}/bilan`;
    const page = await asks(house, officer).get(at);
    const file = await asks(house, officer).get(`${at}.csv`);

    expect(page.text).toContain("1 sur 1");
    expect(page.text).toContain("Embaucher");
    expect(file.text).toContain("'=cmd Roux;Fromagerie des Monts;9 h;tenue;Embaucher;");
    expect(file.headers["content-disposition"]).toContain(`bilan-${day}.csv`);
    expect((await asks(house, await signedInAgain(other)).get(at)).status).toBe(404);
  });
});
