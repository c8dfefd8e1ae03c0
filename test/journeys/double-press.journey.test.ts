import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { givenCandidate, givenEmployer, givenOffer } from "#test/applications/given-hiring.ts";
import { givenDraft } from "#test/support/given-companies.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Whether the page would be asked before another takes its place: where it is, Chromium may lose what is asked next. */
const asksFirst = async (page: Page): Promise<boolean> => {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", { expression: "window" });
  const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
  return listeners.some(({ type }) => type === "beforeunload");
};

/** Presses twice, as people used to icons do, and waits for what follows. */
const pressTwice = async (page: Page, name: string): Promise<void> => {
  await nextPage(page, () => page.getByRole("button", { name }).first().dblclick());
};

const nextPage = async (page: Page, press: () => Promise<void>): Promise<void> => {
  await Promise.all([page.waitForEvent("framenavigated"), press()]);
  await page.waitForLoadState("networkidle");
};

const goOn = async (page: Page, label: string, address: string): Promise<void> => {
  await page.getByRole("link", { name: label }).first().click();
  await page.waitForURL(`**${address}`);
};

describe("a button pressed twice", () => {
  it("sends one application, and the next link leads on", async () => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const lina = await givenCandidate({ licences: ["permis-b"] });
    const page = await site.visit({ person: lina });
    await page.goto(offer.applyAt.replace("/postuler", ""));
    await page.getByRole("link", { name: "Postuler" }).first().dblclick();
    await page.waitForURL("**/postuler");

    await pressTwice(page, "Envoyer ma candidature");

    expect(await page.getByText("Votre candidature est partie").count()).toBe(1);
    expect(await ApplicationModel.countDocuments({ accountId: lina.id })).toBe(1);
    await goOn(page, "Candidatures", "/mes-candidatures");
  });

  it("publishes an offer once, and the next link leads on", async () => {
    const employer = await givenEmployer();
    const offerId = await givenDraft(site.house, employer);
    const page = await site.visit({ person: employer });
    await page.goto(`/employeur/offres/${offerId}`);

    await pressTwice(page, "Publier l’offre");

    const history = (await OfferModel.findById(offerId).lean())?.history ?? [];
    expect(history.filter(({ to }) => to === "published")).toHaveLength(1);
    expect(await page.getByRole("alert").count()).toBe(0);
    await goOn(page, "Entreprise", "/employeur/entreprise");
  });

  it("saves a sheet once, and the next link leads on", async () => {
    const employer = await givenEmployer();
    const page = await site.visit({ person: employer });
    await page.goto("/employeur/entreprise");
    await page.getByLabel("Nom de l’entreprise").fill("Les Cèdres fictifs");

    await pressTwice(page, "Enregistrer la fiche");

    expect((await CompanyModel.findById(employer.companyId).lean())?.name).toBe("Les Cèdres fictifs");
    expect(await page.getByRole("alert").count()).toBe(0);
    await goOn(page, "Mes offres", "/employeur/offres");
  });
});

describe("leaving a page", () => {
  it("is asked about only while something typed was not sent", async () => {
    const page = await site.visit({ person: await givenEmployer() });
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.goto("/employeur/entreprise");
    expect(await asksFirst(page)).toBe(false);

    await page.getByLabel("Nom de l’entreprise").fill("Les Érables fictifs");
    expect(await asksFirst(page)).toBe(true);
    await page.getByRole("link", { name: "Mes offres" }).first().click();

    await expect.poll(() => asked).toEqual(["beforeunload"]);
    expect(await page.getByLabel("Nom de l’entreprise").inputValue()).toBe("Les Érables fictifs");
    await nextPage(page, () => page.getByRole("button", { name: "Enregistrer la fiche" }).click());
    expect(await asksFirst(page)).toBe(false);
    await goOn(page, "Mes offres", "/employeur/offres");
    expect(asked).toHaveLength(1);
  });
});
