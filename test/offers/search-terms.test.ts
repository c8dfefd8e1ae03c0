import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

const plain = { description: "Vous aidez les résidents.", title: "Aide-soignant F/H", schedules: [] };

let house: House;

beforeAll(async () => {
  house = await openHouse();
  await givenOffers(house, [
    { ...plain, companyName: "De jour", schedules: ["day"] },
    { ...plain, companyName: "De nuit", schedules: ["night"] },
    { ...plain, companyName: "Week-end", schedules: ["day", "weekend"] },
    { ...plain, companyName: "Équipes", schedules: ["shifts"], contract: "interim" },
    { ...plain, companyName: "Rien de coché", contract: "cdd", durationMonths: 6 },
    { ...plain, companyName: "Titre de nuit", title: "Aide-soignant de nuit F/H", contract: "clis" },
    { ...plain, companyName: "Le soir", description: "Vous aidez au coucher, le soir.", contract: "pec" },
    { ...plain, companyName: "Alternance", schedules: ["evening"], contract: "apprenticeship" },
    { ...plain, companyName: "Extra", schedules: ["evening", "weekend"], contract: "shortMission" },
    { ...plain, companyName: "Été", schedules: ["night", "weekend", "evening"], contract: "seasonal" },
    { ...plain, companyName: "Stage", schedules: ["night", "weekend", "evening"], contract: "internship" },
  ]);
});
afterAll(() => house.close());

/** Of the offers that have all the words. */
const companiesFound = async (typed: string): Promise<string[]> => {
  const { body } = await asks(house)
    .getJson(`/api/v1/offers?q=${encodeURIComponent(typed)}`)
    .expect(200);
  const found = body as { relaxed?: boolean; offers: { id: string }[] };
  if (found.relaxed) return [];
  const whole = await Promise.all(found.offers.map(({ id }) => asks(house).getJson(`/api/v1/offers/${id}`)));
  return whole.map(({ body: { employer } }) => employer as string).sort();
};

const atNight = ["De nuit", "Stage", "Titre de nuit", "Été"];
const everyone = ["Alternance", "De jour", "Extra", "Le soir", "Rien de coché", "Week-end", "Équipes", ...atNight];
const but = (...left: string[]): string[] => everyone.filter((one) => !left.includes(one)).sort();

describe("hours that are refused", () => {
  it.each(["sauf nuit", "pas de nuit", "sans travail de nuit", "aide soignante sauf la nuit"])(
    "leave out what may be at night: « %s »",
    async (typed) => {
      expect(await companiesFound(typed)).toEqual(but(...atNight, "Équipes"));
    },
  );

  it.each(["pas le week-end", "pas le we", "sauf le dimanche", "aide-soignant sans week end", "pas le samedi"])(
    "leave out what is at the weekend: « %s »",
    async (typed) => {
      expect(await companiesFound(typed)).toEqual(but("Week-end", "Extra", "Été", "Stage"));
    },
  );

  it("leave out what only the text says", async () => {
    expect(await companiesFound("aide-soignant pas le soir")).toEqual(
      but("Alternance", "Extra", "Été", "Stage", "Le soir", "Équipes"),
    );
  });

  it("may be several", async () => {
    expect(await companiesFound("aide soignante ni nuit ni week-end")).toEqual(
      but(...atNight, "Équipes", "Week-end", "Extra"),
    );
  });

  it("leave those that are asked", async () => {
    expect(await companiesFound("aide soignante de nuit")).toEqual([...atNight].sort());
    expect(await companiesFound("travail de jour")).toEqual(["De jour", "Week-end"]);
    expect(await companiesFound("travail le samedi")).toEqual(["Extra", "Stage", "Week-end", "Été"].sort());
  });
});

describe("a contract", () => {
  it.each([
    ["contrat aidé", ["Le soir", "Titre de nuit"]],
    ["aide soignante CUI", ["Le soir", "Titre de nuit"]],
    ["pec", ["Le soir", "Titre de nuit"]],
    ["CLIS", ["Titre de nuit"]],
    ["alternance", ["Alternance"]],
    ["contrat en alternance", ["Alternance"]],
    ["contrat pro", ["Alternance"]],
    ["contrat de professionnalisation", ["Alternance"]],
    ["contrat d’apprentissage", ["Alternance"]],
    ["alternence", ["Alternance"]],
    ["aprentissage", ["Alternance"]],
    ["travail saisonier", ["Été"]],
    ["intrim", ["Équipes"]],
    ["stagaire", ["Stage"]],
    ["emploi saisonnier", ["Été"]],
    ["aide-soignant job d’été", ["Été"]],
    ["stage", ["Stage"]],
    ["mission d’intérim", ["Équipes"]],
    ["extra", ["Extra"]],
    ["CDD 6 mois", ["Rien de coché"]],
    ["aide soignante CDD de 6 mois", ["Rien de coché"]],
    ["3x8", ["Équipes"]],
    ["travail en 2×8", ["Équipes"]],
  ])("is found by the words people have for it: « %s »", async (typed, companies) => {
    expect(await companiesFound(typed)).toEqual(companies);
  });
});

it("a contract does not change how a trade is spelled", async () => {
  const { body } = await asks(house).getJson("/api/v1/offers?q=aiide+soignant").expect(200);

  expect(body).toMatchObject({ correctedQuery: "aide soignant" });
});

describe("what no offer can be searched by", () => {
  it.each([
    "aide soignante 1800 euros net",
    "aide-soignant 2 000 € brut par mois",
    "aide soignante près de chez moi",
    "aide soignante urgent svp",
    "bonjour je cherche un emploi d’aide-soignante merci",
  ])("hides none: « %s »", async (typed) => {
    expect(await companiesFound(typed)).toEqual([...everyone].sort());
  });
});
