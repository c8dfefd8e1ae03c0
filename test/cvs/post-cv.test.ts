import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { givenSeeker, storedCv, typedFirstCv } from "#test/support/given-cvs.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("a first CV", () => {
  it("is kept from five questions, with what was understood said", async () => {
    const person = await givenPerson();

    const sent = await asks(house, person).post("/mon-cv", typedFirstCv);

    expect([sent.status, sent.headers.location]).toEqual([303, "/mes-pistes"]);
    expect(decodeURIComponent(String(sent.headers["set-cookie"]))).toContain("Aide-soignant, aide-soignante");
    expect(await storedCv(person.id)).toMatchObject({
      occupations: ["J1501"],
      commune: { code: "19272", name: "Tulle" },
      radiusKm: 20,
      means: ["car"],
      experiences: [{ occupation: "J1501", label: "Aide-soignante de nuit", months: 36 }],
      licences: ["permis-b", "deas"],
      visibility: "anonymous",
      status: "active",
      version: 1,
    });
    expect((await AccountModel.findById(person.id).lean())?.phone).toBe("0612345678");
  });

  it("is from the commune whose postcode was typed, though it is also the official code of another", async () => {
    const person = await givenPerson();

    await asks(house, person).post("/mon-cv", { ...typedFirstCv, commune: "19100" });

    expect(await storedCv(person.id)).toMatchObject({ commune: { code: "19031", name: "Brive-la-Gaillarde" } });
  });

  it("is anonymous in the library unless its person chooses otherwise", async () => {
    const page = await asks(house, await givenPerson()).get("/mon-cv");

    expect(page.text).toMatch(/value="anonymous" checked/);
    const names = [...page.text.matchAll(/name="(\w+)"/g)].map(([, name]) => name);
    expect(names.filter((name) => /birth|age$|nation|photo|family|health|address/i.test(name ?? ""))).toEqual([]);
  });

  it("is one, even from two tabs: the second is shown again with what was typed", async () => {
    const person = await givenPerson();

    const answers = await Promise.all([1, 2].map(() => asks(house, person).post("/mon-cv", typedFirstCv)));

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.text).toContain("Cette page a changé");
    expect(refused?.text).toContain("aide soigante");
  });

  it("is asked of candidates only", async () => {
    const answers = await Promise.all(
      (["employer", "officer", "admin"] as const).map(async (role) =>
        asks(house, await givenPerson({ role })).post("/mon-cv", typedFirstCv),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await asks(house).get("/mon-cv")).headers.location).toMatch(/^\/connexion/);
  });
});

describe("a wrong answer", () => {
  it.each([
    ["no trade", { wanted: "" }, "champ-wanted"],
    ["six trades", { wanted: ["maçon", "serveur", "caissier", "cuisinier", "peintre", "boulanger"] }, "champ-wanted"],
    ["a trade nobody knows", { wanted: "dompteur de lions" }, "champ-wanted-0"],
    ["a commune nobody knows", { commune: "Xyzville" }, "champ-commune"],
    ["no distance", { radiusKm: "" }, "champ-radiusKm"],
    ["a distance of the moon", { radiusKm: "384400" }, "champ-radiusKm"],
    ["no way to go", { means: [] }, "champ-means"],
    ["a way that is not one", { means: "fusée" }, "champ-means"],
    ["a contract that is not one", { contracts: ["esclavage"] }, "champ-contracts"],
    ["no hours", { hours: "" }, "champ-hours"],
    ["an experience without its time", { months1: "" }, "champ-months1"],
    ["a time without its experience", { experience1: "" }, "champ-experience1"],
    ["a hundred years", { months1: "1200" }, "champ-months1"],
    ["markup", { experience1: "<b>gras</b>" }, "champ-experience1"],
    ["a licence that is not one", { licences: ["permis-de-tuer"] }, "champ-licences"],
    ["half a phone number", { phone: "0612" }, "champ-phone"],
    ["a visibility that is not one", { visibility: "public" }, "champ-visibility"],
    ["a repeated answer", { commune: ["Tulle", "Brive"] }, "champ-commune"],
    ["a hundred kilobytes", { experience1: "x".repeat(100_000) }, "champ-experience1"],
  ])("is shown beside its field, everything typed being kept: %s", async (_name, wrong, field) => {
    const person = await givenPerson();

    const sent = await asks(house, person).post("/mon-cv", { ...typedFirstCv, phone: "0612345679", ...wrong });

    expect(sent.status).toBe(422);
    expect(sent.text).toContain(`href="#${field}"`);
    expect(sent.text).toContain(`id="${field}"`);
    if (!("phone" in wrong)) expect(sent.text).toContain("0612345679");
    expect(await storedCv(person.id)).toBeNull();
  });

  it("names the trade that was not understood, and what it may have meant", async () => {
    const sent = await asks(house, await givenPerson()).post("/mon-cv", { ...typedFirstCv, wanted: "ouvrier" });

    expect(sent.text).toMatch(/Nous ne sommes pas sûrs pour « ouvrier »\. Vouliez-vous dire/);
  });

  it("is told with the others at the first try, each by its own name", async () => {
    const wrong = { ...typedFirstCv, wanted: ["maçon", "dompteur de lions"], commune: "", means: [] };

    const { text } = await asks(house, await givenPerson()).post("/mon-cv", wrong);

    for (const said of ["« dompteur de lions »", "Écrivez le nom de votre commune.", "Cochez au moins une façon"])
      expect(text).toContain(said);
    expect(text).toContain("3 choses à corriger");
  });

  it("is refused to machines with codes, operators included", async () => {
    const person = await givenPerson();

    const sent = await asks(house, person).postJson("/mon-cv", { ...typedFirstCv, commune: { $ne: null } });

    expect(sent.status).toBe(422);
    expect(sent.body.error.fields.commune.code).toMatch(/^[a-z-]+$/);
  });
});

