import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hallPath } from "#server/events/read-hall.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import { signedInAgain } from "#test/support/given-companies.ts";
import { type Fair, givenFair, givenRegistered, press, registrationsOf } from "#test/support/given-datings.ts";
import { givenPerson, type Person } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { executable, openSite, quiet, type Site, signIn } from "./support/site.ts";

let site: Site;
const profile = mkdtempSync(join(tmpdir(), "elan-door-"));
beforeAll(async () => {
  site = await openSite();
});
afterEach(() => setClock());
afterAll(async () => {
  await site.close();
  await rm(profile, { recursive: true, force: true });
});

const day = addDays(today(), 25);
const at = (clock: string): Date => instantOf(`${day}T${clock}`);

/** A tablet whose browser may be closed and opened again: what it keeps is on its disk. */
const openTablet = async (clock: string): Promise<{ tablet: Page; context: BrowserContext }> => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    args: quiet,
    baseURL: site.url,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 360, height: 740 },
  });
  const tablet = context.pages()[0] ?? (await context.newPage());
  tablet.setDefaultTimeout(15_000);
  await tablet.clock.setSystemTime(at(clock));
  return { tablet, context };
};

const arrivals = async ({ datingId }: Fair): Promise<number> =>
  (await registrationsOf(datingId)).filter(({ arrivedAt }) => arrivedAt !== null).length;

