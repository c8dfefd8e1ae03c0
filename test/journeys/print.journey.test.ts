import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Fair, givenFair, givenRegistered, press } from "#test/support/given-datings.ts";
import { givenPerson } from "#test/support/people.ts";
import { openSite, type Site } from "./support/site.ts";

let site: Site;
let fair: Fair;
const names = ["Ana", "Bilal", "Chloé", "David", "Élise", "Farid", "Gaëlle", "Hugo", "Inès", "Jules"];

beforeAll(async () => {
  site = await openSite();
  fair = await givenFair(site.house, { opens: "08:00", closes: "13:00", maxMeetings: "2" });
  for (const firstName of names) {
    const person = await givenPerson({ firstName, lastName: "Papier" });
    await givenRegistered(
      site.house,
      fair,
      fair.recruiters.map(({ companyId }) => companyId),
      person,
    );
  }
  await press(site.house, fair, "planning");
  await press(site.house, fair, "planning/publication");
}, 120_000);
afterAll(() => site.close());

/** The words of each sheet of paper. */
const printed = async (what: string): Promise<string[]> => {
  const page = await site.visit({ person: fair.officer });
  await page.goto(`/bureau/evenements/${fair.datingId}/${what}`);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
  return (await extractText(pdf)).text;
};

describe("on paper", () => {
  it.each(["badges", "feuilles", "bilan", "planning", "planning?vue=personnes"])(
    "%s shows neither the menu, nor a button, nor the way back",
    async (what) => {
      const words = (await printed(what)).join(" ");

      expect(words).not.toMatch(/Offres exclusives|Se déconnecter|Imprimer|Job datings ›|Un changement|0 800/);
    },
  );

  it("a timetable of twenty slots is whole, its last one too", async () => {
    const sheets = await printed("planning");

    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.replace(/\s/g, "")).toContain("12h45");
    expect(sheets[0]).toContain("Métal Vézère");
  });

  it("each table has its own sheet, and each person one badge, without a name", async () => {
    const [sheets, badges] = [await printed("feuilles"), await printed("badges")];

    expect(sheets).toHaveLength(2);
    expect(badges).toHaveLength(2);
    expect(badges.join(" ").match(/Code [A-Z]{6}/g)).toHaveLength(10);
    expect([...sheets, ...badges].join(" ")).not.toMatch(/Papier|Ana|Bilal/);
  });
});
