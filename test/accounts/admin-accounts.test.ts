import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { givenPublished, givenRecruiter, offerOf } from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let admin: Person;
beforeAll(async () => {
  house = await openHouse();
  admin = await givenPerson({ role: "admin", lastName: "Chef-Fictif" });
});
afterAll(() => house.close());

const subjectsTo = async ({ email }: Person) =>
  (await listMails()).filter(({ to }) => to === email).map(({ subject }) => subject);

const colleague = { email: "jeanne@exemple.invalid", firstName: "Jeanne", lastName: "Faure-Fictive", role: "officer" };

describe("an admin creates the account of a colleague", () => {
  it("who can then sign in by code", async () => {
    const created = await asks(house, admin).post("/admin/comptes", colleague);

    expect([created.status, created.headers.location]).toEqual([303, "/admin/comptes"]);
    const stored = await AccountModel.findOne({ email: colleague.email }).lean();
    expect(stored).toMatchObject({ role: "officer", status: "active", passwordHash: null });
    expect((await asks(house, admin).get("/admin/comptes")).text).toContain("Faure-Fictive");
  });

  it("once: a taken address is said beside the field, and what was typed is kept", async () => {
    await asks(house, admin).post("/admin/comptes", colleague);
    const again = await asks(house, admin).post("/admin/comptes", { ...colleague, email: "JEANNE@exemple.invalid" });

    expect(again.status).toBe(422);
    expect(again.text).toContain("Un compte existe déjà avec cette adresse.");
    expect(again.text).toContain('value="Faure-Fictive"');
    expect(again.text).toMatch(/aria-invalid="true"/);
    expect(await AccountModel.countDocuments({ email: colleague.email })).toBe(1);
  });

  it("from two tabs at once: one account", async () => {
    const twice = { ...colleague, email: "deux@exemple.invalid" };
    const [one, two] = await Promise.all([
      asks(house, admin).post("/admin/comptes", twice),
      asks(house, admin).post("/admin/comptes", twice),
    ]);

    expect([one.status, two.status].sort()).toEqual([303, 422]);
    expect(await AccountModel.countDocuments({ email: twice.email })).toBe(1);
  });

  it.each([
    ["no address", { email: "" }, "email"],
    ["half an address", { email: "jeanne" }, "email"],
    ["an operator", { email: { $ne: null } }, "email"],
    ["no name", { lastName: " " }, "lastName"],
    ["a name without end", { firstName: "a".repeat(100_000) }, "firstName"],
    ["a role of the public", { role: "candidate" }, "role"],
    ["no role we know", { role: "president" }, "role"],
  ])("not with %s", async (_what, wrong, field) => {
    const before = await AccountModel.countDocuments();

    const refused = await asks(house, admin).postJson("/admin/comptes", { ...colleague, ...wrong });

    expect(refused.status).toBe(422);
    expect(Object.keys(refused.body.error.fields)).toEqual([field]);
    expect(await AccountModel.countDocuments()).toBe(before);
  });

  it("and cannot slip in what the form does not ask", async () => {
    const more = {
      ...colleague,
      email: "plus@exemple.invalid",
      status: "disabled",
      passwordHash: "x",
      _id: "0".repeat(24),
    };
    await asks(house, admin).postJson("/admin/comptes", { ...more, "effects.0.kind": "mail", $set: { role: "admin" } });

    await house.drain();
    const stored = await AccountModel.findOne({ email: "plus@exemple.invalid" }).lean();
    expect(stored).toMatchObject({ role: "officer", status: "active", passwordHash: null, effects: [] });
    expect(String(stored?._id)).not.toBe("0".repeat(24));
  });
});

