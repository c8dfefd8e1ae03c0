import { Types } from "mongoose";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { confirmationPath } from "#server/alerts/confirm-alert.ts";
import { alertLinkPath } from "#server/alerts/find-alerts.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { givenAlert } from "./given-alerts.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const statusOf = async (id: Types.ObjectId) => (await AlertModel.findById(id).lean())?.status;
const linkOf = ({ _id }: { _id: Types.ObjectId }): string => alertLinkPath(_id.toHexString());

describe("my alerts", () => {
  it("ask a visitor to sign in", async () => {
    expect((await asks(house).get("/mes-alertes")).headers.location).toContain("/connexion");
  });

  it("propose to search when there is none", async () => {
    expect((await asks(house, await givenPerson()).get("/mes-alertes")).text).toContain("Aucune alerte");
  });

  it("are paused, resumed, slowed down and stopped by their owner", async () => {
    const person = await givenPerson();
    const alert = await givenAlert({ accountId: new Types.ObjectId(person.id), email: person.email });
    const act = (typed: object) => asks(house, person).post(`/mes-alertes/${alert._id}`, typed);

    await act({ act: "pause", pauseFor: "14" });
    const paused = await AlertModel.findById(alert._id).lean();
    await act({ act: "resume" });
    await act({ act: "frequency", frequency: "weekly" });
    const weekly = await AlertModel.findById(alert._id).lean();
    await act({ act: "stop" });
    const twice = await act({ act: "stop" });
    const late = await act({ act: "resume" });

    expect(paused?.status).toBe("paused");
    expect(Math.round(((paused?.pausedUntil?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(14);
    expect(weekly).toMatchObject({ status: "active", frequency: "weekly", pausedUntil: null });
    expect([twice.status, late.status]).toEqual([303, 409]);
    expect(await statusOf(alert._id)).toBe("stopped");
  });

  it.each(["candidate", "employer", "officer", "admin"] as const)("are missing for another %s", async (role) => {
    const alert = await givenAlert({ accountId: new Types.ObjectId() });

    const answer = await asks(house, await givenPerson({ role })).post(`/mes-alertes/${alert._id}`, { act: "stop" });

    expect(answer.status).toBe(404);
    expect(await statusOf(alert._id)).toBe("active");
  });
});

describe("the link of a mail", () => {
  it("changes nothing by being opened, ten times", async () => {
    const alert = await givenAlert({ email: "lien@exemple.invalid" });
    const before = await AlertModel.findById(alert._id).lean();

    for (let i = 0; i < 10; i++) expect((await asks(house).get(linkOf(alert))).status).toBe(200);
    await asks(house).get(`${linkOf(alert)}/desinscription`);

    expect(await AlertModel.findById(alert._id).lean()).toEqual(before);
  });

  it("pauses and resumes without signing in, and shows every alert of its mailbox", async () => {
    const alert = await givenAlert({ email: "deux@exemple.invalid" });
    const other = await givenAlert({ email: "deux@exemple.invalid", label: "Maçon à Brive" });

    await asks(house).post(linkOf(alert), { alert: String(other._id), act: "pause" });

    expect([await statusOf(alert._id), await statusOf(other._id)]).toEqual(["active", "paused"]);
    expect((await asks(house).get(linkOf(alert))).text).toContain("Maçon à Brive");
  });

  it("acts on no alert of another mailbox", async () => {
    const mine = await givenAlert({ email: "moi@exemple.invalid" });
    const theirs = await givenAlert({ email: "autrui@exemple.invalid" });

    const answer = await asks(house).post(linkOf(mine), { alert: String(theirs._id), act: "stop" });

    expect(answer.status).toBe(404);
    expect(await statusOf(theirs._id)).toBe("active");
  });

  it.each([
    ["forged", () => `/alertes/${new Types.ObjectId()}.${"A".repeat(32)}`],
    ["cut", () => `/alertes/${new Types.ObjectId()}`],
    ["of an alert that is gone", () => alertLinkPath(new Types.ObjectId().toHexString())],
    ["made of an operator", () => "/alertes/%7B%22$ne%22:null%7D"],
  ])("that is %s is missing, whatever is asked", async (_name, path) => {
    const link = path();
    const answers = [
      await asks(house).get(link),
      await asks(house).post(link, { alert: String(new Types.ObjectId()), act: "stop" }),
      await asks(house).post(`${link}/tout-arreter`),
      await asks(house).post(`${link}/desinscription`),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it("made to confirm does not stop, and the other way round", async () => {
    const alert = await givenAlert({ email: "sens@exemple.invalid" });
    const token = confirmationPath(String(alert._id)).split("/").at(-1);

    expect((await asks(house).post(`/alertes/${token}/tout-arreter`)).status).toBe(404);
    expect((await asks(house).post(`/alertes/confirmer/${linkOf(alert).split("/").at(-1)}`)).status).toBe(404);
  });
});

describe("one-click unsubscription", () => {
  const press = (path: string) =>
    supertest(house.app).post(path).type("form").send({ "List-Unsubscribe": "One-Click" });

  it("works without cookie from anywhere, twice, without leading elsewhere", async () => {
    const alert = await givenAlert({ email: "clic@exemple.invalid" });
    const second = await givenAlert({ email: "clic@exemple.invalid" });
    const address = `${linkOf(alert)}/desinscription`;

    const answers = [await press(address), await press(address).set("Sec-Fetch-Site", "cross-site")];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect([await statusOf(alert._id), await statusOf(second._id)]).toEqual(["stopped", "stopped"]);
    expect((await asks(house).get(linkOf(alert))).text).toContain("Plus aucune alerte");
  });

  it("opens no other door to other sites", async () => {
    const alert = await givenAlert({ email: "porte@exemple.invalid" });

    expect((await press(`${linkOf(alert)}/tout-arreter`)).status).toBe(403);
    expect(await statusOf(alert._id)).toBe("active");
  });
});
