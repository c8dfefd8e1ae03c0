import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now, today } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { wallClockOf } from "#shared/kernel/moment.ts";
import { givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import { givenSeeker, type Seeker } from "#test/support/given-cvs.ts";
import { givenExclusive, positioningOf } from "#test/support/given-positionings.ts";
import { givenPerson, type Person } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
let officer: Person;
let recruiter: Recruiter;
let seeker: Seeker;

beforeAll(async () => {
  site = await openSite();
  officer = await givenPerson({ role: "officer", firstName: "Julie", lastName: "Faure" });
  recruiter = await givenRecruiter("verified", "Fromagerie des Monts");
  seeker = await givenSeeker({}, { firstName: "Karim", lastName: "Test" });
});
afterAll(() => site.close());

/** Presses a button or a link by its words, and waits for what follows. */
const press = async (page: Page, words: string | RegExp): Promise<void> => {
  await page.getByRole("button", { name: words }).first().click();
  await page.waitForLoadState();
};

const linkInMail = async (to: Person): Promise<string> => {
  await expect.poll(() => DispatchModel.countDocuments({ to: to.email, kind: "positioning-proposal" })).toBe(1);
  const mail = await DispatchModel.findOne({ to: to.email, kind: "positioning-proposal" }).orFail();
  return /\/propositions\/\S+/.exec(mail.text ?? "")?.[0] ?? "";
};

describe("an officer at the desk", () => {
  it("finds, proposes, presents and follows somebody until the job", { timeout: 180_000 }, async () => {
    const desk = await site.visit({ person: officer });

    await desk.goto(`/bureau/entreprises/${recruiter.companyId}`);
    await checkPage(desk, "desk-company");
    await desk.getByLabel("Ce qui s’est dit").fill("Cherche un veilleur de nuit pour janvier.");
    await press(desk, "Noter sur le fil");
    await desk.getByLabel("Quoi", { exact: true }).fill("rappeler");
    await desk.getByLabel("Quand", { exact: true }).fill(today());
    await press(desk, "Prévoir cette action");
    await desk.goto("/bureau/entreprises");
    await checkPage(desk, "desk-companies");

    await desk.goto(`/bureau/offres-exclusives/nouvelle?entreprise=${recruiter.companyId}`);
    await checkPage(desk, "desk-exclusive-form");
    await fillOffer(desk);
    await press(desk, "Enregistrer et voir qui convient");
    await desk.getByRole("heading", { name: "Veilleur de nuit F/H" }).waitFor();
    const offerId = new URL(desk.url()).pathname.split("/").at(-1) ?? "";
    await checkPage(desk, "desk-ranking");

    // Somebody posts a CV elsewhere: the open page shows it without reload.
    await desk.evaluate(() => document.body.setAttribute("data-same-page", "yes"));
    const late = await givenSeeker({}, { firstName: "Maëva", lastName: "Essai" });
    await touchCv(late);
    await desk.getByText("Maëva E.").first().waitFor();
    expect(await desk.locator("body[data-same-page]").count()).toBe(1);

    await desk.getByLabel("Retenir Karim T.").check();
    await desk.getByLabel("Retenir Maëva E.").check();
    await desk.getByRole("button", { name: "Proposer aux 2 cochés" }).click();
    await desk.getByText("Offre proposée à 2 personnes").waitFor();

    const candidate = await site.visit({ width: 360 });
    await candidate.goto(await linkInMail(seeker));
    await checkPage(candidate, "desk-proposal");
    await press(candidate, "Oui, proposez-le");
    await candidate.getByText("Vous avez dit oui").first().waitFor();

    await desk.getByRole("heading", { name: "1 accord à transmettre" }).waitFor();
    await checkPage(desk, "desk-short-list");
    await press(desk, "Transmettre à Fromagerie des Monts");
    await desk.getByText("1 nom transmis").waitFor();

    const { id } = await positioningOf(offerId, seeker.id);
    const company = await site.visit({ person: recruiter });
    await company.goto("/employeur/positionnements");
    await checkPage(company, "desk-employer-list");
    await company.getByRole("link", { name: "Karim Test" }).click();
    await company.getByRole("link", { name: "Proposer un entretien" }).click();
    await company.getByLabel("Jour et heure").fill(wallClockOf(new Date(now().getTime() + 86_400_000)));
    await company.getByLabel("Lieu").fill("À l’atelier, quai 2");
    await checkPage(company, "desk-employer-answer");
    await press(company, "Proposer un entretien");
    await company.getByText("Entretien fixé").first().waitFor();

    await desk.goto(`/bureau/positionnements/${id}`);
    await checkPage(desk, "desk-card");
    await desk.getByRole("link", { name: "Fixer un entretien" }).count();
    await pretendInterviewPassed(id);
    await desk.reload();
    await press(desk, "L’entretien a eu lieu");
    await desk.goto(`/bureau/positionnements/${id}?suite=hired`);
    await desk.getByLabel("Premier jour de travail").fill(addDays(today(), 2));
    await press(desk, "Noter l’embauche");
    await desk.getByText("Embauche faite").first().waitFor();
    await checkPage(desk, "desk-hired");
    await desk.getByText("Point à 1 mois").first().waitFor();
    await desk.goto("/bureau?qui=tous");
    await checkPage(desk, "desk-today");
    await desk.goto("/bureau/positionnements");
    await checkPage(desk, "desk-board");
  });

  it("reads the board, a ranking and the morning on a phone", { timeout: 90_000 }, async () => {
    const offerId = await givenExclusive(site.house, officer, recruiter.companyId, {
      title: "Agent de conditionnement F/H",
    });
    const phone = await site.visit({ person: officer, width: 360 });

    for (const [name, address] of [
      ["desk-board", "/bureau/positionnements"],
      ["desk-ranking", `/bureau/offres-exclusives/${offerId}`],
      ["desk-today", "/bureau?qui=tous"],
      ["desk-companies", "/bureau/entreprises"],
      ["desk-company", `/bureau/entreprises/${recruiter.companyId}`],
      ["desk-exclusive", "/bureau/offres-exclusives"],
      ["desk-column", "/bureau/positionnements?etape=hired"],
    ] as const) {
      await phone.goto(address);
      await checkPage(phone, name);
    }
  });
});

const fillOffer = async (page: Page): Promise<void> => {
  await page.getByLabel("Qui vous l’a demandée").fill("Nadège Roux");
  await page.getByLabel("Titre de l’offre").fill("Veilleur de nuit F/H");
  await page.getByLabel("Métier").fill("aide-soignant");
  await page.getByLabel("Description du travail").fill("Vous veillez sur les résidents, la nuit, à deux.");
  await page.getByRole("combobox", { name: "Contrat" }).selectOption("cdi");
  await page.locator("[name=payMin]").fill("2050");
  await page.locator("[name=commune]").fill("Tulle");
};

/** What saving a CV owes, for a CV put straight into the store. */
const touchCv = async ({ cvId }: Seeker): Promise<void> => {
  const { matchCv } = await import("#server/positionings/find-strong-matches.ts");
  await matchCv(cvId);
};

const pretendInterviewPassed = async (id: string): Promise<void> => {
  const { PositioningModel } = await import("#server/positionings/positioning-model.ts");
  await PositioningModel.updateOne({ _id: id }, { $set: { interviewAt: new Date(now().getTime() - 3_600_000) } });
};