describe("an admin changes a role", () => {
  it("and the person's sessions end", async () => {
    const person = await givenPerson({ role: "counsellor" });

    await asks(house, admin).post(`/admin/comptes/${person.id}/role`, { role: "officer" });

    expect((await AccountModel.findById(person.id).lean())?.role).toBe("officer");
    expect((await asks(house, person).get("/mon-compte")).status).toBe(303);
  });

  it("and who recruited no more acts for the company, nor hears of it", async () => {
    const recruiter = await givenRecruiter("pending");
    const colleague = await givenPerson({ role: "employer", companyId: recruiter.companyId });
    const offerId = await givenPublished(house, recruiter);
    await asks(house, admin).post(`/admin/moderation/entreprises/${recruiter.companyId}/verification`);
    await asks(house, admin).post(`/admin/comptes/${colleague.id}/role`, { role: "candidate" });
    await house.drain();

    await asks(house, admin).post(`/admin/moderation/entreprises/${recruiter.companyId}/refus`, {
      reason: "Ce SIRET est celui d’une autre.",
    });
    await house.drain();
    expect(await subjectsTo(recruiter)).toContain("Atelier fictif n’a pas pu être vérifiée");
    expect(await subjectsTo(colleague)).not.toContain("Atelier fictif n’a pas pu être vérifiée");

    await asks(house, admin).post(`/admin/moderation/entreprises/${recruiter.companyId}/verification`);
    await asks(house, recruiter).post(`/employeur/offres/${offerId}/publication`);
    await asks(house, recruiter).post("/mon-compte/effacement", { confirmation: "effacer" });
    expect((await offerOf(offerId)).status).toBe("suspended");
  });

  it("not to a role that does not exist, not of somebody who does not", async () => {
    const person = await givenPerson();

    expect((await asks(house, admin).post(`/admin/comptes/${person.id}/role`, { role: "roi" })).status).toBe(422);
    expect((await asks(house, admin).post(`/admin/comptes/${"0".repeat(24)}/role`, { role: "admin" })).status).toBe(
      404,
    );
    expect((await asks(house, admin).post("/admin/comptes/pas-un-id/role", { role: "admin" })).status).toBe(404);
  });

  it("never one's own, nor closes one's own account: the last admin must not lock the door from outside", async () => {
    const statuses = [
      (await asks(house, admin).post(`/admin/comptes/${admin.id}/role`, { role: "candidate" })).status,
      (await asks(house, admin).post(`/admin/comptes/${admin.id}/etat`, { status: "disabled" })).status,
    ];

    expect(statuses).toEqual([409, 409]);
    expect(await AccountModel.findById(admin.id).lean()).toMatchObject({ role: "admin", status: "active" });
  });
});

describe("an admin closes an account", () => {
  it("and the person is told by one mail, though the button was pressed twice", async () => {
    const person = await givenPerson({ email: "ferme@exemple.invalid" });

    await asks(house, admin).post(`/admin/comptes/${person.id}/etat`, { status: "disabled" });
    await asks(house, admin).post(`/admin/comptes/${person.id}/etat`, { status: "disabled" });
    await house.drain();

    const mails = (await listMails()).filter(({ to }) => to === person.email);
    expect(mails.map(({ subject }) => subject)).toEqual(["Votre compte Élan Emploi est fermé"]);
  });
});

describe("the search of accounts", () => {
  it("finds by the beginning of a name or an address, and by role", async () => {
    await givenPerson({ email: "martine@exemple.invalid", lastName: "Zébulon-Essai" });

    const [byName, byMail, byRole] = await Promise.all([
      asks(house, admin).get("/admin/comptes?q=z%C3%A9bul"),
      asks(house, admin).get("/admin/comptes?q=martine@"),
      asks(house, admin).get("/admin/comptes?q=martine&role=employer"),
    ]);

    expect(byName.text).toContain("martine@exemple.invalid");
    expect(byMail.text).toContain("Zébulon-Essai");
    expect(byRole.text).toContain("Aucun compte ne correspond");
  });

  it.each([".*", "(a+)+$", "^", "[", "\\", "a{1,99999}", "*", "$where", "|"])(
    "takes %s for letters, quickly, and finds no more by it",
    async (q) => {
      const began = performance.now();
      const page = await asks(house, admin).get(`/admin/comptes?q=${encodeURIComponent(q)}`);

      expect(page.status).toBe(200);
      expect(performance.now() - began).toBeLessThan(2_000);
      expect(page.text.includes("Aucun compte ne correspond")).toBe(true);
    },
  );

  it.each(["?q=a&q=b", "?q[$ne]=x", "?role=president", "?page=-1", "?page=99999999"])(
    "reads %s without a fault",
    async (query) => {
      expect((await asks(house, admin).get(`/admin/comptes${query}`)).status).toBeLessThan(500);
    },
  );
});

describe("accounts", () => {
  it.each(["candidate", "employer", "officer", "counsellor", "phoneAgent"] as const)(
    "are nothing a %s can see or change",
    async (role) => {
      const [person, target] = [await givenPerson({ role }), await givenPerson()];

      const answers = [
        await asks(house, person).get("/admin/comptes"),
        await asks(house, person).post("/admin/comptes", { ...colleague, email: "pirate@exemple.invalid" }),
        await asks(house, person).post(`/admin/comptes/${target.id}/role`, { role: "admin" }),
        await asks(house, person).post(`/admin/comptes/${person.id}/role`, { role: "admin" }),
        await asks(house, person).post(`/admin/comptes/${target.id}/etat`, { status: "disabled" }),
      ];

      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      expect(await AccountModel.countDocuments({ email: "pirate@exemple.invalid" })).toBe(0);
      expect(await AccountModel.findById(target.id).lean()).toMatchObject({ role: "candidate", status: "active" });
    },
  );
});
