import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadedAssets } from "#server/platform/assets-in-use.ts";
import { now } from "#server/platform/clock.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { communeOf, givenOffers } from "#test/support/given-offers.ts";
import { plainSpaces } from "#test/support/plain-spaces.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
let night: Offer;
let filled: Offer;

beforeAll(async () => {
  site = await openSite();
  const tulle = communeOf("19272");
  const naves = communeOf("19146");
  const kept = await givenOffers(site.house, [
    {
      title: "Aide-soignant, aide-soignante de nuit",
      commune: naves,
      description: "Vous veillez sur 41 résidents.\n\n- 3 nuits travaillées\n- 4 nuits de repos",
      requiredLicences: ["deas"],
      experienceMonths: 12,
    },
    { title: "Vendeur, vendeuse", status: "filled", occupation: "D1106", commune: tulle },
    { title: "Aide-soignant, aide-soignante à domicile", commune: tulle, contract: "cdd", durationMonths: 6 },
    { title: "Aide-soignant en intérim F/H", commune: communeOf("19031"), contract: "interim", durationMonths: 1 },
    { title: "Vendeur, vendeuse en boulangerie", occupation: "D1106", commune: tulle, employerShown: false },
    ...Array.from({ length: 22 }, (_, i) => ({
      title: `Maçon, maçonne, chantier ${i + 1}`,
      occupation: "F1703",
      commune: tulle,
      description: "Vous montez des murs en pierre du pays.",
      publishedAt: new Date(now().getTime() - (i + 2) * 86_400_000).toISOString(),
    })),
  ]);
  [night, filled] = kept as [Offer, Offer]; // the two first of the list
});
afterAll(() => site.close());

const countIn = async (page: Page): Promise<string> =>
  plainSpaces((await page.locator("[data-live-count]").textContent()) ?? "");

/** Without script axe cannot run; the same pages pass it with script. */
const checkPlainPage = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true });
  expect(await page.locator("h1").count()).toBe(1);
  expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
};

describe.each([1280, 360] as const)("a visitor, at %i pixels", (width) => {
  it("asks in their own words, narrows without reload, reads an offer and comes back", async () => {
    const page = await site.visit({ width });
    await page.goto("/");
    await checkPage(page, "home");

    await page.getByLabel("Métier ou mot").pressSequentially("aide-soi");
    await page.getByRole("option", { name: "Aide-soignant, aide-soignante" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByLabel("Métier ou mot").fill("aide soigante");
    await page.getByLabel("Où").fill("tulle 10 km");
    await page.getByRole("button", { name: "Chercher" }).click();
    await page.waitForURL(/\/offres\?/);
    expect(await countIn(page)).toBe("2 offres");
    await checkPage(page, "offers-corrected");

    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    if (width === 360) await page.locator("#preciser > summary").click();
    await page.locator("#preciser-contract-cdi").check();
    await page.waitForURL(/contract=cdi/);
    await page.getByRole("heading", { name: "1 offre", exact: true }).waitFor();
    expect(await page.locator("#annonce").textContent()).toMatch(/^1\soffre$/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("preciser-contract-cdi");
    expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
    if (width === 360) await page.getByRole("button", { name: "Voir 1 offre" }).click();
    await checkPage(page, "offers-narrowed");

    await page.goBack();
    await page.getByRole("heading", { name: "2 offres", exact: true }).waitFor();
    await page.getByRole("link", { name: night.title }).click();
    await page.waitForURL(/\/offres\/aide-soignant/);
    await checkPage(page, "offer");
    expect(await page.getByText("km de Tulle").count()).toBe(1);
    await page.getByRole("link", { name: "Vos résultats" }).click();
    expect(await countIn(page)).toBe("2 offres");
  });

  it("is told what else there is when nothing is found, and when an offer is over", async () => {
    const page = await site.visit({ width });

    await page.goto("/offres?q=aide-soignant&commune=19275&radius=5");
    await checkPage(page, "offers-none");
    await page.getByRole("link", { name: /À 80 km autour d’Ussel/ }).click();
    await page.waitForFunction(() =>
      /^\d+\soffres?$/.test(document.querySelector("[data-live-count]")?.textContent ?? ""),
    );
    await page.goto("/offres?ou=Nullepart-les-Bains");
    await checkPage(page, "offers-unknown-place");
    await page.goto(offerAddress(filled));
    await checkPage(page, "offer-gone");
    expect(await page.getByRole("link", { name: "Vendeur, vendeuse en boulangerie" }).count()).toBe(1);
  });

  it("does all of it without script", async () => {
    const page = await site.visit({ width, script: false });

    await page.goto("/");
    await page.getByLabel("Métier ou mot").fill("maçonne");
    await page.getByRole("button", { name: "Chercher" }).click();
    await checkPlainPage(page, `offers-no-script-${width}`);
    expect(await countIn(page)).toBe("22 offres");
    await page.getByRole("link", { name: "Page suivante" }).click();
    expect(await page.locator("li.offer").count()).toBe(2);
    if (width === 360) await page.locator("#preciser > summary").click();
    await page.locator("#preciser-since-7").check();
    await page.getByRole("button", { name: /^Voir / }).click();
    expect(await countIn(page)).toBe("6 offres");
    await page.locator("li.offer a").first().click();
    await checkPlainPage(page, `offer-no-script-${width}`);
    expect(await page.getByRole("link", { name: "Postuler" }).count()).toBe(width === 360 ? 2 : 1);
    expect(await page.getByText("Imprimer cette offre").isVisible()).toBe(false);
  });
});

describe("a page with letters twice as big, at 360 pixels", () => {
  it("goes on downwards, not sideways, and covers none of its name", async () => {
    const page = await site.visit({ width: 360 });
    await page.goto("/offres");

    const seen = await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      const { left, top, width } = document.querySelector(".brand")?.getBoundingClientRect() ?? new DOMRect();
      return {
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        first: document.elementFromPoint(left + width / 2, top + 2)?.closest("a")?.className,
      };
    });

    expect(seen).toEqual({ sideways: 0, first: "brand" });
    await page.context().close();
  });
});

describe("a page on a poor network", () => {
  it.each(["/", "/offres", "offer"])(
    "weighs at most 60 kB on the first view, with 5 kB of script: %s",
    async (path) => {
      const page = await site.visit({ width: 360 });
      const html = await page.goto(path === "offer" ? offerAddress(night) : path);
      const { script, css, fontCss, file } = loadedAssets();
      const weigh = (name: string): number => gzipSync(file(name)?.body ?? "").length;
      const font = /url\(([^)]+)\)/.exec(file(fontCss)?.body.toString() ?? "")?.[1] ?? "";
      const fontSize = file(font)?.body.length ?? 0;

      expect(weigh(script)).toBeLessThanOrEqual(5_120);
      expect(fontSize).toBeGreaterThan(0);
      expect(gzipSync((await html?.body()) ?? "").length + weigh(script) + weigh(css) + fontSize).toBeLessThanOrEqual(
        61_440,
      );
    },
  );
});
