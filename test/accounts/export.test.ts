import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AuditModel } from "#server/accounts/audit-model.ts";
import { pseudonymOf } from "#server/accounts/pseudonym.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { givenWholePerson, tokens, type WholePerson } from "./given-whole-person.ts";

let house: House;
let whole: WholePerson;
beforeAll(async () => {
  house = await openHouse();
  whole = await givenWholePerson(house);
}, 60_000);
afterAll(() => house.close());

/** What employers and staff alone may have. */
const neverACandidates = [
  "Votre entreprise",
  "Les listes d’entreprises que vous avez importées",
  "Les fiches d’entreprises que vous avez réunies",
  "Les offres que vous avez écrites",
  "Vos gestes sur la liste du jour",
];

describe("what a person takes away", () => {
  it("is a file that holds everything, who looked and what was commented included", async () => {
    const sent = await asks(house, whole.person).get("/mon-compte/mes-donnees.json");

    expect([sent.status, sent.headers["cache-control"]]).toEqual([200, "no-store"]);
    expect(sent.headers["content-disposition"]).toMatch(
      /^attachment; filename="?elan-emploi-mes-donnees-[\d-]+\.json"?$/,
    );
    expect(sent.headers["content-type"]).toMatch(/^application\/json/);
    const file = JSON.stringify(sent.body);
    expect(Object.values(tokens).filter((token) => !file.includes(token))).toEqual([]);
    expect(file).toContain("Les Curieux fictifs");
    expect(file).toContain("un agent du Département");
    const empty = sent.body.sections.filter(({ items }: { items: unknown[] }) => items.length === 0);
    expect(new Set(empty.map(({ title }: { title: string }) => title))).toEqual(new Set(neverACandidates));
  });

  it("is the same on a page, with nothing a reader does not understand", async () => {
    const { status, text } = await asks(house, whole.person).get("/mon-compte/mes-donnees");

    expect(status).toBe(200);
    expect(Object.values(tokens).filter((token) => !text.includes(token))).toEqual([]);
    expect(
      text.match(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}|undefined|\[object|>(submitted|inPostM1|interviewPlanned)</g),
    ).toBeNull();
  });

  it("says once, at the end, where there is nothing", async () => {
    const { text } = await asks(house, whole.person).get("/mon-compte/mes-donnees");

    const [held = "", empty = ""] = text.split("Là, nous n’avons rien sur vous");
    expect(neverACandidates.filter((title) => !empty.includes(title))).toEqual([]);
    expect(neverACandidates.filter((title) => held.includes(title))).toEqual([]);
    expect(text).not.toContain("envoyé aux chargés de mission");
  });

  it("holds no secret of ours and nobody else's name", async () => {
    const { text } = await asks(house, whole.person).get("/mon-compte/mes-donnees.json");

    expect(text).not.toMatch(/\$argon2|Hash"|codeHash|linkHash/);
    expect(text).not.toContain(whole.recruiter.email);
  });

  it("leaves a line in the log, by pseudonyms", async () => {
    const rows = await AuditModel.find({ act: "data-exported" }).lean();

    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ person }) => person))).toEqual(new Set([pseudonymOf(whole.person.id)]));
  });

  it.each(["employer", "officer", "counsellor", "phoneAgent", "admin"] as const)(
    "is there for %s too",
    async (role) => {
      const person = await givenPerson({ role });
      const sent = await asks(house, person).get("/mon-compte/mes-donnees.json");

      expect(sent.status).toBe(200);
      expect(sent.text).toContain(person.email);
      expect(sent.text).not.toContain(tokens.lastName);
    },
  );

  it("is asked no more than twenty times an hour", async () => {
    const person = await givenPerson();
    const statuses: number[] = [];
    for (let times = 0; times < 21; times++)
      statuses.push((await asks(house, person).get("/mon-compte/mes-donnees.json")).status);

    expect(statuses.slice(-2)).toEqual([200, 429]);
  });
});
