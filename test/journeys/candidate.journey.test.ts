import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { keep } from "#test/support/open-store.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  const day = today();
  const offers: Partial<Offer>[] = [
    { title: "Aide-soignant, aide-soignante de nuit F/H", requiredLicences: ["deas"], experienceMonths: 12 },
    { title: "Aide-soignant, aide-soignante en maison de retraite F/H", schedules: ["day"], commune: naves },
    {
      title: "Aide à domicile F/H",
      occupation: "K1304",
      appreciatedLicences: ["permis-b"],
      employerShown: false,
      weeklyHours: 28,
      schedules: ["day"],
    },
    { title: "Aide-soignant de jour, voiture exigée F/H", requiredLicences: ["permis-b", "deas"] },
  ];
  for (const [place, offer] of offers.entries())
    await keep(
      OfferModel,
      anOffer({
        id: newId().toHexString(),
        reference: 500 + place,
        sequence: 500 + place,
        publishedAt: now().toISOString(),
        expiresOn: addDays(day, 40),
        ...offer,
      }),
    );
});
afterAll(() => site.close());

const naves = { code: "19146", name: "Naves", postcode: "19460", lat: 45.31, lon: 1.77 };

const mailTo = async (email: string, subject: RegExp) => {
  for (let tries = 0; tries < 60; tries++) {
    const mail = (await listMails()).find((one) => one.to === email && subject.test(one.subject));
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`no mail for ${email}`);
};

const signInByCode = async (page: Page, email: string): Promise<void> => {
  await page.goto("/connexion");
  await page.getByLabel("Adresse mail").fill(email);
  await page.getByRole("button", { name: "Continuer" }).click();
  const { subject } = await mailTo(email, /code/);
  await page.getByLabel("Code à 6 chiffres").fill(/\d{6}/.exec(subject)?.[0] ?? "");
  await page.getByRole("button", { name: "Me connecter" }).click();
  await page.getByLabel("Prénom").fill("Lina");
  await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Maurel");
  await page.getByRole("button", { name: "Créer mon espace" }).click();
};

const postCv = async (page: Page, width: number): Promise<void> => {
  await page.getByRole("link", { name: "Poster mon CV" }).first().click();
  await checkPage(page, "candidat-cv-vide");
  await page.getByLabel("Quel métier cherchez-vous ?").fill("dompteuse de lions");
  await page.getByRole("button", { name: "Poster mon CV et voir mes offres" }).click();
  await page.getByText("choses à corriger").waitFor();
  await checkPage(page, "candidat-cv-refuse");
  await page.getByLabel("Quel métier cherchez-vous ?").fill("aide soigante");
  await page.getByLabel("Votre commune").fill("Tulle");
  await page.getByLabel("En voiture").check();
  await page.getByLabel("Un travail que vous avez fait").fill("Aide-soignante de nuit");
  await page.getByLabel("Pendant combien de temps").first().selectOption("36");
  await page.getByText("Voir tous les permis, CACES et diplômes").click();
  await page.getByLabel("Diplôme d’État d’aide-soignant").check();
  await page.getByRole("textbox", { name: "Votre téléphone" }).fill(width === 360 ? "06 12 34 56 78" : "");
  await page.getByLabel("J’accepte que les employeurs vérifiés").check();
  await page.getByRole("button", { name: "Poster mon CV et voir mes offres" }).click();
};

describe.each([1280, 360] as const)("a person looking for a job, at %i px", (width) => {
  const email = `lina${width}@exemple.invalid`;

  it("posts a CV, sees what fits and why, is found, and decides who gets the name", async () => {
    const page = await site.visit({ width });
    await signInByCode(page, email);
    await page.getByRole("heading", { name: "Bonjour Lina, 1 chose à faire" }).waitFor();
    await checkPage(page, "candidat-accueil-vide");
    await postCv(page, width);

    await page.getByText("Nous avons compris : Aide-soignant, aide-soignante").waitFor();
    await checkPage(page, "candidat-pistes");
    expect(await page.getByText("Métier que vous cherchez").count()).toBeGreaterThan(1);
    expect(await page.getByText("1 offre de plus s’ouvre si vous l’avez.").count()).toBe(1);

    await page.getByRole("link", { name: "Aide-soignant, aide-soignante de nuit F/H" }).click();
    await page.getByText("Pour vous, d’après votre CV").waitFor();
    await checkPage(page, "candidat-offre");

    await page.goto("/mon-cv/completer");
    await checkPage(page, "candidat-completer");
    await page.getByLabel("Aider à la toilette").check();
    await page.getByRole("button", { name: "Enregistrer mon CV" }).click();
    await page.getByText("Votre CV est à jour.").waitFor();
    await checkPage(page, "candidat-cv");

    const recruiter = await givenRecruiter("verified", `Résidence fictive ${width}`);
    const desk = await site.visit({ width, person: recruiter });
    await desk.goto("/cvtheque?q=aide-soignante&ou=Tulle");
    await checkPage(desk, "recruteur-cvtheque");
    expect(await desk.content()).not.toContain("Maurel");
    await desk.locator("main li.card a").first().click();
    await desk.getByLabel("Votre message").fill("Bonjour, un poste de nuit à Tulle, en CDI. En parlons-nous ?");
    await checkPage(desk, "recruteur-cv");
    await desk.getByRole("button", { name: "Envoyer ma demande" }).click();
    await desk.getByText("La personne n’a pas encore répondu").waitFor();
    await checkPage(desk, "recruteur-cv-demande");

    const asked = await mailTo(email, /aimerait vous contacter/);
    expect(asked.text).toContain("/mon-cv/demandes");
    await page.goto("/mes-pistes");
    await checkPage(page, "candidat-pistes-demande");
    await page.getByRole("link", { name: "Lire et répondre" }).click();
    await checkPage(page, "candidat-demandes");
    await page.getByRole("button", { name: /Oui, donner mon contact/ }).click();
    await page.getByText("L’entreprise a maintenant votre nom").waitFor();

    await mailTo(recruiter.email, /accepte votre contact/);
    await desk.reload();
    await desk.getByRole("heading", { name: "Lina Maurel" }).waitFor();
    await checkPage(desk, "recruteur-cv-nomme");
    await desk.goto("/cvtheque/demandes");
    await checkPage(desk, "recruteur-demandes");

    await page.goto("/mon-cv/visites");
    await page.getByText(`Résidence fictive ${width}`).first().waitFor();
    await page
      .getByRole("button", { name: /Écarter Résidence/ })
      .first()
      .click();
    await page.getByText("Cette entreprise ne voit plus votre CV.").waitFor();
    await checkPage(page, "candidat-visites");
    expect((await desk.goto("/cvtheque"))?.status()).toBe(200);

    await page.goto("/mon-cv");
    await page.getByText("Retirer ou effacer mon CV").click();
    await page.getByRole("button", { name: "Retirer mon CV" }).click();
    await page.getByText("Votre CV est retiré. Personne ne le voit plus.").waitFor();
    await checkPage(page, "candidat-cv-retire");
    await page.goto("/mon-cv/effacement");
    await checkPage(page, "candidat-effacer");
  }, 240_000); // twenty pages looked at with axe, on a machine that others use too
});

describe("a recruiter of a company not yet verified", () => {
  it("is told when the library opens", async () => {
    const desk = await site.visit({ person: await givenRecruiter("pending") });
    await desk.goto("/cvtheque");
    await checkPage(desk, "recruteur-cvtheque-fermee");
  });
});
