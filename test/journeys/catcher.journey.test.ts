import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dismissSpare, keepOneReady } from "#server/cvs/reader/read-apart.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { cvLines } from "#test/support/given-cv-files.ts";
import { communeOf, givenOffers } from "#test/support/given-offers.ts";
import { aPdf, columns } from "#test/support/given-pdf.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  keepOneReady();
  const tulle = communeOf("19272");
  await givenOffers(site.house, [
    {
      title: "Aide-soignant, aide-soignante de nuit F/H",
      occupation: "J1501",
      commune: tulle,
      expiresOn: "2099-12-31",
    },
    { title: "Aide-soignante du matin F/H", occupation: "J1501", commune: tulle, expiresOn: "2099-12-31" },
    { title: "Serveuse du soir F/H", occupation: "G1803", commune: tulle, expiresOn: "2099-12-31" },
  ]);
}, 120_000);
afterAll(async () => {
  dismissSpare();
  await site.close();
});

const file = {
  name: "CV Lina.pdf",
  mimeType: "application/pdf",
  buffer: aPdf([columns(cvLines, ["Compétences", "Aide à la toilette", "Conduire un tracteur", "Notions de cuisine"])]),
};

const press = async (page: Page, name: string): Promise<void> => {
  await Promise.all([page.waitForLoadState("load"), page.getByRole("button", { name, exact: true }).click()]);
};

const codeSentTo = async (email: string): Promise<string> => {
  const dispatch = await DispatchModel.findOne({ to: email }).sort({ _id: -1 }).lean();
  return /\b(\d{6})\b/.exec(JSON.stringify(dispatch))?.[1] ?? "";
};

describe.each([
  { width: 1280, script: true },
  { width: 360, script: true },
  { width: 1280, script: false },
  { width: 360, script: false },
] as const)("with a CV in a file, at $width, script $script", ({ width, script }) => {
  it("one finds offers from the home page, corrects, and saves", async () => {
    const page = await site.visit({ width, script });
    // axe is itself a script: without scripts, the same pages have just been looked at with them.
    const shot = async (name: string) => (script ? checkPage(page, `catcher-${name}`) : undefined);
    const email = `lina${width}${script ? "s" : "p"}@exemple.invalid`;

    await page.goto("/");
    await shot("home");
    await page.setInputFiles("input[type=file]", file);
    await press(page, "Trouver des offres avec mon CV");
    await page.waitForSelector("text=Voici ce que nous avons lu");
    await shot("findings");
    expect(await page.locator("mark", { hasText: "Aide-soignante" }).count()).toBeGreaterThan(0);
    expect(await page.locator("#offres").textContent()).toMatch(/2\soffres vous conviennent/);

    await page.locator("summary", { hasText: "Corriger : Aide-soignant" }).click();
    await page.fill("[name=trade1]", "serveuse");
    await press(page, "Corriger et revoir mes offres");
    await page.waitForSelector("text=Serveuse du soir F/H");
    await shot("corrected");

    await press(page, "Enregistrer mon CV");
    await page.fill("[name=email]", email);
    await shot("address");
    await press(page, "Recevoir mon code");
    await page.waitForSelector("[name=code]");
    await shot("code");
    await page.fill("[name=code]", await codeSentTo(email));
    await press(page, "Continuer");
    await page.fill("[name=firstName]", "Lina");
    await page.fill("[name=lastName]", "Verdier");
    await shot("name");
    await press(page, "Continuer vers mon CV");
    await page.waitForSelector("text=Rien n’est encore enregistré.");
    await shot("form");
    await press(page, "Poster mon CV et voir mes offres");
    await page.waitForURL("**/mes-pistes");
    expect(await page.locator("main").textContent()).toContain("Serveuse du soir F/H");

    await page.goto("/mon-cv");
    await shot("mine");
    await page.context().close();
  });
});

describe("a file that cannot be read", () => {
  it.each([1280, 360] as const)("gets a sentence and a way on, at %i", async (width) => {
    const page = await site.visit({ width });
    await page.goto("/lire-mon-cv");
    await checkPage(page, "catcher-upload");
    await page.setInputFiles("input[type=file]", { ...file, buffer: aPdf([[]]) });
    await press(page, "Lire mon CV et voir les offres");
    await page.waitForSelector("text=Ce PDF est une photo");
    await checkPage(page, "catcher-refused");

    expect(await page.evaluate("document.activeElement?.getAttribute('role')")).toBe("alert");
    await page.context().close();
  });
});
