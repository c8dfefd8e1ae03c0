import { Types } from "mongoose";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AlertReaderModel } from "#server/alerts/alert-reader-model.ts";
import { alertLinkPath } from "#server/alerts/find-alerts.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { digestsTo, givenAlert, givenNewOffer, linkIn } from "#test/alerts/given-alerts.ts";
import { givenPerson } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const press = async (page: Page, name: string | RegExp): Promise<void> => {
  await page.getByRole("button", { name }).first().click();
  await page.waitForLoadState("networkidle");
};

const mailTo = async (email: string, subject: string) => {
  await site.house.drain();
  return (await listMails()).find((mail) => mail.to === email && mail.subject.includes(subject));
};

/** A mail as a person sees it, to be looked at. */
const showMail = async (html: string, { name, width }: { name: string; width: 1280 | 360 }): Promise<void> => {
  const page = await site.visit({ width });
  await page.setContent(html);
  await page.screenshot({ path: `/tmp/shots/${name}-${width}.png`, fullPage: true });
};

describe.each([1280, 360] as const)("at %i pixels", (width) => {
  it("a visitor saves a search with an address, gets what is new, and pauses from the mail", async () => {
    const email = `visite${width}@exemple.invalid`;
    const visitor = await site.visit({ width });
    await visitor.goto("/mes-alertes/nouvelle");
    await checkPage(visitor, "alert-asks-nothing");
    await visitor.goto("/mes-alertes/nouvelle?q=aide+soigante&commune=19272&radius=20&contract=cdi");
    await checkPage(visitor, "alert-new");
    await press(visitor, "Créer l’alerte");
    await checkPage(visitor, "alert-new-wrong");
    await visitor.getByLabel("Votre adresse mail").fill(email);
    await press(visitor, "Créer l’alerte");
    await checkPage(visitor, "alert-asked");

    const asked = await mailTo(email, "Confirmez");
    await showMail(asked?.html ?? "", { name: "alert-confirmation-mail", width });
    await visitor.goto(linkIn(asked, "/alertes/confirmer/"));
    await checkPage(visitor, "alert-confirm");
    await press(visitor, "Confirmer l’alerte");
    await checkPage(visitor, "alert-confirmed");

    for (let i = 0; i < 12; i++) await givenNewOffer({ reference: width * 100 + i });
    const admin = await site.visit({ width, person: await givenPerson({ role: "admin" }) });
    await admin.goto("/admin/taches");
    await admin.locator('form[action="/admin/taches/send-daily-alerts/lancement"] button').click();
    await admin.waitForLoadState("networkidle");
    await expect.poll(() => digestsTo(email).then((mails) => mails.length), { timeout: 20_000 }).toBe(1);
    const [digest] = await digestsTo(email);
    await showMail(digest?.html ?? "", { name: "alert-digest-mail", width });
    expect(digest?.text).toContain("à Tulle, CDI");
    expect(digest?.text).toContain("Et 2 autres offres");

    const reader = await site.visit({ width });
    await reader.goto(linkIn(digest, "/alertes/"));
    await checkPage(reader, "alert-link");
    await reader.locator("summary", { hasText: "Mettre en pause" }).click();
    await checkPage(reader, "alert-link-open");
    await press(reader, /^Pause de 2 semaines/);
    await checkPage(reader, "alert-link-paused");
    expect(await reader.getByText("En pause jusqu’au").count()).toBe(1);
    await press(reader, "Arrêter toutes mes alertes");
    await checkPage(reader, "alert-link-stopped");
  });

  it("a candidate looks at their alerts, and changes one", async () => {
    const person = await givenPerson();
    const page = await site.visit({ width, person });
    await page.goto("/mes-alertes");
    await checkPage(page, "alerts-empty");
    const mine = { accountId: new Types.ObjectId(person.id), email: person.email };
    await givenAlert({ ...mine, lastSentAt: new Date() });
    await givenAlert({ ...mine, label: "Maçon, 30 km autour de Brive-la-Gaillarde", status: "paused" });

    await page.reload();
    await checkPage(page, "alerts");
    const awake = page.locator("li", { has: page.locator("summary", { hasText: "Mettre en pause" }) });
    await awake.locator("summary").click();
    await awake.getByRole("combobox", { name: /^Rythme/ }).selectOption("weekly");
    await awake.getByRole("combobox", { name: /^Jour/ }).selectOption("4");
    await checkPage(page, "alerts-open");
    await awake.getByRole("button", { name: /^Changer le rythme/ }).click();
    await page.waitForLoadState("networkidle");

    expect(await page.getByText("Chaque jeudi matin").count()).toBe(1);
  });

  it("a person who read none of eight mails sees why they are rarer, and takes the rhythm back", async () => {
    const email = `silence${width}@exemple.invalid`;
    const alert = await givenAlert({ email, frequency: "instant", typed: "aide-soigant" });
    const at = new Date();
    const sent = Array.from({ length: 8 }, () => ({ digestId: new Types.ObjectId(), instant: false, at }));
    await AlertReaderModel.create({ email, sent, seenAt: null });
    const page = await site.visit({ width });
    await page.goto(alertLinkPath(String(alert._id)));
    await checkPage(page, "alert-link-slowed");
    expect(await page.getByText("Ralentie").count()).toBe(1);
    await press(page, "Reprendre le rythme d’avant");
    await checkPage(page, "alert-link-resumed");

    expect(await page.getByText("Ralentie").count()).toBe(0);
  });
});