describe("changing a CV", () => {
  it("keeps what was added to it, and what its person shut out", async () => {
    const person = await givenSeeker({ about: "Douze ans de nuit", skills: ["refaire-lit-occupe"] });

    const sent = await asks(house, person).post("/mon-cv", { ...typedFirstCv, version: "1", radiusKm: "50" });

    expect(sent.status).toBe(303);
    expect(await storedCv(person.id)).toMatchObject({ radiusKm: 50, about: "Douze ans de nuit", version: 2 });
  });

  it("refuses a stale form, shows it again, and takes it the second time", async () => {
    const person = await givenSeeker({ version: 3 });

    const stale = await asks(house, person).post("/mon-cv", { ...typedFirstCv, version: "2", radiusKm: "80" });
    const version = /name="version" value="(\d+)"/.exec(stale.text)?.[1];
    const again = await asks(house, person).post("/mon-cv", { ...typedFirstCv, version, radiusKm: "80" });

    expect([stale.status, version, again.status]).toEqual([409, "3", 303]);
    expect((await storedCv(person.id))?.radiusKm).toBe(80);
  });

  it("shows the CV as it was typed", async () => {
    const person = await givenSeeker({
      radiusKm: 23,
      experiences: [{ occupation: null, label: "Bergère", months: 30 }],
    });

    const { text } = await asks(house, person).get("/mon-cv/modifier");

    expect(text).toContain('value="Bergère"');
    expect(text).toMatch(/<option value="23" selected>/);
    expect(text).toMatch(/<option value="30" selected>/);
  });
});

describe("completing a CV", () => {
  const details = { version: "1", skills: ["aider-toilette"], language1: "en", level1: "good", about: "Du calme." };

  it("adds skills, languages, diplomas, a date and a few words", async () => {
    const person = await givenSeeker();

    const sent = await asks(house, person).post("/mon-cv/completer", {
      ...details,
      otherSkill: "conduire un tracteur",
      diplomas: ["bac"],
      availableFrom: "2027-01-04",
    });

    expect(sent.status).toBe(303);
    const cv = await storedCv(person.id);
    expect(cv).toMatchObject({
      diplomas: ["bac"],
      languages: [{ name: "en", level: "good" }],
      availableFrom: "2027-01-04",
      about: "Du calme.",
    });
    expect(cv?.skills).toHaveLength(2);
  });

  it.each([
    ["a skill nobody knows", { otherSkill: "parler aux étoiles filantes" }, "champ-otherSkill"],
    ["a day that does not exist", { availableFrom: "2027-02-30" }, "champ-availableFrom"],
    ["markup", { about: "<script>alert(1)</script>" }, "champ-about"],
    ["a book", { about: "x".repeat(2000) }, "champ-about"],
    ["a skill of no list", { skills: ["voler"] }, "champ-skills"],
    ["a language of nowhere", { language1: "klingon" }, "champ-language1"],
  ])("refuses %s beside its field", async (_name, wrong, field) => {
    const person = await givenSeeker();

    const sent = await asks(house, person).post("/mon-cv/completer", { ...details, ...wrong });

    expect(sent.status).toBe(422);
    expect(sent.text).toContain(`href="#${field}"`);
    expect((await storedCv(person.id))?.version).toBe(1);
  });

  it("asks for a CV first", async () => {
    expect((await asks(house, await givenPerson()).get("/mon-cv/completer")).status).toBe(409);
  });
});

describe("erasing a CV", () => {
  it("asks first, then leaves nothing", async () => {
    const person = await givenSeeker();

    const asked = await asks(house, person).get("/mon-cv/effacement");
    expect(asked.text).toContain("Cela ne peut pas être défait");
    await asks(house, person).post("/mon-cv/effacement");

    expect(await storedCv(person.id)).toBeNull();
  });
});
