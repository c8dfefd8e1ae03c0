import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { today } from "#server/platform/clock.ts";
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

describe("the needs of a company", () => {
  const need = { occupation: "menuisier", people: "2", neededOn: "2026-12-01", note: "débutants acceptés" };

  it("are noted once however often sent, and end once, on the thread", async () => {
    for (const _ of [1, 2]) await asks(house, officer).post(`${path}/besoins`, need);
    const [noted] = (await stored()).needs;
    const shown = await asks(house, officer).get(path);
    for (const _ of [1, 2]) await asks(house, officer).post(`${path}/besoins/${noted?.id}/fini`);

    const company = await stored();
    expect(shown.text).toContain("menuisier");
    expect(company.needs).toHaveLength(1);
    expect(company.needs[0]?.metAt).not.toBeNull();
    expect(company.notes.filter(({ text }) => text === "Besoin terminé : 2 × menuisier")).toHaveLength(1);
    expect((await asks(house, officer).get(path)).text).toContain("Aucun besoin noté");
  });

  it("say beside each field what is wrong, and keep what was typed", async () => {
    const refused = await asks(house, officer).post(`${path}/besoins`, { ...need, people: "0", note: "à garder" });

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("à garder");
  });
});

describe("the agreements of a company", () => {
  it("are kept once and removed", async () => {
    const agreement = { title: "Charte d’engagement", signedOn: today() };
    for (const _ of [1, 2]) await asks(house, officer).post(`${path}/accords`, agreement);
    const [kept] = (await stored()).agreements;
    const count = (await stored()).agreements.length;
    for (const _ of [1, 2]) await asks(house, officer).post(`${path}/accords/${kept?.id}/retrait`);

    expect(count).toBe(1);
    expect((await stored()).agreements).toHaveLength(0);
  });

  it("never end before they begin", async () => {
    const wrong = { title: "Charte", signedOn: "2026-05-02", endsOn: "2026-05-01" };

    expect((await asks(house, officer).post(`${path}/accords`, wrong)).text).toContain("La fin vient avant");
  });
});

describe("what a company is", () => {
  const version = async () => (await stored()).updatedAt.toISOString();
  const sheet = { name: "Scierie Fictive", commune: "Tulle", naf: "1610a", accompanied: "on" };

  it("is changed by an officer; the NAF code says the sector", async () => {
    const siret = (await stored()).siret ?? "";
    const saved = await asks(house, officer).post(`${path}/fiche`, { ...sheet, siret, version: await version() });

    expect(saved.status).toBe(303);
    expect(await stored()).toMatchObject({ naf: "16.10A", sector: "Industrie", accompanied: true, siret });
  });

  it("is not changed by an old form, nor to the SIRET of another, nor to a code that is none", async () => {
    const other = await CompanyModel.findById((await givenRecruiter()).companyId).orFail();
    const send = async (typed: object) =>
      (await asks(house, officer).post(`${path}/fiche`, { ...sheet, version: await version(), ...typed })).status;

    expect(await send({ siret: aSiret(), version: "2020-01-01T00:00:00.000Z" })).toBe(409);
    expect(await send({ siret: other.siret })).toBe(422);
    expect(await send({ siret: "" })).toBe(422);
    expect(await send({ siret: aSiret(), naf: "99.99Q9" })).toBe(422);
  });

  it("shows the other establishments of the same legal person", async () => {
    const sister = await givenRecruiter("verified", "Scierie, dépôt");
    const { siret } = await stored();
    await CompanyModel.updateOne({ _id: sister.companyId }, { $set: { siret: `${siret?.slice(0, 9)}99999` } });

    expect((await asks(house, officer).get(path)).text).toContain("Scierie, dépôt");
  });

  it("is closed to every other role", async () => {
    for (const role of ["candidate", "employer", "counsellor", "phoneAgent"] as const) {
      const person = await givenPerson({ role, companyId: role === "employer" ? companyId : null });
      for (const part of ["fiche", "besoins", "accords"])
        expect((await asks(house, person).post(`${path}/${part}`, sheet)).status).toBe(404);
    }
  });
});
