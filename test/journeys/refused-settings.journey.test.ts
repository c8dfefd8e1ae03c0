import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dispatchMails } from "#server/platform/mail/dispatch.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { aMail } from "#test/messages/mail-house.ts";
import { type ScriptedRelay, startScriptedRelay } from "#test/messages/scripted-relay.ts";
import { type DocumentedMeilisearch, documentedMeilisearch } from "#test/platform/search/documented-meilisearch.ts";
import { givenPublicOffer } from "#test/support/given-offers.ts";
import { givenPerson, type Person } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
let relay: ScriptedRelay;
let meili: DocumentedMeilisearch;
let admin: Person;

beforeAll(async () => {
  site = await openSite();
  admin = await givenPerson({ role: "admin" });
  await givenPublicOffer({ title: "Souffleur de verre F/H" });
  await site.house.drain();
  meili = await documentedMeilisearch();
  meili.want("la-bonne-cle");
  useSearch(meilisearchEngine({ url: meili.url, key: "fausse-cle" }));
  relay = await startScriptedRelay();
  relay.play({ AUTH: { reply: "535 5.7.8 authentication failed" } });
  const smtpUrl = relay.url.replace("smtp://", "smtp://site:faux@").concat("?ignoreTLS=true");
  await useMail({ smtpUrl, folder: "", from: "Élan Emploi <site@elan.invalid>" });
  await dispatchMails([aMail(), aMail()]);
  await site.house.drain();
});
afterAll(async () => {
  await site.close();
  await relay.stop();
  await meili.close();
});

describe.each([1280, 360] as const)("with a wrong password and a wrong key, on a screen of %i px", (width) => {
  it("an administrator goes from the first page to what is to be corrected", { timeout: 90_000 }, async () => {
    const page = await site.visit({ width, person: admin });
    await page.goto("/offres?q=souffleur");
    await page.getByText("Recherche simplifiée").waitFor();

    await page.goto("/admin/moderation");
    await checkPage(page, "refus-moderation");
    await page.getByRole("link", { name: "Lire ce qu’il faut corriger" }).click();

    await page.getByRole("heading", { name: "Des réglages à corriger" }).waitFor();
    expect(await page.getByText(/SMTP_URL/).count()).toBe(1);
    expect(await page.getByText(/MEILI_KEY/).count()).toBe(1);
    await checkPage(page, "refus-taches");
    await page.goto("/admin/courriers");
    await page.getByRole("heading", { name: "Un réglage à corriger" }).waitFor();
    await checkPage(page, "refus-courriers");
    await page.context().close();
  });
});
