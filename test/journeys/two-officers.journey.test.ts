import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, givenDesk, givenProposed, positioningOf } from "#test/support/given-positionings.ts";
import { givenPerson, type Person } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
let desk: Desk;
let colleague: Person;
let address: string;

beforeAll(async () => {
  site = await openSite();
  desk = await givenDesk(site.house);
  colleague = await givenPerson({ role: "officer", firstName: "Camille", lastName: "Exemple" });
  const seeker = await givenProposed(site.house, desk);
  address = `/bureau/positionnements/${(await positioningOf(desk.offerId, seeker.id)).id}`;
});
afterAll(() => site.close());

describe("two officers on one card", () => {
  it("see one another, learn what the other did, and overwrite nothing", { timeout: 120_000 }, async () => {
    const mine = await site.visit({ person: desk.officer });
    await mine.goto(`${address}?suite=declined`);
    await mine.getByText("en direct").waitFor();
    const theirs = await site.visit({ person: colleague, width: 360 });
    await theirs.goto(address);
    await mine.locator("#contenu").getByText("Camille Exemple regarde aussi cette fiche.").waitFor();
    await theirs.locator("#contenu").getByText("Julie Faure regarde aussi cette fiche.").waitFor();
    await mine.getByRole("textbox", { name: "Quand et comment" }).fill("Il préfère travailler le jour.");

    await theirs.getByRole("textbox", { name: "Quand et comment" }).fill("Oui, dit au téléphone.");
    await theirs.getByRole("button", { name: "Noter son oui" }).click();
    await theirs.getByText("C’est noté").waitFor();

    await mine.locator("#contenu").getByText("Cette fiche a changé.").waitFor();
    expect(await mine.locator("[data-desk-region=others]").textContent()).toMatch(
      /Camille E\., .*\s: «\sA dit oui\s»\./,
    );
    expect(await mine.getByRole("textbox", { name: "Quand et comment" }).inputValue()).toMatch(/le jour/);
    await checkPage(mine, "card-changed");
    await mine.getByRole("button", { name: "Noter son non" }).click();
    await mine.getByText("Quelqu’un a agi avant vous").waitFor();
    await mine.getByText("Il préfère travailler le jour.").waitFor();
    await checkPage(mine, "card-refused");
    await checkPage(theirs, "card-watched");

    await theirs.close();
    await mine.locator("#contenu").getByText("regarde aussi cette fiche").waitFor({ state: "detached" });
  });

  it("are told as the page opens where script does not run", { timeout: 60_000 }, async () => {
    const mine = await site.visit({ person: desk.officer });
    await mine.goto(address);
    await mine.getByText("en direct").waitFor();
    const plain = await site.visit({ person: colleague, script: false });

    await plain.goto(address);

    await plain.getByText("Julie Faure regarde aussi cette fiche.").waitFor();
    await plain.getByRole("link", { name: "La personne se retire" }).click();
    await plain.getByRole("button", { name: "La personne se retire" }).waitFor();
  });
});
