import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { useAreas } from "#server/referentials/areas.ts";
import { findCommune } from "#server/referentials/find-commune.ts";
import { orderRound, roundLength } from "#shared/companies/plan-round.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { wordsOf } from "#test/support/given-upload.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let officer: Person;
beforeAll(async () => {
  house = await openHouse();
  officer = await givenPerson({ role: "officer", firstName: "Nadia", lastName: "Blanc" });
  await givenAt("Tannerie d’Essai", "Tulle", 10);
  await givenAt("Huilerie d’Essai", "Brive-la-Gaillarde", 200);
  await givenAt("Papeterie d’Essai", "Ussel", 40);
});
afterAll(async () => {
  useAreas("employment-zones", null);
  await house.close();
});

const givenAt = async (name: string, town: string, days: number): Promise<void> => {
  const { companyId } = await givenRecruiter("verified", name);
  // At noon: counted in hours, a day of summer ends up on the one beside it, late in a winter's evening.
  const at = new Date(`${addDays(today(), -days)}T12:00:00.000Z`);
  const note = { id: newId(), at, by: officer.id, kind: "visit", text: "vu" };
  await CompanyModel.updateOne(
    { _id: companyId },
    { $set: { commune: findCommune(town), lastContactAt: at, sector: "Essai" }, $push: { notes: note } },
  );
};
const page = async (path: string) => wordsOf((await asks(house, officer).get(`/bureau/entreprises${path}`)).text);

describe("a round", () => {
  const place = fc.record({
    lat: fc.double({ min: 45, max: 45.8, noNaN: true }),
    lon: fc.double({ min: 1.2, max: 2.5, noNaN: true }),
  });

  it("sees every stop once, always in the same order, never by a longer way than the stops were given", () => {
    fc.assert(
      fc.property(place, fc.array(place, { maxLength: 12 }), (start, stops) => {
        const round = orderRound(start, stops);

        expect(new Set(round)).toEqual(new Set(stops));
        expect(orderRound(start, stops)).toEqual(round);
        expect(roundLength(start, round)).toBeLessThanOrEqual(roundLength(start, stops) + 0.001);
      }),
    );
  });

  it("is within a twentieth of the shortest on average", () => {
    const ratios = fc
      .sample(fc.tuple(place, fc.array(place, { minLength: 5, maxLength: 6 })), 40)
      .map(([start, stops]) => {
        const best = Math.min(...ordersOf(stops).map((order) => roundLength(start, order)));
        return roundLength(start, orderRound(start, stops)) / best;
      });

    expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toBeLessThan(1.05);
  });

  it("shows the start by its name, where a sheet's link asks by the official code", async () => {
    const { text } = await asks(house, officer).get("/bureau/entreprises/tournee?commune=19275");

    expect(text).toContain("Tournée autour d’Ussel");
    expect(text).toMatch(/name="commune"[^>]*value="Ussel \(19200\)"/);
  });

  it("goes around a commune, to those who wait longest, and leaves out whom one says", async () => {
    const around = await page("/tournee?commune=Tulle&km=40");
    const { _id } = await CompanyModel.findOne({ name: "Huilerie d’Essai" }).orFail();
    const without = await page(`/tournee?commune=Tulle&km=40&sans=${_id}`);

    expect(around).toContain("Huilerie d’Essai");
    expect(around).toContain("Sans contact depuis 200 jours");
    expect(around).not.toContain("Papeterie d’Essai"); // Ussel is farther
    expect(without).not.toContain("Huilerie d’Essai");
    expect(await page("/tournee?commune=Nulle-Part-Sur-Rien&km=xx")).toContain("Cette commune est inconnue");
  });
});

const ordersOf = <One>(all: readonly One[]): One[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, at) => ordersOf([...all.slice(0, at), ...all.slice(at + 1)]).map((rest) => [one, ...rest]));

describe("the network", () => {
  it("is a map and a list that say the same", async () => {
    const map = await page("/carte?secteur=Essai");

    expect(map).toContain("3 entreprises dans 3 communes");
    expect(await page("/carte?secteur=Essai&silence=180")).toContain("1 entreprise dans 1 commune");
  });

  it("is listed by area, by last contact and by commune", async () => {
    useAreas("employment-zones", { names: { "7501": "Tulle" }, byCommune: { "19272": "7501" } });
    const inArea = await page("?zone=7501");
    const silent = await page("?silence=90");

    expect(inArea).toContain("Tannerie d’Essai");
    expect(inArea).not.toContain("Huilerie d’Essai");
    expect(silent).toContain("Huilerie d’Essai");
    expect(silent).not.toContain("Tannerie d’Essai");
    expect(await page("?commune=19275")).toContain("Papeterie d’Essai");
  });

  it("counts contacts by month and officer, and no note", async () => {
    const counted = await page("/contacts");

    expect(counted).toContain("Nadia Blanc");
    expect(counted).toMatch(/Contacts Visites Appels Mails/);
  });

  it("is closed to every other role", async () => {
    for (const role of ["candidate", "employer", "counsellor", "phoneAgent"] as const) {
      const person = await givenPerson({ role });
      for (const path of ["carte", "contacts", "tournee"])
        expect((await asks(house, person).get(`/bureau/entreprises/${path}`)).status).toBe(404);
    }
  });
});
