import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { aSiret } from "#test/support/given-companies.ts";
import { givenPerson, type Person } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
let officer: Person;
beforeAll(async () => {
  site = await openSite();
  officer = await givenPerson({ role: "officer", firstName: "Julie", lastName: "Faure" });
});
afterAll(() => site.close());

const list = [
  "Raison sociale;SIRET;Ville;Tél;Contact",
  `Tuilerie du Plateau (fictive);${aSiret()};Tulle;05 55 00 00 01;Nadège Roux`,
  "Menuiserie du Pont fictif;;Brive-la-Gaillarde;;Paul Noir",
  `Menuiserie du Pontet fictif;${aSiret()};Brive-la-Gaillarde;05 55 00 00 02;Accueil`,
  "Chaudronnerie sans ville;;;;",
].join("\n");

const gives = async (page: Page, name: string): Promise<void> => {
  await page.goto("/bureau/entreprises/import");
  await checkPage(page, "companies-import");
  await page.getByLabel("Votre liste").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(list) });
  await page.getByRole("button", { name: "Lire la liste" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
};

const idOf = async (name: string): Promise<string> =>
  String((await CompanyModel.findOne({ name }, { _id: 1 }).orFail().lean())._id);

describe.each([1280, 360] as const)("an officer's companies at %i px", (width) => {
  it("come from a list, are called, planned, made one, parted again and visited", { timeout: 180_000 }, async () => {
    await CompanyModel.deleteMany({});
    const page = await site.visit({ person: officer, width });

    await gives(page, `reseau-${width}.csv`);
    await page.getByText("il manque la commune").waitFor();
    expect(await CompanyModel.countDocuments()).toBe(0);
    await checkPage(page, "companies-preview");
    await page.getByRole("button", { name: "Oui, ajouter 3" }).click();
    await page.getByText("L’import est terminé : 3 entreprises ajoutées").waitFor();
    await checkPage(page, "companies-report");
    await gives(page, `encore-${width}.csv`);
    await page.getByText("Cette liste n’apprend rien de plus au réseau").waitFor();
    expect(await CompanyModel.countDocuments()).toBe(3);

    await page.goto("/bureau/entreprises");
    await page.getByRole("link", { name: "Tuilerie du Plateau (fictive)" }).first().click();
    await page.getByRole("radio", { name: "Appel" }).check();
    await page.getByLabel("Ce qui s’est dit").fill("Cherche un mouleur pour mars.");
    await page.getByRole("button", { name: "Noter sur le fil" }).click();
    await page.getByText("Cherche un mouleur pour mars.").waitFor();
    await page.getByLabel("Quoi", { exact: true }).fill("rappeler Nadège Roux");
    await page.getByLabel("Quand", { exact: true }).fill(addDays(today(), 7));
    await page.getByRole("button", { name: "Prévoir cette action" }).click();
    await page.getByText("rappeler Nadège Roux").waitFor();
    await checkPage(page, "companies-sheet");

    await page.goto("/bureau/entreprises/doublons");
    await checkPage(page, "companies-twins");
    await page.getByRole("link", { name: /^Comparer Menuiserie/ }).click();
    await checkPage(page, "companies-compare");
    await page.getByRole("button", { name: /Réunir dans « Menuiserie du Pont fictif »/ }).click();
    await page.getByText("est réunie ici").waitFor();
    await checkPage(page, "companies-merged");
    expect(await CompanyModel.countDocuments()).toBe(2);
    await page.getByRole("button", { name: "Séparer les deux fiches" }).click();
    await expect.poll(() => CompanyModel.countDocuments(), { timeout: 10_000 }).toBe(3);
    await page.goto(`/bureau/entreprises/${await idOf("Menuiserie du Pontet fictif")}`);
    await page.getByText("Accueil").first().waitFor();

    await page.goto("/bureau/entreprises/tournee");
    await page.getByLabel("Départ et retour").fill("Tulle");
    await page.getByRole("button", { name: "Préparer la tournée" }).click();
    await page.getByRole("heading", { name: "Tournée autour de Tulle" }).waitFor();
    await page.getByRole("link", { name: "Tuilerie du Plateau (fictive)", exact: true }).waitFor();
    await checkPage(page, "companies-round");
  });
});