describe("the day of a job dating", () => {
  it("goes from the door to what the companies say, through a cut, a restart, a no-show and a late one", {
    timeout: 180_000,
  }, async () => {
    const fair = await givenFair(site.house, { day, opens: "09:00", closes: "10:30" });
    const wishes = fair.recruiters.map(({ companyId }) => companyId);
    const people: { person: Person; registration: { id: string; code: string } }[] = [];
    for (const firstName of ["Ana", "Bilal", "Chloé", "David"]) {
      const person = await givenPerson({ firstName, lastName: "Passant" });
      people.push(await givenRegistered(site.house, fair, wishes, person));
    }
    const [ana, bilal, chloe, david] = people;
    if (!ana || !bilal || !chloe || !david) throw new Error("four people are registered");
    await press(site.house, fair, "planning");
    await press(site.house, fair, "planning/publication");
    setClock(at("08:50"));
    const officer = await signedInAgain(fair.officer);
    const door = `/bureau/evenements/${fair.datingId}/accueil`;

    // At the door: by code with the network, by name without it, then the browser dies.
    const { tablet, context } = await openTablet("08:50");
    await signIn(tablet, site.url, officer);
    await tablet.goto(door);
    await tablet.getByText("en direct").waitFor();
    await tablet.getByLabel("Code de six lettres").fill(ana.registration.code.toLowerCase());
    await tablet.keyboard.press("Enter");
    await tablet.getByText("Ana Passant, n° 1.").waitFor();
    await expect.poll(() => arrivals(fair)).toBe(1);
    await tablet.waitForFunction(async () => {
      const kept = await caches.open("elan-porte");
      return navigator.serviceWorker.controller !== null && (await kept.keys()).length > 3;
    });
    await context.setOffline(true);
    await tablet.getByLabel("Chercher un nom").fill("chloe");
    await tablet.getByRole("button", { name: "Noter l’arrivée : Chloé Passant" }).click();
    await tablet.getByText("1 à envoyer").waitFor();
    await tablet.getByRole("button", { name: "Noter l’arrivée : Chloé Passant" }).waitFor({ state: "hidden" });
    await checkPage(tablet, "door-offline");
    // Not asked again once it is closed: a browser that closes gets its network back, and may send in its last moment.
    expect(await arrivals(fair)).toBe(1);
    await context.close();

    const again = await openTablet("08:55");
    await again.context.setOffline(true);
    await again.tablet.goto(door);
    await again.tablet.getByText("1 à envoyer").waitFor();
    expect(await again.tablet.locator("[data-door-count]").textContent()).toBe("2");
    await again.tablet.getByLabel("Code de six lettres").fill(ana.registration.code);
    await again.tablet.keyboard.press("Enter");
    await again.tablet.getByText("Déjà noté").waitFor();
    await signIn(again.tablet, site.url, officer);
    await again.context.setOffline(false);
    await expect.poll(() => arrivals(fair), { timeout: 15_000 }).toBe(2);
    await again.tablet.getByText("en direct").waitFor();
    await again.tablet.getByLabel("Code de six lettres").fill("ZZZZZZ");
    await again.tablet.keyboard.press("Enter");
    await again.tablet.getByText("Personne n’a ce code ici").first().waitFor();
    await again.context.close();

    // A few minutes into it: one is late, one does not come, the officer chooses, the tables follow.
    setClock(at("09:01"));
    const desk = await site.visit({ person: await signedInAgain(fair.officer) });
    await desk.clock.setSystemTime(at("09:01"));
    await desk.goto(`/bureau/evenements/${fair.datingId}/planning`);
    await desk.getByRole("heading", { name: /attendue/ }).waitFor();
    await checkPage(desk, "dating-plan-day");
    await desk.getByText("Quelqu’un est en retard ou absent").click();
    const late = desk.locator("form", { hasText: "Voir les réponses au retard" }).first();
    await late.getByRole("combobox", { name: "Qui" }).selectOption({ label: "Bilal Passant" });
    await late.getByRole("combobox", { name: "Arrive à" }).selectOption({ label: "9 h 45" });
    await late.getByRole("button", { name: "Voir les réponses au retard" }).click();
    await desk.getByRole("heading", { name: "Bilal Passant arrive à 9 h 45" }).waitFor();
    await desk
      .getByRole("button", { name: /^(Choisir|Noter)/ })
      .first()
      .click();
    await desk.getByText("Les personnes concernées sont prévenues").waitFor();
    await desk.goto(
      `/bureau/evenements/${fair.datingId}/changement?kind=absent&registrationId=${david.registration.id}`,
    );
    await desk
      .getByRole("button", { name: /^(Choisir|Noter)/ })
      .first()
      .click();
    await desk.getByText("Les personnes concernées sont prévenues").waitFor();

    // The hall's screen, by its address alone, on a big screen and on a phone: numbers, never names.
    const hall = await site.visit();
    await hall.setViewportSize({ width: 1920, height: 1080 });
    await hall.goto(hallPath(fair.datingId));
    await hall.getByText("Maintenant, 9 h").first().waitFor();
    await checkPage(hall, "hall");
    expect(await hall.locator("main").textContent()).not.toMatch(/Passant|Ana|Bilal|Chloé|David/);
    await hall.setViewportSize({ width: 360, height: 740 });
    await checkPage(hall, "hall");

    // Each company sees its own table and says in one press what follows.
    setClock(at("09:44"));
    const company = await site.visit({ person: await signedInAgain(fair.recruiters[0]) });
    await company.goto("/employeur/evenements");
    await company.getByRole("link", { name: /^Ouvrir ma table/ }).click();
    await checkPage(company, "company-day");
    expect(await company.locator("main").textContent()).not.toContain("David");
    await company.getByRole("button", { name: "Poursuivre : Ana Passant", exact: true }).click();
    await company.getByText("Votre avis est noté").waitFor();
    await company.getByText("1 avis donné").waitFor();
    await company.setViewportSize({ width: 360, height: 740 });
    await checkPage(company, "company-day");

    // The late one arrives, and finds their hours on their own phone.
    const other = await openTablet("09:44");
    await signIn(other.tablet, site.url, await signedInAgain(fair.officer));
    await other.tablet.goto(`${door}?code=${bilal.registration.code}`);
    await other.tablet.getByRole("button", { name: "Noter l’arrivée", exact: true }).click();
    await expect.poll(() => arrivals(fair)).toBe(3);
    await checkPage(other.tablet, "door");
    await other.context.close();
    const phone = await site.visit({ width: 360, person: await signedInAgain(bilal.person) });
    await phone.goto("/mes-evenements");
    await phone.getByRole("link", { name: "Suivre les tables en direct" }).waitFor();
    await checkPage(phone, "dating-convocation");
  });
});
