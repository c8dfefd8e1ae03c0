import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { UnnamedVisitModel, WayOutModel } from "#server/events/forums/forum-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { atTheHall, givenForum, standsOf } from "#test/events/forums/given-forum.ts";
import { givenRegistered } from "#test/support/given-datings.ts";
import { givenPerson } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterEach(() => setClock());
afterAll(() => site.close());

describe("a forum", () => {
  it.each([1280, 360] as const)(
    "is prepared by its officer and found by a visitor at %i",
    { timeout: 180_000 },
    async (width) => {
      const day = addDays(today(), width);
      const officer = await givenPerson({ role: "officer" });
      const page = await site.visit({ width, person: officer });

      await page.goto("/bureau/forums/nouveau");
      await checkPage(page, "forum-new");
      await page.fill("[name=title]", `Forum ${width}`);
      await page.fill("[name=day]", day);
      await page.fill("[name=place]", `Halle ${width}`);
      await page.fill("[name=commune]", "Tulle (19000)");
      await page.click("text=Créer le brouillon");
      await page.click("text=Ajouter un stand");
      await page.fill("[name=name]", "Organisme fictif");
      await checkPage(page, "forum-stand-new");
      await page.click("text=Ajouter ce stand");
      await page.fill("[name=trainingTitle]", "Soudure pour débuter");
      await page.click("text=Ajouter cette formation");
      await checkPage(page, "forum-stand");
      await page.click(`nav >> text=Forum ${width}`);
      await page.click("text=Publier et ouvrir");
      await page.waitForSelector("text=Le jour même");
      await checkPage(page, "forum-officer");

      const visitor = await site.visit({ width });
      await visitor.goto("/evenements");
      await checkPage(visitor, "forum-list");
      await visitor.click(`text=Forum ${width}`);
      await checkPage(visitor, "forum-public");
      expect(await visitor.textContent("main")).toContain("Soudure pour débuter");
    },
  );

  it("loses nobody at the door nor at the way out when the network is cut", { timeout: 180_000 }, async () => {
    const forum = await givenForum(site.house);
    const { registration } = await givenRegistered(site.house, forum);
    const { officer, employer } = await atTheHall(forum);
    const door = await site.visit({ width: 360, person: officer });
    await door.clock.setSystemTime(new Date(`${forum.day}T08:30:00Z`));

    await door.goto(`/bureau/evenements/${forum.datingId}/accueil`);
    await checkPage(door, "forum-door");
    await door.context().setOffline(true);
    for (let count = 0; count < 3; count += 1) await door.click("text=Une personne de plus");
    await door.click("text=Une de moins");
    await door.fill("[name=code]", registration.code);
    await door.click("text=Noter l’arrivée >> nth=0");
    expect(await door.textContent("[data-door-unnamed-shown]")).toBe("2");
    await door.context().setOffline(false);
    await expect.poll(() => UnnamedVisitModel.countDocuments({ forumId: forum.datingId }), { timeout: 30_000 }).toBe(2);

    const stand = await site.visit({ width: 360, person: employer });
    await stand.goto(`/employeur/forums/${forum.datingId}`);
    await stand.fill("[name=code]", registration.code);
    await stand.check("text=À revoir");
    await stand.click("text=Noter ce contact");
    await stand.waitForSelector("text=Le contact est noté");
    await checkPage(stand, "forum-own-stand");
    expect(await stand.textContent("main")).toContain(registration.firstName);

    const desk = await site.visit({ person: officer });
    await desk.goto(`/bureau/evenements/${forum.datingId}`);
    const address = await desk.getAttribute("text=Ouvrir le questionnaire de sortie", "href");
    const tablet = await site.visit({ width: 360 });
    await tablet.goto(address ?? "");
    await checkPage(tablet, "forum-way-out");
    await tablet.context().setOffline(true);
    await tablet.check("[name=satisfaction][value=poor]");
    for (let count = 0; count < 4; count += 1) await tablet.check("[data-way-out-step]:not([hidden]) input[value=yes]");
    await tablet.click("text=Envoyer mon avis");
    await tablet.waitForSelector("text=Merci, c’est noté");
    expect(await tablet.isVisible("text=Êtes-vous content")).toBe(true);
    await tablet.context().setOffline(false);
    await expect.poll(() => WayOutModel.countDocuments({ forumId: forum.datingId }), { timeout: 30_000 }).toBe(1);
    await desk.goto(`/bureau/evenements/${forum.datingId}/bilan`);
    await checkPage(desk, "forum-balance");
    expect(await desk.textContent("main")).toMatch(/1\spersonne a répondu/);
    expect(await standsOf(forum.datingId)).toHaveLength(3);
  });
});
