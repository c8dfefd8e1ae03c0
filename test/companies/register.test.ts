import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { aSiret, givenRecruiter } from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const form = "/employeur/inscription";
const typedCompany = (given: object = {}) => ({
  siret: aSiret(),
  name: "Boulangerie fictive",
  commune: "Tulle (19000)",
  phone: "05 55 00 00 01",
  ...given,
});
const companyOf = async (accountId: string) => {
  const account = await AccountModel.findById(accountId).lean();
  return account?.companyId ? CompanyModel.findById(account.companyId).lean() : null;
};

describe("the way in for who recruits", () => {
  it("leads from the public page to sign-in, then to the registration", async () => {
    const page = await asks(house).get("/recruter");

    expect(page.status).toBe(200);
    expect(page.text).toContain('href="/connexion?suite=/employeur/inscription"');
  });

  it("leads those already in to their offers", async () => {
    const person = await givenRecruiter();

    expect((await asks(house, person).get("/recruter")).headers.location).toBe("/employeur/offres");
  });

  it.each(["/employeur/offres", "/employeur/offres/nouvelle", "/employeur/entreprise"])(
    "leads from %s to the registration while there is no company",
    async (path) => {
      const person = await givenPerson({ role: "employer" });

      expect((await asks(house, person).get(path)).headers.location).toBe(form);
    },
  );
});

describe("registering a company", () => {
  it("makes it wait for staff and gives it to whoever registers it", async () => {
    const person = await givenPerson({ role: "employer" });

    const sent = await asks(house, person).post(form, typedCompany({ siret: "732 829 320 00074" }));

    expect(sent.headers.location).toBe("/employeur/entreprise");
    const company = await companyOf(person.id);
    expect(company).toMatchObject({ siret: "73282932000074", status: "pending", commune: { code: "19272" } });
    expect(company?.contacts[0]).toMatchObject({ phone: "0555000001", email: person.email });
    expect((await asks(house, person).get("/employeur/entreprise")).text).toContain("Vérification en cours");
  });

  it("pressed twice at once makes one company", async () => {
    const person = await givenPerson({ role: "employer" });
    const typed = typedCompany();

    const both = await Promise.all([asks(house, person).post(form, typed), asks(house, person).post(form, typed)]);

    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await CompanyModel.countDocuments({ siret: typed.siret })).toBe(1);
  });

  it("of two companies at once keeps one, and blocks the SIRET of neither", async () => {
    const person = await givenPerson({ role: "employer" });
    const [one, two] = [typedCompany(), typedCompany()];

    await Promise.all([asks(house, person).post(form, one), asks(house, person).post(form, two)]);

    const kept = await companyOf(person.id);
    const made = await CompanyModel.find({ $or: [{ siret: one.siret }, { siret: two.siret }] }).lean();
    expect(made.map(({ siret }) => siret)).toEqual([kept?.siret]);
  });

  it("never lets a second person join by typing the same SIRET", async () => {
    const typed = typedCompany();
    const first = await givenPerson({ role: "employer" });
    const second = await givenPerson({ role: "employer" });
    await asks(house, first).post(form, typed);

    const refused = await asks(house, second).post(form, typed);

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Cette entreprise a déjà un compte");
    expect(refused.text).toContain('value="Boulangerie fictive"');
    expect(await companyOf(second.id)).toBeNull();
  });

  it("finishes what a crash left half done, for its own author only", async () => {
    const typed = typedCompany();
    const person = await givenPerson({ role: "employer" });
    const other = await givenPerson({ role: "employer" });
    await asks(house, person).post(form, typed);
    await AccountModel.updateOne({ _id: person.id }, { $set: { companyId: null } });

    const stranger = await asks(house, other).post(form, typed);
    const again = await asks(house, person).post(form, typed);

    expect([stranger.status, again.status]).toEqual([422, 303]);
    expect((await companyOf(person.id))?.siret).toBe(typed.siret);
  });

  it.each([
    ["a SIRET whose sum is wrong", { siret: "73282932000075" }, "siret", "not-a-siret"],
    ["no SIRET", { siret: "" }, "siret", "required"],
    ["an operator for a SIRET", { siret: { $ne: null } }, "siret", "not-a-siret"],
    ["two SIRETs", { siret: ["73282932000074", "73282932000074"] }, "siret", "not-a-siret"],
    ["an unknown commune", { commune: "Atlantide-sur-Vézère" }, "commune", "unknown-commune"],
    ["an operator for a commune", { commune: { $ne: null } }, "commune", "not-text"],
    ["markup in the name", { name: "<b>Gras</b>" }, "name", "no-html"],
    ["100 kB of name", { name: "a".repeat(100_000) }, "name", "too-long"],
    ["a short phone number", { phone: "0555" }, "phone", "not-a-phone"],
    ["an operator for a phone number", { phone: { $gt: "" } }, "phone", "not-a-phone"],
  ])("refuses %s beside its field and keeps nothing", async (_, given, field, code) => {
    const person = await givenPerson({ role: "employer" });

    const refused = await asks(house, person).postJson(form, typedCompany(given));

    expect(refused.status).toBe(422);
    expect(refused.body.error.fields[field].code).toBe(code);
    expect(await companyOf(person.id)).toBeNull();
  });

  it.each(["candidate", "officer", "admin"] as const)("is no page for a %s", async (role) => {
    const person = await givenPerson({ role });

    expect((await asks(house, person).get(form)).status).toBe(404);
    expect((await asks(house, person).post(form, typedCompany())).status).toBe(404);
  });
});

