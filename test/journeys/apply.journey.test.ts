import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { givenCandidate, givenEmployer, givenOffer } from "#test/applications/given-hiring.ts";
import { asks } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const press = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", { name }).first().click();
  await page.waitForLoadState("networkidle");
};

const follow = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("link", { name }).first().click();
  await page.waitForLoadState("networkidle");
};

const hiring = async () => {
  const employer = await givenEmployer();
  const offer = await givenOffer(employer.companyId);
  const lina = await givenCandidate({ licences: ["permis-b"], about: "J’aime le travail de nuit." });
  return { employer, offer, lina };
};

describe.each([1280, 360] as const)("at %i pixels", (width) => {
  it("a candidate applies, an employer reads and answers, the candidate follows", async () => {
    const { employer, offer, lina } = await hiring();
    const candidate = await site.visit({ width, person: lina });
    const company = await site.visit({ width, person: employer });

    await company.goto("/employeur/candidatures");
    await checkPage(company, "received-empty");
    await candidate.goto("/mes-candidatures");
    await checkPage(candidate, "applications-empty");

    await candidate.goto(offer.applyAt);
    await checkPage(candidate, "apply");
    await candidate.getByLabel("Quelques mots pour l’employeur").fill("Bonjour, je suis disponible dès lundi.");
    await press(candidate, "Envoyer ma candidature");
    await checkPage(candidate, "application-sent");
    expect(await candidate.getByText("Votre candidature est partie").count()).toBe(1);
    await candidate.goto(offer.applyAt);
    await checkPage(candidate, "apply-twice");

    for (let i = 0; i < 3; i++) await asks(site.house, await givenCandidate()).post(offer.applyAt, {});
    await company.goto("/employeur/candidatures");
    await checkPage(company, "received");
    await company
      .getByRole("button", { name: /^Lire la candidature/ })
      .last()
      .click();
    await company.waitForLoadState("networkidle");
    await checkPage(company, "received-application");
    await follow(company, "Proposer un entretien");
    await company.getByLabel(/Jour et heure/).fill("2027-06-03T09:30");
    await checkPage(company, "answer-interview");
    await press(company, "Envoyer cette réponse");

    await candidate.goto("/mes-candidatures");
    await checkPage(candidate, "applications");
    await follow(candidate, offer.title);
    await checkPage(candidate, "application-interview");
    expect(await candidate.getByText("jeudi 3 juin 2027, 9 h 30").count()).toBe(1);

    await follow(company, "Refuser avec un mot");
    await checkPage(company, "answer-reason");
    await company.getByLabel("Le trajet est trop long").check();
    await press(company, "Préparer la réponse");
    await checkPage(company, "answer-refusal");
    await company.getByLabel(/Votre texte/).fill("");
    await press(company, "Envoyer cette réponse");
    await checkPage(company, "answer-wrong");
    await company.getByLabel(/Votre texte/).fill("Bonjour Lina, le trajet est trop long. Anne");
    await press(company, "Envoyer cette réponse");
    await checkPage(company, "received-refused");
    await company.goto("/employeur/candidatures");
    await checkPage(company, "received-mixed");

    await candidate.reload();
    await checkPage(candidate, "application-refused");
  });
});

describe("without script", () => {
  it("a candidate applies, then withdraws after reading what follows", async () => {
    const { offer, lina } = await hiring();
    const page = await site.visit({ width: 360, script: false, person: lina });

    await page.goto(offer.applyAt);
    await press(page, "Envoyer ma candidature");
    expect(await page.getByText("Votre candidature est partie").count()).toBe(1);
    await page.getByText("Retirer ma candidature", { exact: true }).click();
    await page.screenshot({ path: "/tmp/shots/application-withdraw-360.png", fullPage: true });
    await press(page, "Oui, retirer ma candidature");

    expect(await page.getByText("Votre candidature est retirée.").count()).toBe(1);
    expect((await ApplicationModel.findOne({ offerId: offer.id }).lean())?.status).toBe("withdrawn");
  });

  it("a person without a CV is led to it, and an offer that closed says so", async () => {
    const { offer, employer } = await hiring();
    const bare = await givenCandidate(null);
    const page = await site.visit({ width: 360, person: bare });
    const closed = await givenOffer(employer.companyId, { status: "filled" });

    await page.goto(offer.applyAt);
    await checkPage(page, "apply-without-cv");
    expect((await page.goto(closed.applyAt))?.status()).toBe(410);
    await checkPage(page, "apply-closed");
  });
});
