import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useQueue } from "#server/platform/enqueue.ts";
import { dispatchMails } from "#server/platform/mail/dispatch.ts";
import { type DispatchFields, DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { aMail, inSeconds } from "#test/messages/mail-house.ts";
import { type ScriptedRelay, startScriptedRelay } from "#test/messages/scripted-relay.ts";
import { givenPerson, type Person } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
let relay: ScriptedRelay;
let admin: Person;
beforeAll(async () => {
  site = await openSite();
  relay = await startScriptedRelay();
  admin = await givenPerson({ role: "admin" });
});
afterAll(async () => {
  await site.close();
  await relay.stop();
});

const startMail = (): Promise<void> =>
  useMail({ smtpUrl: relay.url, folder: "", from: "Élan Emploi <site@elan.invalid>" });

const givenEnded = async (count: number, ended: Partial<DispatchFields>): Promise<void> => {
  useQueue(null); // nobody sends them before they have ended
  await dispatchMails(
    Array.from({ length: count }, (_, at) =>
      aMail({
        kind: at % 3 === 0 ? "application-receipt" : "positioning-step",
        to: `${at % 2 ? "" : "une-adresse-vraiment-tres-longue-pour-un-telephone."}personne${at}@exemple.invalid`,
      }),
    ),
  );
  useQueue(site.house.queue);
  await DispatchModel.updateMany(
    { state: "pending" },
    { $set: { state: "bounced", attempts: 12, settledAt: inSeconds(-60), ...ended } },
  );
};

describe.each([1280, 360] as const)("an administrator, on a screen of %i px", (width) => {
  it("reads why mails stopped, and sends them all again in one press", { timeout: 120_000 }, async () => {
    await DispatchModel.deleteMany({});
    relay.received.length = 0;
    relay.play({});
    await startMail();
    const page = await site.visit({ width, person: admin });
    await page.goto("/admin/courriers");
    await checkPage(page, "renvoi-courriers-aucun");
    await page.goto("/admin/courriers/renvoi");
    await checkPage(page, "renvoi-aucun");

    await givenEnded(1, { reason: "too-late", uselessAfter: inSeconds(-60) });
    await givenEnded(1, { reason: "address-refused", lastError: "EENVELOPE RCPT TO 550" });
    await page.goto("/admin/courriers");
    await checkPage(page, "renvoi-courriers-un");

    await givenEnded(2, { state: "unknown", reason: "no-answer", lastError: "ETIMEDOUT CONN no reply" });
    await givenEnded(200, { reason: "given-up", lastError: "given up after 12 tries: EENVELOPE RCPT TO 451" });
    await page.goto("/admin/courriers");
    await page.getByText("Détail technique").first().click();
    await page.getByText("given up after 12 tries").first().waitFor();
    await page.evaluate(() => scrollTo(0, 0)); // where it stopped, the phone's bar may cover half of a link
    await checkPage(page, "renvoi-courriers-200");
    await page.getByRole("link", { name: /Renvoyer ces 2 courriers/ }).click();
    await checkPage(page, "renvoi-doute");
    await page.getByRole("link", { name: "Ne rien renvoyer" }).click();
    await page.getByRole("link", { name: /Renvoyer ces 200 courriers/ }).click();
    await page.getByRole("heading", { name: /Renvoyer ces 200 courriers/ }).waitFor();
    await checkPage(page, "renvoi-200");
    await page.getByRole("button", { name: "Renvoyer ces 200 courriers" }).dblclick();
    await page.getByText(/200\scourriers repartent|déjà repartis/).waitFor();
    await expect.poll(() => relay.received.length, { timeout: 20_000 }).toBe(200);
    await page.goto("/admin/courriers");
    expect(await page.getByText("Renvoyer ces 200 courriers").count()).toBe(0);
    await page.context().close();
  });

  it("reads since when the relay does not answer", { timeout: 90_000 }, async () => {
    await DispatchModel.deleteMany({});
    relay.play({ CONNECT: "cut" });
    await startMail();
    await dispatchMails([aMail(), aMail()]);
    await site.house.drain();
    const page = await site.visit({ width, person: admin });

    for (const path of ["moderation", "taches", "courriers"]) {
      await page.goto(`/admin/${path}`);
      await page.getByText(/Le serveur d’envoi ne répond pas depuis /).waitFor();
      await checkPage(page, `envoi-absent-${path}`);
    }
    await page.context().close();
  });
});