describe("one's own company", () => {
  const edited = { name: "Nouveau nom", commune: "Brive-la-Gaillarde", website: "www.exemple.fr" };
  const versionIn = (html: string): string => /name="version" value="([^"]+)"/.exec(html)?.[1] ?? "";

  it("is changed by its form, SIRET apart", async () => {
    const person = await givenRecruiter();
    const version = versionIn((await asks(house, person).get("/employeur/entreprise")).text);

    const sent = await asks(house, person).post("/employeur/entreprise", { ...edited, siret: aSiret(), version });

    expect(sent.status).toBe(303);
    const company = await CompanyModel.findById(person.companyId).lean();
    expect(company).toMatchObject({ name: "Nouveau nom", website: "https://www.exemple.fr", status: "verified" });
    expect(company?.commune.code).toBe("19031");
  });

  it("refuses a form older than what is there, keeping what was typed, then takes it", async () => {
    const person = await givenRecruiter();
    const version = versionIn((await asks(house, person).get("/employeur/entreprise")).text);
    await asks(house, person).post("/employeur/entreprise", { ...edited, version });

    const stale = await asks(house, person).post("/employeur/entreprise", { ...edited, name: "Autre nom", version });
    const insisted = await asks(house, person).post("/employeur/entreprise", {
      ...edited,
      name: "Autre nom",
      version: versionIn(stale.text),
    });

    expect(stale.status).toBe(409);
    expect(stale.text).toContain('value="Autre nom"');
    expect(insisted.status).toBe(303);
  });

  it("takes no address that is a script", async () => {
    const person = await givenRecruiter();
    const version = new Date().toISOString();

    const refused = await asks(house, person).postJson("/employeur/entreprise", {
      ...edited,
      website: "javascript:alert(1)",
      version,
    });

    expect(refused.body.error.fields.website.code).toBe("not-a-website");
  });

  it("says why it was refused", async () => {
    const person = await givenRecruiter("refused");
    await CompanyModel.updateOne({ _id: person.companyId }, { $set: { refusalReason: "Le SIRET est fermé." } });

    expect((await asks(house, person).get("/employeur/entreprise")).text).toContain("Le SIRET est fermé.");
  });
});
