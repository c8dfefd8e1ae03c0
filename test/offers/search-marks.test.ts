import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { communeOf, givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;

beforeAll(async () => {
  house = await openHouse();
  const commune = communeOf("19272");
  await givenOffers(house, [
    { title: "Cuisinière <b>chef</b> F/H", commune },
    {
      title: "Serveur F/H",
      occupation: "G1803",
      commune,
      description: "Vous aidez <i>le</i> cuisinier au moment du service, puis vous rangez la salle.",
    },
  ]);
});
afterAll(() => house.close());

const cards = async (q: string): Promise<string> => {
  const { text } = await asks(house)
    .get(`/offres?q=${encodeURIComponent(q)}`)
    .expect(200);
  return text.slice(text.indexOf('id="resultats"'));
};

describe("the words that were looked for", () => {
  it.each(["cuisinier", "cuisinieres", "cuisinnier"])("are marked whatever their form, typed « %s »", async (typed) => {
    const html = await cards(typed);

    expect(html).toContain("<mark>Cuisinière</mark> &lt;b>chef&lt;/b> F/H");
    expect(html).toContain("Vous aidez &lt;i>le&lt;/i> <mark>cuisinier</mark> au moment du service, puis");
  });

  it("are not marked when none was", async () => {
    expect(await cards("")).not.toContain("<mark>");
    expect(await cards("Tulle")).not.toContain("<mark>");
  });
});
