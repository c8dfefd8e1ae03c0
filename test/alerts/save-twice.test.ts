import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  setClock(now()); // the presses are of the same ten minutes
});
afterAll(async () => {
  setClock();
  await house.close();
});

const form = "/mes-alertes/nouvelle";
const wanted = { q: "aide soignante", commune: "19272", radius: "20", frequency: "daily" };

describe("saving a search five times in the same instant", () => {
  it("with an account is one alert, and another rhythm is another", async () => {
    const person = await givenPerson();

    const sent = await Promise.all(Array.from({ length: 5 }, () => asks(house, person).post(form, wanted)));
    await asks(house, person).post(form, { ...wanted, frequency: "weekly" });

    expect(sent.map(({ headers }) => headers.location)).toEqual(Array(5).fill("/mes-alertes"));
    expect(await AlertModel.countDocuments({ accountId: person.id })).toBe(2);
  });

  it("with an address alone asks it once by mail", async () => {
    const email = "presse@exemple.invalid";

    await Promise.all(Array.from({ length: 5 }, () => asks(house).post(form, { ...wanted, email })));
    await house.drain();

    expect(await AlertModel.countDocuments({ email })).toBe(1);
    expect((await listMails()).filter(({ to }) => to === email)).toHaveLength(1);
  });

  it("is the account's own, whoever asked for the same with its address alone", async () => {
    const person = await givenPerson();
    await asks(house).post(form, { ...wanted, email: person.email });

    await asks(house, person).post(form, wanted);

    const [alert] = await AlertModel.find({ accountId: person.id }).lean();
    expect(alert).toMatchObject({ email: person.email, status: "active" });
  });

  it("after the first was stopped is a new one", async () => {
    const person = await givenPerson();
    await asks(house, person).post(form, wanted);
    const first = await AlertModel.findOne({ accountId: person.id }).lean();
    await asks(house, person).post(`/mes-alertes/${first?._id}`, { act: "stop" });

    await asks(house, person).post(form, wanted);

    const alerts = await AlertModel.find({ accountId: person.id }).sort({ status: 1 }).lean();
    expect(alerts.map(({ status }) => status)).toEqual(["active", "stopped"]);
  });
});

describe("an agency behind one address", () => {
  it("saves more than thirty searches of people who signed in", async () => {
    const sent = [];
    for (let at = 0; at < 32; at++)
      sent.push(await asks(house, await givenPerson()).post(form, { ...wanted, frequency: "instant" }));

    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
  });
});
