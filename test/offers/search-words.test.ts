import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { understandSearch } from "#server/alerts/understand-search.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { OfferSearch } from "#shared/offers/offer-search.ts";
import { communeOf, givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

const tulle = communeOf("19272");
const naves = communeOf("19146");
const brive = communeOf("19031");
const ussel = communeOf("19275");
const estivals = communeOf("19077");

let house: House;
let offers: Offer[];

beforeAll(async () => {
  house = await openHouse();
  offers = await givenOffers(house, [
    { title: "Aide-soignant de nuit F/H", commune: tulle },
    { title: "Aide-soignante à domicile", commune: naves },
    { title: "Équipe de soins de jour F/H", commune: brive },
    { title: "Aides-soignants (été)", commune: ussel },
    {
      title: "Maçon, maçonne",
      occupation: "F1703",
      commune: tulle,
      description: "Vous montez des murs en pierre. Permis B.",
      experienceMonths: 24,
    },
    { title: "Assistant de service social F/H", occupation: "K1201", commune: tulle, description: "Vous écoutez." },
    { title: "Infirmier, infirmière", occupation: "J1506", commune: brive, description: "Vous soignez." },
    {
      title: "Manœuvre d’été F/H",
      occupation: "F1704",
      commune: estivals,
      description: "Vous aidez l’équipe.",
      contract: "seasonal",
      requiredLicences: ["permis-c"],
      appreciatedLicences: ["caces-r489-3"],
      experienceMonths: 6,
    },
    {
      title: "Agent de tri F/H",
      occupation: "K2304",
      commune: estivals,
      description: "Vous triez.",
      experienceMonths: 6,
    },
    {
      title: "Coffreur, coffreuse",
      occupation: "F1701",
      commune: brive,
      description: "Vous préparez les moules du béton.",
      contract: "cdd",
      durationMonths: 6,
      weeklyHours: 28,
      schedules: ["shifts"],
      withoutCar: true,
      requiredLicences: [],
      diploma: null,
      experienceMonths: 0,
    },
  ]);
});
afterAll(() => house.close());

const find = async (query: string) => {
  const { body } = await asks(house).getJson(`/api/v1/offers?${query}`).expect(200);
  return body as { total: number; correctedQuery?: string; relaxed?: boolean; offers: { id: string; title: string }[] };
};

const idsOf = async (q: string): Promise<string[]> =>
  (await find(`q=${encodeURIComponent(q)}`)).offers.map(({ id }) => id).sort();

describe("words", () => {
  it.each([
    "aide-soignant",
    "aide soigante",
    "AIDE SOIGNANTE",
    "aides-soignantes",
    "aide-soignant(e)",
    "aide sognante",
  ])("find the same jobs as « aide soignante » when typed « %s »", async (typed) => {
    const expected = offers.filter(({ occupation }) => occupation === "J1501").map(({ id }) => id);

    expect(await idsOf(typed)).toEqual(expected.sort());
  });

  it("find the same jobs when they name the commune and the radius too", async () => {
    const apart = await find("q=aide+soignante&commune=19272&radius=20");
    const together = await find(`q=${encodeURIComponent("AIDE SOIGNANTE Tulle 20 km")}`);

    expect(together.offers).toEqual(apart.offers);
    // Alike, they stand by the second of their publishing: their order is not what is tried here.
    expect(new Set(together.offers.map(({ title }) => title))).toEqual(
      new Set(["Aide-soignant de nuit F/H", "Aide-soignante à domicile"]),
    );
  });

  it.each([
    ["macon", "Maçon, maçonne"],
    ["maçonne", "Maçon, maçonne"],
    ["maçons", "Maçon, maçonne"],
    ["infirmieres", "Infirmier, infirmière"],
    ["infirmère", "Infirmier, infirmière"],
  ])("find « %s » whatever the accents, the plural, the gender or one slip", async (typed, title) => {
    expect((await find(`q=${encodeURIComponent(typed)}`)).offers.map((offer) => offer.title)).toContain(title);
  });

  it("say how they were corrected, and may be kept as they are", async () => {
    const corrected = await find("q=aide+soigante");
    const exact = await find("q=soigante&exact=true");

    expect(corrected.correctedQuery).toBe("aide soignante");
    expect(exact).toMatchObject({ total: 0, offers: [] });
    const page = await asks(house).get("/offres?q=aide+soigante");
    expect(page.text).toContain("Chercher exactement « aide soigante »");
    expect(page.text).toContain("exact=true");
  });

  it("are not corrected when they are right, though no offer has them today", async () => {
    const found = await find("q=coiffeuse");

    expect(found.total).toBe(0);
    expect(found).not.toHaveProperty("correctedQuery");
    expect((await understandSearch(OfferSearch.parse({ q: "coiffeuse", page: 1 }))).query.text).toBe("coiffeuse");
  });

  it("that only say one looks for work leave nothing out", async () => {
    expect((await find("q=emploi+Tulle")).offers).toEqual(
      (await find("commune=19272&radius=20&sort=relevance")).offers,
    );
  });

  it.each([
    ["sans permis", true],
    ["coffreur pas de permis", true],
    ["travail sans voiture", true],
    ["moules sans diplôme", true],
    ["coffreur débutant", true],
    ["maçon sans expérience", false],
    ["maçon sans permis", false],
    ["infirmier sans diplôme", false],
  ])("say what an offer does not ask for: « %s »", async (typed, isThere) => {
    const found = await find(`q=${encodeURIComponent(typed)}`);
    const titles = found.relaxed ? [] : found.offers.map(({ title }) => title);

    expect(titles).toEqual(isThere ? ["Coffreur, coffreuse"] : []);
  });

  it.each([
    ["permis C", true],
    ["permis CE", false],
    ["CACES R489", true],
    ["caces 3", true],
    ["caces 5", false],
  ])("name a licence that an offer asks for: « %s »", async (typed, isThere) => {
    const found = await find(`q=${encodeURIComponent(typed)}`);
    const titles = found.relaxed ? [] : found.offers.map(({ title }) => title);

    expect(titles).toEqual(isThere ? ["Manœuvre d’été F/H"] : []);
  });

  it("take no village for a season", async () => {
    expect((await find(`q=${encodeURIComponent("job d’été")}`)).offers.map(({ title }) => title)).toEqual([
      "Manœuvre d’été F/H",
      "Aides-soignants (été)",
    ]);
  });

  it.each(["CDD", "cdd temps partiel", "mi-temps Brive", "coffreur 28h", "coffreur 28h par semaine"])(
    "say the contract and the hours of an offer that are not in its text: « %s »",
    async (typed) => {
      const found = await find(`q=${encodeURIComponent(typed)}`);

      expect(found.relaxed).toBeUndefined();
      expect(found.offers.map(({ title }) => title)).toEqual(["Coffreur, coffreuse"]);
    },
  );

  it("name a trade before they name hours", async () => {
    expect((await find("q=équipe+coffreur")).relaxed).toBe(true);
  });

  it("do not take a social worker for a nursing aide", async () => {
    const found = await find("q=aide-soignant");

    expect(found.offers.map(({ title }) => title)).not.toContain("Assistant de service social F/H");
  });
});

describe("a place", () => {
  it.each(["Tulle", "19000", "Tulle (19000)", "tulle, 5 km"])("is read in its own field as « %s »", async (ou) => {
    const { text } = await asks(house)
      .get(`/offres?ou=${encodeURIComponent(ou)}&radius=5`)
      .expect(200);

    expect(text).toContain('value="Tulle (19000)"');
    expect(text).toContain("Retirer : Tulle, 5 km");
  });

  it.each(["Corrèze", "partout en Corrèze"])(
    "that is the whole département, « %s », leaves nothing out",
    async (typed) => {
      const everywhere = await find("");

      expect((await find(`ou=${encodeURIComponent(typed)}`)).total).toBe(everywhere.total);
      expect((await find(`q=${encodeURIComponent(typed)}`)).total).toBe(everywhere.total);
    },
  );

  it("keeps the offers within its radius, the nearest first when asked", async () => {
    const { offers: found } = (await find("commune=19272&radius=40&sort=distance")) as unknown as {
      offers: { commune: { code: string }; distanceKm: number }[];
    };

    const distances = found.map(({ distanceKm }) => distanceKm);
    expect(found.map(({ commune }) => commune.code)).not.toContain("19275");
    expect(distances).toEqual([...distances].sort((one, other) => one - other));
    expect(Math.max(...distances)).toBeLessThanOrEqual(40);
  });

  it("may be the commune alone", async () => {
    const { offers: found } = (await find("commune=19272&radius=0")) as unknown as {
      offers: { commune: { code: string } }[];
    };

    expect(new Set(found.map(({ commune }) => commune.code))).toEqual(new Set(["19272"]));
  });

  it("that does not exist is said, beside the field and to machines", async () => {
    const page = await asks(house).get("/offres?q=soignant&ou=Nullepart-les-Bains").expect(422);
    const api = await asks(house).getJson("/api/v1/offers?commune=99999").expect(422);

    expect(page.text).toContain("Nous ne connaissons pas la commune « Nullepart-les-Bains »");
    expect(page.text).toContain('value="Nullepart-les-Bains"');
    expect(api.body.error).toMatchObject({ code: "unknown-commune", fields: { commune: { code: "unknown-commune" } } });
  });

  it("that is nearly one of ours is proposed, not chosen", async () => {
    const mistyped = await asks(house).get("/offres?q=soignant&ou=tule").expect(422);
    const far = await asks(house).get("/offres?q=soignant&ou=Nullepart-les-Bains").expect(422);

    const [, address = ""] = /Vouliez-vous dire\s<a href="([^"]+)"[^>]*>Tulle<\/a>/.exec(mistyped.text) ?? [];
    expect(address).not.toBe("");
    const found = await asks(house).get(address.replaceAll("&amp;", "&")).expect(200);
    expect(found.text).toContain('value="Tulle (19000)"');
    expect(far.text).not.toContain("Vouliez-vous dire");
  });
});

describe("a search that finds nothing", () => {
  it("offers a wider radius and the trades next to it, each with its count", async () => {
    const { text } = await asks(house).get("/offres?q=infirmier&commune=19275&radius=5").expect(200);

    expect(text).toContain("Aucune offre pour cette recherche");
    expect(text).toMatch(/À 80 km autour d’Ussel<\/a> <span class="soft">\(1 offre\)/);
    const none = await asks(house).get("/offres?q=aide-soignant&contract=internship").expect(200);
    expect(none.text).toMatch(/Infirmier, infirmière<\/a> <span class="soft">\(1 offre\)/);
  });

  it("has nothing to put in order or to narrow; the next step is to be told", async () => {
    const { text } = await asks(house).get("/offres?q=zzzzqq").expect(200);

    expect(text).toContain("Me prévenir quand il y en aura");
    expect(text).not.toMatch(/Recevoir les nouvelles|name="sort"|Préciser/);
  });

  it("offers the same without the boxes", async () => {
    const { text } = await asks(house).get("/offres?q=infirmier&contract=internship").expect(200);

    expect(text).toMatch(/Sans les cases cochées<\/a> <span class="soft">\(1 offre\)/);
  });
});
