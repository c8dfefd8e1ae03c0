import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { CompanyImportModel } from "#server/companies/import/import-model.ts";
import { owe } from "#server/platform/effects.ts";
import { aSiret, givenRecruiter } from "#test/support/given-companies.ts";
import { aSheetBomb } from "#test/support/given-sheets.ts";
import { uploads, wordsOf } from "#test/support/given-upload.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { runImport } from "#workers/companies/run-import.ts";

const path = "/bureau/entreprises/import";
let house: House;
let officer: Person;
beforeAll(async () => {
  house = await openHouse();
  officer = await givenPerson({ role: "officer" });
});
afterAll(() => house.close());

const sends = async (text: string | Buffer, name = "réseau.csv") => {
  const sent = await uploads(house, path, { name, bytes: Buffer.from(text) }, officer);
  return { status: sent.status, text: sent.text, to: sent.headers.location ?? "" };
};
const saysYes = async (to: string) => {
  const yes = await asks(house, officer).post(`${to}/oui`);
  await house.drain();
  return yes;
};
const networkOf = () => CompanyModel.find({}).sort({ _id: 1 }).lean();
const importOf = (to: string) => CompanyImportModel.findById(to.split("/").at(-1)).orFail();

const good = aSiret();
const list = [
  "Raison sociale;SIRET;Ville;Tél;Contact;Effectif",
  `Tuilerie d’Essai;${good};Tulle;05 55 00 00 01;Nadège Roux;12`,
  "Moulin d’Essai;;Brive-la-Gaillarde;;;",
  "Sans ville;;;;;",
  "Faux SIRET;12345678901234;Tulle;;;",
  "Mauvais tél;;Ussel;abc;Paul Noir;",
  ";;;;;",
  "SARL MOULIN D'ESSAI;;Brive;05 55 00 00 02;Accueil;",
].join("\n");

