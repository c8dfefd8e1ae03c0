import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { JobDatingModel } from "#server/events/job-dating-model.ts";
import { newId } from "#server/platform/fields.ts";
import type { Role } from "#shared/kernel/actor.ts";
import { type EveryThing, givenEveryThing } from "#test/support/every-thing.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
let things: EveryThing;
beforeAll(async () => {
  house = await openHouse();
  things = await givenEveryThing(house);
  await AccountModel.updateOne({ _id: things.candidate.id }, { $set: { firstName: "Hélène", lastName: "Dupré" } });
  const { companyId } = await givenRecruiter("verified", "Émaillerie d’Essai");
  const contact = {
    id: newId(),
    name: "Gaëlle Tissier",
    role: "directrice",
    phone: null,
    email: null,
    mayBeCalled: true,
  };
  await CompanyModel.updateOne({ _id: companyId }, { $push: { contacts: contact } });
});
afterAll(() => house.close());

const finds = async (role: Role, q: string): Promise<string> => {
  const page = await asks(house, await givenPerson({ role })).get(`/bureau/recherche?q=${encodeURIComponent(q)}`);
  // What was typed is in the field and in the title: only what was found counts.
  return /id="trouve">(.*?)<\/main>/s.exec(page.text)?.[1] ?? "";
};

describe("the search of staff", () => {
  it.each([
    ["emaillerie", "Émaillerie d’Essai"],
    ["ÉMAIL tulle", "Émaillerie d’Essai"],
    ["gaelle", "Gaëlle Tissier"],
    ["helene dup", "Hélène Dupré"],
    ["dupre", "Hélène Dupré"],
  ])("finds « %s », accents or not", async (typed, found) => {
    expect(await finds("officer", typed)).toContain(found);
  });

  it.each(["goff", "le goff", "claude", "marie-claude le"])(
    "finds a name of several words by « %s »",
    async (typed) => {
      await AccountModel.updateOne({ _id: things.candidate.id }, { firstName: "Marie-Claude", lastName: "Le Goff" });
      const found = await finds("officer", typed);
      await AccountModel.updateOne({ _id: things.candidate.id }, { firstName: "Hélène", lastName: "Dupré" });

      expect(found).toContain("Marie-Claude Le Goff");
    },
  );

  it("finds an offer by the words of its title and by its number, and none by others", async () => {
    const [offer] = await givenOffers(house, [{ title: "Soudeur TIG F/H", occupation: "H2913" }]);

    expect(await finds("officer", "soudeur")).toContain("Soudeur TIG F/H");
    expect(await finds("officer", String(offer?.reference))).toContain("Soudeur TIG F/H");
    for (const typed of ["zzyzx", "soudier", "dupre", "emploi"])
      expect(await finds("officer", typed)).not.toContain("Soudeur TIG F/H");
  });

  it("finds an event and leads to each thing's page", async () => {
    const { title } = await JobDatingModel.findOne().orFail();

    expect(await finds("officer", title)).toMatch(/href="\/bureau\/evenements\/[0-9a-f]{24}"/);
    expect(await finds("officer", "zzyzx fictif")).toContain("Rien ne porte le nom");
    expect(await finds("officer", "dupre")).toMatch(/href="\/cvtheque\/[0-9a-f]{24}"/);
  });

  it("takes what is typed for letters, never for a pattern", async () => {
    for (const typed of [".*", "(((", "^a", "$ne", "[a-z]+", "\\", "x".repeat(5_000)])
      expect(await finds("officer", typed)).not.toContain("Émaillerie");
  });

  it("shows each role what it may see: no company to a counsellor, nobody they do not accompany", async () => {
    expect(await finds("counsellor", "dupre")).not.toContain("Hélène");
    expect(await finds("counsellor", "emaillerie")).not.toContain("Émaillerie");
    expect(await finds("phoneAgent", "gaelle")).not.toContain("Gaëlle");
    expect(await finds("phoneAgent", "dupre")).toContain("Hélène");
  });

  it("never finds a person who hid their CV", async () => {
    await CvModel.updateOne({ accountId: things.candidate.id }, { $set: { visibility: "hidden" } });

    for (const role of ["officer", "admin", "phoneAgent"] as const)
      expect(await finds(role, "dupre")).not.toContain("Hélène");
  });

  it("is opened from every staff page by a link, and is no page for others", async () => {
    const desk = await asks(house, await givenPerson({ role: "officer" })).get("/bureau/entreprises");
    const offers = await asks(house, things.candidate).get("/offres");

    expect(desk.text).toContain("data-search-link");
    expect(offers.text).not.toContain("data-search-link");
    for (const role of ["candidate", "employer"] as const)
      expect((await asks(house, await givenPerson({ role })).get("/bureau/recherche?q=a")).status).toBe(404);
  });
});
