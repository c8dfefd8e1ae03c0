import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import { givenPerson, type Person } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
let officer: Person;
let recruiter: Recruiter;
let candidate: Person;

beforeAll(async () => {
  site = await openSite();
  officer = await givenPerson({ role: "officer", firstName: "Julie", lastName: "Faure" });
  recruiter = await givenRecruiter("verified", "Fromagerie des Monts");
  await givenRecruiter("verified", "Métal Vézère");
  candidate = await givenPerson({ firstName: "Karim", lastName: "Test" });
});
afterAll(() => site.close());

describe("a job dating", () => {
  it("goes from a form to everyone's times, and through an absence", { timeout: 180_000 }, async () => {
    const desk = await site.visit({ person: officer });
    await desk.goto("/bureau/evenements");
    await checkPage(desk, "dating-list-empty");
    await desk.getByRole("link", { name: "Créer un job dating" }).click();
    await checkPage(desk, "dating-new");
    await desk.getByLabel("Titre").fill("Job dating industrie");
    await desk.getByLabel("Jour").fill(addDays(today(), 12));
    await desk.getByLabel("Salle").fill("Salle Latreille");
    await desk.locator("[name=commune]").fill("Tulle");
    await desk.getByRole("button", { name: "Créer le brouillon" }).click();
    for (const name of ["Fromagerie des Monts", "Métal Vézère"]) {
      const fold = desk.locator("details", { hasText: "Ajouter une entreprise" });
      if (!(await fold.evaluate((one: HTMLDetailsElement) => one.open))) await fold.locator("summary").click();
      await desk.getByLabel("Entreprise", { exact: true }).selectOption({ label: `${name}, Tulle` });
      await desk.getByRole("button", { name: "Ajouter l’entreprise" }).click();
      await desk.getByRole("link", { name }).waitFor();
    }
    await desk.getByRole("button", { name: "Publier et ouvrir les inscriptions" }).click();
    await desk.getByText("Les inscriptions sont ouvertes").waitFor();
    const address = new URL(desk.url()).pathname;
    const open = address.replace("/bureau", "");

    const phone = await site.visit({ width: 360, person: candidate });
    await phone.goto("/evenements");
    await checkPage(phone, "dating-open-list");
    await phone.getByRole("link", { name: "Job dating industrie" }).click();
    await phone.getByLabel("Fromagerie des Monts").check();
    await checkPage(phone, "dating-open");
    await phone.getByRole("button", { name: "M’inscrire" }).click();
    await phone.getByText("Vous avez une place").first().waitFor();

    const visitor = await site.visit({ width: 360 });
    await visitor.goto(open);
    await visitor.getByLabel("Prénom").fill("Ana");
    await visitor.getByLabel("Nom", { exact: true }).fill("Roux");
    await visitor.getByLabel("Votre adresse mail").fill("ana@exemple.invalid");
    await visitor.getByRole("button", { name: "M’inscrire" }).click();
    await checkPage(visitor, "dating-asked");
    await visitor.goto(await linkInMail("ana@exemple.invalid"));
    await visitor.getByRole("button", { name: "Confirmer mon inscription" }).click();
    await visitor.getByText("Votre inscription est confirmée").waitFor();
    await checkPage(visitor, "dating-mine-by-link");

    await desk.goto(address);
    await checkPage(desk, "dating-desk");
    await desk.getByRole("link", { name: "Ouvrir le planning" }).click();
    await desk.getByRole("button", { name: "Calculer le planning" }).click();
    await desk.getByText("C’est prouvé").waitFor();
    await checkPage(desk, "dating-plan");
    await desk.getByRole("button", { name: "Annoncer et prévenir" }).click();
    await desk.getByText("Chaque personne connaît ces horaires").waitFor();
    await desk.getByRole("link", { name: "Par personne" }).click();
    await checkPage(desk, "dating-plan-people");

    await phone.goto("/mes-evenements");
    await phone.getByText("Vos rencontres").waitFor();
    await checkPage(phone, "dating-mine");
    const company = await site.visit({ person: recruiter });
    await company.goto("/employeur/evenements");
    await company.getByText("Karim Test").waitFor();
    await checkPage(company, "dating-company");

    await desk.getByText("Quelqu’un est en retard ou absent").click();
    await desk.getByRole("combobox", { name: "Qui" }).last().selectOption({ label: "Karim Test" });
    await desk.getByRole("button", { name: "Voir les réponses à l’absence" }).click();
    await desk.getByRole("heading", { name: "Karim Test ne vient pas" }).waitFor();
    await checkPage(desk, "dating-change");
    await desk
      .getByRole("button", { name: /^Choisir, et prévenir/ })
      .first()
      .click();
    await desk.getByText("Les personnes concernées sont prévenues").waitFor();
    await company.reload();
    expect(await company.getByText("Karim Test").count()).toBe(0);

    const small = await site.visit({ width: 360, person: officer });
    for (const [name, path] of [
      ["dating-list", "/bureau/evenements"],
      ["dating-desk", address],
      ["dating-plan", `${address}/planning`],
      ["dating-plan-people", `${address}/planning?vue=personnes`],
      ["dating-new", "/bureau/evenements/nouveau"],
    ] as const) {
      await small.goto(path);
      await checkPage(small, name);
    }
  });
});

const linkInMail = async (to: string): Promise<string> => {
  await expect.poll(() => DispatchModel.countDocuments({ to, kind: "dating-registration" })).toBe(1);
  const mail = await DispatchModel.findOne({ to, kind: "dating-registration" }).orFail();
  return /\/inscriptions\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
};