describe("a list of companies", () => {
  it("says line by line what it would do, and writes nothing before the yes", async () => {
    const before = await networkOf();
    const sent = await sends(list);
    const page = wordsOf((await asks(house, officer).get(sent.to)).text);

    expect(sent.status).toBe(303);
    expect(await networkOf()).toEqual(before);
    expect(page).toContain("Oui, ajouter 3 et compléter 1");
    expect(page).toContain("il manque la commune");
    expect(page).toContain("ce SIRET est faux : « 12345678901234 »");
    expect(page).toContain("téléphone illisible, laissé de côté : « abc »");
  });

  it("is written after it, reported, and changes nothing the second time", async () => {
    const first = await sends(list);
    for (const _ of [1, 2]) await saysYes(first.to);
    const written = await networkOf();
    const second = await sends(list);
    const preview = await asks(house, officer).get(second.to);
    await saysYes(second.to);

    expect((await importOf(first.to)).counts).toMatchObject({ created: 3, completed: 1, same: 0, left: 2 });
    expect(await importOf(first.to)).toMatchObject({ status: "done", rows: [] });
    expect(written.find(({ siret }) => siret === good)).toMatchObject({
      name: "Tuilerie d’Essai",
      size: "under50",
      contacts: [{ name: "Nadège Roux", phone: "0555000001" }],
    });
    expect(written.find(({ name }) => name === "Moulin d’Essai")?.contacts).toHaveLength(1);
    expect(preview.text).toContain("n’apprend rien de plus");
    expect((await importOf(second.to)).counts).toMatchObject({ created: 0, completed: 0, same: 4, left: 2 });
    expect(await networkOf()).toEqual(written);
  });

  it("fills what a file does not say and replaces nothing", async () => {
    const { companyId } = await givenRecruiter("verified", "Forge d’Essai");
    const { siret } = await CompanyModel.findById(companyId).orFail();
    await CompanyModel.updateOne({ _id: companyId }, { $set: { sector: "Métal" } });

    const sent = await sends(`siret,nom,ville,activité,site web\n${siret},Autre nom,Ussel,Forge,forge.example`);
    await saysYes(sent.to);

    const kept = await CompanyModel.findById(companyId).orFail();
    expect(kept).toMatchObject({ name: "Forge d’Essai", sector: "Métal", website: "https://forge.example" });
    expect(kept.commune.name).toBe("Tulle");
  });

  it("goes on where it was killed, without a line lost or doubled", async () => {
    const rows = Array.from({ length: 12 }, (_, at) => `Atelier numéro ${at} d’essai;Tulle`);
    const sent = await sends(`nom;ville\n${rows.join("\n")}`);
    await asks(house, officer).post(`${sent.to}/oui`);
    const importId = sent.to.split("/").at(-1) ?? "";
    // Killed twice: between a line written and its claim, and with two workers at once.
    await Promise.allSettled([runImport(importId, ""), runImport(importId, "")]);
    await CompanyImportModel.updateOne(
      { _id: importId },
      { $set: { status: "running", cursor: 5, "counts.created": 5, rows: rows.map((row) => row.split(";")) } },
    );
    await CompanyImportModel.updateOne({ _id: importId }, { $push: { effects: owe("import") } });
    await house.drain();
    await runImport(importId, "");

    expect(await CompanyModel.countDocuments({ name: /^Atelier numéro \d+ d’essai$/ })).toBe(12);
    expect((await importOf(sent.to)).counts).toMatchObject({ created: 12, completed: 0, same: 0 });
  });

  it("may hold companies without a SIRET, in a store that dates from before that", async () => {
    await CompanyModel.collection.deleteMany({ siret: null });
    await CompanyModel.collection.createIndex({ siret: 1 }, { unique: true, name: "siret_1" });
    await saysYes((await sends("nom;ville\nSans Un;Tulle\nSans Deux;Tulle")).to);

    expect(await CompanyModel.countDocuments({ name: /^Sans (Un|Deux)$/ })).toBe(2);
  });

  it("stops when asked and goes on afterwards", async () => {
    const sent = await sends("nom;ville\nArrêt Un;Tulle\nArrêt Deux;Tulle");
    await asks(house, officer).post(`${sent.to}/oui`);
    await asks(house, officer).post(`${sent.to}/arret`);
    await house.drain();
    const stopped = await CompanyModel.countDocuments({ name: /^Arrêt/ });
    await saysYes(sent.to);

    expect(stopped).toBe(0);
    expect(await CompanyModel.countDocuments({ name: /^Arrêt/ })).toBe(2);
  });

  it("is written alone, when two get their yes in the same instant", async () => {
    const twins = "Nom;Ville;Contact\nScierie jumelle;Tulle;";
    const [one, other] = [await sends(`${twins}Paul`), await sends(`${twins}Rose`)];

    const answers = await Promise.all([one, other].map(({ to }) => asks(house, officer).post(`${to}/oui`)));
    await house.drain();

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.text).toContain("Un autre import est en cours");
    expect(await CompanyModel.countDocuments({ name: "Scierie jumelle" })).toBe(1);
  });

  it("takes the columns as the officer says them, each once", async () => {
    const sent = await sends("nom;truc;ville\nScie d’Essai;Sciage;Tulle");
    const twice = await asks(house, officer).post(`${sent.to}/colonnes`, { column: ["name", "name", "commune"] });
    await asks(house, officer).post(`${sent.to}/colonnes`, { column: ["name", "sector", "commune"] });
    await saysYes(sent.to);

    expect(twice.status).toBe(409);
    expect(await CompanyModel.findOne({ name: "Scie d’Essai" })).toMatchObject({ sector: "Sciage" });
  });

  it.each([
    ["nothing", "", "Choisissez le fichier"],
    ["no known column", "a;b\n1;2", "Aucune colonne reconnue"],
    ["headings alone", "nom;ville", "aucune ligne"],
    ["a bomb", aSheetBomb(), "trop gros"],
    ["markup", "nom;ville\n<script>alert(1)</script>;Tulle", null],
  ])("with %s gets a plain sentence", async (_what, text, sentence) => {
    const sent = await sends(text);
    if (sentence !== null) expect([sent.status, sent.text]).toEqual([422, expect.stringContaining(sentence)]);
    else expect((await asks(house, officer).get(sent.to)).text).not.toContain("<script>alert");
  });

  it("is no page for another role, and its bytes are not read", async () => {
    for (const role of ["candidate", "employer", "counsellor", "phoneAgent"] as const) {
      const person = await givenPerson({ role });
      expect((await asks(house, person).get(path)).status).toBe(404);
      expect((await uploads(house, path, { name: "a.csv", bytes: Buffer.from(list) }, person)).status).toBe(404);
    }
  });
});
