import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listMails } from "#server/platform/mail/transport.ts";
import { aSiret, givenPublished, givenRecruiter } from "#test/support/given-companies.ts";
import { givenPerson } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const widths = [1280, 360] as const;

/** The code of the last mail to this address, as a person copies it. */
const codeFor = async (email: string): Promise<string> => {
  for (let tried = 0; tried < 50; tried += 1) {
    const code = (await listMails()).find(({ to }) => to === email)?.subject.match(/\b\d{6}\b/)?.[0];
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no code for ${email}`);
};

const signUp = async (page: Page, email: string): Promise<void> => {
  await page.goto("/recruter");
  await checkPage(page, "recruter");
  await page.getByRole("link", { name: "Créer mon espace recruteur" }).click();
  await page.getByLabel("Adresse mail").fill(email);
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Code à 6 chiffres").fill(await codeFor(email));
  await page.getByRole("button", { name: "Me connecter" }).click();
  await page.getByLabel("Prénom").fill("Anne");
  await page.getByLabel("Nom", { exact: true }).fill("Fictive");
  expect(await page.getByLabel("Recruter").isChecked()).toBe(true);
  await page.getByRole("button", { name: "Créer mon espace" }).click();
};

const register = async (page: Page, company: string): Promise<void> => {
  await page.waitForURL("**/employeur/inscription");
  await page.getByLabel("Numéro SIRET").fill("732 829 320 00075");
  await page.getByLabel("Nom de l’entreprise").fill(company);
  await page.getByLabel("Commune").fill("Tulle");
  await page.getByLabel("Téléphone").fill("05 55 00 00 01");
  await page.getByRole("button", { name: "Enregistrer mon entreprise" }).click();
  await page.getByRole("alert").waitFor();
  await checkPage(page, "inscription-erreur");
  expect(await page.getByLabel("Nom de l’entreprise").inputValue()).toBe(company);
  await page.getByLabel("Numéro SIRET").fill(aSiret());
  await page.getByRole("button", { name: "Enregistrer mon entreprise" }).click();
  await page.waitForURL("**/employeur/entreprise");
  await checkPage(page, "entreprise-en-attente");
};

const writeOffer = async (page: Page, title: string): Promise<void> => {
  await page.goto("/employeur/offres");
  await checkPage(page, "mes-offres-vide");
  await page.getByRole("link", { name: "Écrire ma première offre" }).click();
  await checkPage(page, "offre-metier");
  await page.getByLabel("Qui cherchez-vous ?").fill(title);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Continuer" }).click();
  await page.getByLabel("Titre de l’offre").waitFor();
  await checkPage(page, "offre-formulaire");
  await page.getByLabel("Description du travail").fill(description);
  await page.getByLabel("Contrat", { exact: true }).selectOption("cdi");
  await page.getByLabel("Au moins").fill("1 200");
  await page.getByLabel("Commune du travail").fill("Tulle (19000)");
  await page.getByRole("button", { name: "Enregistrer et relire" }).click();
  await page.getByRole("alert").waitFor();
  await checkPage(page, "offre-erreur");
  await page.getByLabel("Au moins").fill("2 050");
  await page.getByRole("button", { name: "Enregistrer et relire" }).click();
  await page.getByRole("button", { name: "Publier l’offre" }).waitFor();
  await checkPage(page, "offre-relecture");
};

const description = `Vous accompagnez la nuit 41 résidents avec une collègue : rondes, lever, coucher.

- 3 nuits travaillées, 4 nuits de repos
- Repas fourni, planning connu deux mois avant`;

const verify = async (company: string, width: 1280 | 360): Promise<void> => {
  const page = await site.visit({ width, person: await givenPerson({ role: "admin", firstName: "Ada" }) });
  await page.goto("/admin/moderation");
  await checkPage(page, "moderation");
  await page.getByRole("link", { name: company }).click();
  await checkPage(page, "moderation-entreprise");
  await page.getByRole("button", { name: "Vérifier, et publier ses offres" }).click();
  await page.getByText("Entreprise vérifiée.").waitFor();
  await page.context().close();
};

/** Found by anybody within the five seconds that were promised. */
const findAs = async (page: Page, title: string): Promise<void> => {
  const until = Date.now() + 5_000;
  for (;;) {
    await page.goto(`/offres?q=${encodeURIComponent(title)}`);
    if ((await page.getByRole("link", { name: title }).count()) > 0) return;
    if (Date.now() > until) throw new Error(`${title} not found in 5 s`);
  }
};

describe("an employer", () => {
  it.each(widths)("registers, writes, is verified, is found, suspends and closes at %i px", async (width) => {
    const company = `Résidence fictive ${width}`;
    const title = width === 360 ? "Aide-soignante de nuit" : "Aide-soignant de jour";
    const page = await site.visit({ width });
    await signUp(page, `recrute${width}@exemple.invalid`);
    await register(page, company);
    await writeOffer(page, title);
    await page.getByRole("button", { name: "Publier l’offre" }).click();
    await page.getByText("Votre offre attend la vérification").waitFor();
    await checkPage(page, "offre-en-attente");

    await verify(company, width);
    await findAs(await site.visit({ width }), title);

    await page.reload();
    await checkPage(page, "offre-en-ligne");
    await page.goto("/employeur/offres");
    await checkPage(page, "mes-offres");
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("button", { name: "Suspendre l’offre" }).click();
    await page.getByText("L’offre n’est plus visible").waitFor();
    await page.getByText("Clore l’offre").first().click();
    await page.getByLabel("Le poste est pourvu grâce à Élan Emploi").check();
    await checkPage(page, "offre-cloture");
    await page.getByRole("button", { name: "Clore l’offre" }).click();
    await page.getByText("L’offre est close").waitFor();
    await checkPage(page, "offre-close");
  });

  it.each(widths)("writes and publishes without script at %i px", async (width) => {
    const person = await givenRecruiter();
    const page = await site.visit({ width, script: false, person });
    await page.goto("/employeur/offres/nouvelle");
    await page.getByLabel("Qui cherchez-vous ?").fill("maçon");
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.getByLabel("Titre de l’offre").fill("Maçon, maçonne");
    await page.getByLabel("Description du travail").fill(description);
    await page.getByLabel("Contrat", { exact: true }).selectOption("cdi");
    await page.getByLabel("Au moins").fill("2 050");
    await page.getByLabel("Commune du travail").fill("Brive");
    await page.getByRole("button", { name: "Enregistrer et relire" }).click();
    await page.getByRole("button", { name: "Publier l’offre" }).click();
    expect(await page.getByText("Votre offre est en ligne").count()).toBe(1);
  });

  it("sees an offer with a very long title, and its staff an empty queue", async () => {
    const person = await givenRecruiter("verified", "Établissements Fictivesansespacesetsansfinpourvoir et fils");
    await givenPublished(site.house, person, { title: `Conducteur${"detravaux".repeat(10)} F/H` });
    const page = await site.visit({ width: 360, person });
    await page.goto("/employeur/offres");
    await checkPage(page, "mes-offres-long");
    await page.goto("/employeur/entreprise");
    await checkPage(page, "entreprise-verifiee");
  });
});
