import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { givenPerson } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
  await givenPerson({ role: "admin", email: "chef@exemple.invalid", firstName: "Ali", lastName: "Karim-Fictif" });
  await givenPerson({
    role: "employer",
    firstName: "Marie-Amélie-Clémentine",
    lastName: "de La Roche-Fontainebleau-Essai",
  });
  await givenPerson({ firstName: "Lina", lastName: "Martin-Fictive" });
  const mail = {
    kind: "account-state",
    to: "perdu@exemple.invalid",
    subject: "Essai",
    html: "<p>Essai</p>",
    text: "Essai",
  } as const;
  await dispatchMail({ dedupeKey: "perdu", ...mail });
  await site.house.drain();
  await DispatchModel.updateOne(
    { dedupeKey: "perdu" },
    { $set: { state: "unknown", lastError: "la ligne a été coupée" } },
  );
});
afterAll(() => site?.close());

/** The code in the newest mail to this address: it takes a moment to be written. */
const codeFor = async (address: string): Promise<string> => {
  for (let tries = 0; tries < 100; tries++) {
    const mail = (await listMails()).find(({ to, subject }) => to === address && /^\d{6}/.test(subject));
    if (mail) return mail.subject.slice(0, 6);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no mail for ${address}`);
};

describe.each([1280, 360] as const)("an admin, on a screen of %i px", (width) => {
  it("signs in by code, keeps the accounts, runs a task, sends a lost mail again", async () => {
    const page = await site.visit({ width });
    await page.goto("/admin/comptes");
    await checkPage(page, "admin-connexion");
    await page.getByLabel("Adresse mail").fill("chef@exemple.invalid");
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.waitForURL(/\/connexion\/code\//);
    await checkPage(page, "admin-code");
    await page.getByLabel("Code à 6 chiffres").fill("12");
    await page.getByRole("button", { name: "Me connecter" }).click();
    await page.getByText("Le code a 6 chiffres").first().waitFor();
    await checkPage(page, "admin-code-refuse");
    await page.getByLabel("Code à 6 chiffres").fill(await codeFor("chef@exemple.invalid"));
    await page.getByRole("button", { name: "Me connecter" }).click();
    await page.waitForURL(/\/admin\/comptes/);
    await checkPage(page, "admin-comptes");

    await page.getByText("Créer le compte d’un collègue").click();
    await page.getByLabel("Adresse mail professionnelle").fill(`rose${width}@exemple.invalid`);
    await page.getByLabel("Prénom").fill("Rose");
    await page.getByRole("textbox", { name: "Nom", exact: true }).fill("Nival-Fictive");
    await page.getByRole("button", { name: "Créer le compte" }).click();
    await page.getByText("Le compte est créé").waitFor();
    await checkPage(page, "admin-compte-cree");
    expect(await AccountModel.countDocuments({ email: `rose${width}@exemple.invalid`, role: "officer" })).toBe(1);

    await page.goto("/admin/taches");
    await page.getByText("Réparations automatiques").first().click();
    await checkPage(page, "admin-taches");
    await page.getByRole("button", { name: /Lancer maintenant : Envoyer les courriers/ }).click();
    await page.getByText("La tâche part maintenant").waitFor();

    await page.goto("/admin/courriers?etat=unknown");
    await checkPage(page, "admin-courriers-perdus");
    await DispatchModel.updateOne({ dedupeKey: "perdu" }, { $set: { state: "unknown" } });
    await page.reload();
    await page.getByRole("button", { name: /Renvoyer/ }).click();
    await page.getByText("Le courrier repart").waitFor();
    await checkPage(page, "admin-courriers");

    await page.goto("/mon-compte");
    await checkPage(page, "admin-mon-compte");
    await page.goto("/admin/nulle-part");
    await checkPage(page, "admin-introuvable");
    await page.context().close();
  }, 120_000);
});

describe.each([1280, 360] as const)("a visitor, on a screen of %i px", (width) => {
  it.each([
    ["/accessibilite", "accessibilite"],
    ["/donnees-personnelles", "donnees-personnelles"],
    ["/comment-marche-le-rapprochement", "rapprochement"],
    ["/nulle-part", "introuvable"],
    ["/dev/mails", "mails-envoyes"],
  ])(
    "reads %s",
    async (path, name) => {
      const page = await site.visit({ width });

      await page.goto(path);

      await checkPage(page, `visiteur-${name}`);
      await page.context().close();
    },
    40_000,
  );
});

describe("at night", () => {
  it("the back office is as clear", async () => {
    const admin = await givenPerson({ role: "admin" });
    const page = await site.visit({ width: 1280, dark: true, person: admin });

    for (const path of ["comptes", "taches", "courriers"]) {
      await page.goto(`/admin/${path}`);
      await checkPage(page, `admin-nuit-${path}`);
    }
    await page.context().close();
  }, 60_000);
});
