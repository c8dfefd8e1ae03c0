import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
let person: Recruiter;
beforeAll(async () => {
  house = await openHouse();
  person = await givenRecruiter();
});
afterAll(() => house.close());

describe("an offer sent nearly empty", () => {
  it("says of each missing answer which one it is, never twice the same sentence", async () => {
    const sent = await asks(house, person).post("/employeur/offres/nouvelle", { title: "Maçon F/H", payMin: "5" });

    const summary = /role="alert"[\s\S]*?<\/ul>/.exec(sent.text)?.[0] ?? "";
    const sentences = [...summary.matchAll(/<a href="#[^"]+">([^<]+)<\/a>/g)].map(([, sentence = ""]) => sentence);
    expect(sent.status).toBe(422);
    expect(sentences.length).toBeGreaterThan(2);
    expect(sentences.filter((one, at) => sentences.indexOf(one) !== at)).toEqual([]);
    expect(sentences).toContain("Donnez la commune du travail.");
  });
});
