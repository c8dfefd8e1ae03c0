import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { aSiret, givenRecruiter } from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let officer: Person;
let companyId: string;
let path: string;
beforeAll(async () => {
  house = await openHouse();
  officer = await givenPerson({ role: "officer" });
  companyId = (await givenRecruiter("verified", "Scierie Fictive")).companyId;
  path = `/bureau/entreprises/${companyId}`;
});
afterAll(() => house.close());

const stored = () => CompanyModel.findById(companyId).orFail();
const contact = { name: "Nadège Roux", role: "directrice", phone: "05 55 00 00 00", email: "", mayBeCalled: "on" };

describe("the sheet of a company", () => {
  it("keeps contacts: added once however often sent, changed, removed", async () => {
    for (const _ of [1, 2]) await asks(house, officer).post(`${path}/contacts`, contact);
    const [added] = (await stored()).contacts;
    const form = await asks(house, officer).get(`${path}?contact=${added?.id}`);
    const shown = /name="shown" value="([^"]+)"/.exec(form.text)?.[1] ?? "";
    const edit = `${path}/contacts/${added?.id}`;

    const changed = await asks(house, officer).post(edit, { ...contact, name: "Nadège Blanc", shown });
    const stale = await asks(house, officer).post(edit, { ...contact, name: "Nadège Vert", shown });
    const kept = await stored();
    const removed = await asks(house, officer).post(`${edit}/retrait`);

    expect([changed.status, stale.status, removed.status]).toEqual([303, 409, 303]);
    expect(stale.text).toContain("Nadège Vert");
    expect(kept.contacts.map(({ name }) => name)).toEqual(["Nadège Blanc"]);
    expect((await stored()).contacts).toHaveLength(0);
  });

  it("keeps once what is sent twenty times in the same instant", async () => {
    const { companyId: id } = await givenRecruiter("verified", "Tannerie Fictive");
    const need = { occupation: "Tanneur", people: "2", neededOn: "", note: "" };
    const agreement = { title: "Charte", signedOn: today(), endsOn: "" };
    const sent = [
      ["contacts", contact],
      ["besoins", need],
      ["accords", agreement],
      ["fil", { kind: "visit", text: "vu les cuves" }],
    ] as const;

    for (const [where, typed] of sent) {
      const twenty = Array.from({ length: 20 }, () =>
        asks(house, officer).post(`/bureau/entreprises/${id}/${where}`, typed),
      );
      expect(new Set((await Promise.all(twenty)).map(({ status }) => status))).toEqual(new Set([303]));
    }

    const { contacts, needs, agreements, notes } = await CompanyModel.findById(id).orFail();
    expect([contacts, needs, agreements, notes].map((kept) => kept.length)).toEqual([1, 1, 1, 1]);
  });

  it("keeps a thread, wakes on a contact and not on a note", async () => {
    await asks(house, officer).post(`${path}/fil`, { kind: "note", text: "à voir" });
    const quiet = (await stored()).lastContactAt;
    for (const _ of [1, 2]) await asks(house, officer).post(`${path}/fil`, { kind: "visit", text: "vu la scie" });

    const company = await stored();
    expect(quiet).toBeNull();
    expect(company.lastContactAt).not.toBeNull();
    expect(company.notes.map(({ text }) => text)).toEqual(["à voir", "vu la scie"]);
  });

  it("never lets two plans overwrite each other, and puts what is done on the thread", async () => {
    const first = await asks(house, officer).post(`${path}/action`, {
      what: "rappeler",
      on: today(),
      shownWhat: "",
      shownOn: "",
    });
    const second = await asks(house, officer).post(`${path}/action`, {
      what: "visiter",
      on: today(),
      shownWhat: "",
      shownOn: "",
    });
    const desk = await asks(house, officer).get("/bureau");
    const done = await asks(house, officer).post(`${path}/action/faite`, { shownWhat: "rappeler", shownOn: today() });
    const twice = await asks(house, officer).post(`${path}/action/faite`, { shownWhat: "rappeler", shownOn: today() });

    expect([first.status, second.status, done.status, twice.status]).toEqual([303, 409, 303, 409]);
    expect(second.text).toContain("visiter");
    expect(desk.text).toContain("Rappeler");
    expect((await stored()).notes.at(-1)?.text).toBe("Fait : rappeler");
  });

  it.each([
    ["contacts", { name: "" }, "name"],
    ["contacts", { name: "A", phone: "12" }, "phone"],
    ["contacts", { name: "A", email: "nulle part" }, "email"],
    ["contacts", { name: "<b>A</b>" }, "name"],
    ["fil", { kind: "rumeur", text: "x" }, "kind"],
    ["fil", { kind: "call", text: "x".repeat(100_000) }, "text"],
    ["fil", { kind: "call", text: { $ne: null } }, "text"],
    ["action", { what: "voir", on: "2026-02-30" }, "on"],
  ])("refuses a wrong %s beside its field", async (part, typed, field) => {
    const refused = await asks(house, officer).postJson(`${path}/${part}`, typed);

    expect(refused.status).toBe(422);
    expect(Object.keys(refused.body.error.fields)).toContain(field);
  });

  it("is closed to every other role", async () => {
    for (const role of ["candidate", "employer", "counsellor", "phoneAgent"] as const) {
      const person = await givenPerson({ role, companyId: role === "employer" ? companyId : null });
      expect((await asks(house, person).get(path)).status).toBe(404);
      expect((await asks(house, person).post(`${path}/fil`, { kind: "note", text: "x" })).status).toBe(404);
    }
  });
});

describe("the network", () => {
  it("takes a new company by its SIRET, once", async () => {
    const typed = { siret: aSiret(), name: "Nouvelle Laiterie", commune: "Tulle", sector: "Agroalimentaire" };

    const added = await asks(house, officer).post("/bureau/entreprises", typed);
    const again = await asks(house, officer).post("/bureau/entreprises", typed);
    const wrong = await asks(house, officer).post("/bureau/entreprises", { ...typed, siret: "12345678901234" });

    expect([added.status, again.status, wrong.status]).toEqual([303, 422, 422]);
    expect(again.text).toContain("déjà dans le réseau");
  });

  it("is found by name, SIRET, contact, sector, and by sleep", async () => {
    const old = new Date(now().getTime() - 100 * 86_400_000);
    await CompanyModel.updateOne({ name: "Nouvelle Laiterie" }, { $set: { lastContactAt: old } });
    const get = async (query: string) => (await asks(house, officer).get(`/bureau/entreprises?${query}`)).text;

    expect(await get("q=laiterie")).toContain("Nouvelle Laiterie");
    expect(await get("q=.*")).not.toContain("Nouvelle Laiterie");
    expect(await get("q=%00laiterie")).toContain("Nouvelle Laiterie");
    expect(await get("secteur=Agroalimentaire")).not.toContain("Scierie Fictive");
    expect(await get("vue=dormant")).toContain("Nouvelle Laiterie");
    expect(await get("vue=dormant")).not.toContain("Scierie Fictive");
    expect((await asks(house, officer).get("/bureau/entreprises?q=a&q=b&page=zz&vue=x")).status).toBe(200);
  });
});
