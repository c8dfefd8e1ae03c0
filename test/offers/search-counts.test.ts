import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { now, today } from "#server/platform/clock.ts";
import { dayOf, daysBetween } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { contractTypes, remoteShares, schedules } from "#shared/offers/offer-words.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { kilometresBetween } from "#shared/referentials/place.ts";
import { communeOf, givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

const communes = ["19272", "19146", "19031", "19275", "19073"].map(communeOf);
const trades = ["J1501", "F1703", "G1602", "N4101", "K1304"];

let house: House;
let offers: Offer[];

const at = <Item>(list: readonly Item[], index: number): Item => list[index % list.length] as Item; // lists are not empty

beforeAll(async () => {
  house = await openHouse();
  offers = await givenOffers(
    house,
    Array.from({ length: 60 }, (_, i) => ({
      title: `Poste numéro ${i} F/H`,
      occupation: at(trades, i * 7),
      contract: at(contractTypes, i * 5),
      schedules:
        i % 4 === 0 ? [] : [at(schedules, i), at(schedules, i * 3 + 1)].filter((one, n, all) => all.indexOf(one) === n),
      commune: at(communes, i * 3),
      remote: at(remoteShares, i),
      withoutCar: i % 3 === 0,
      publishedAt: new Date(now().getTime() - ((i * 13) % 45) * 86_400_000).toISOString(),
    })),
  );
});
afterAll(() => house.close());

type Counts = { value: string; count: number }[];
type Found = {
  total: number;
  page: number;
  pageSize: number;
  offers: { id: string }[];
  facets: Record<string, Counts>;
};

const find = async (query: string): Promise<Found> =>
  (await asks(house).getJson(`/api/v1/offers?${query}`).expect(200)).body;

type Condition = { readonly facet: string; readonly holds: (offer: Offer) => boolean };

const age = (offer: Offer): number => daysBetween(dayOf(new Date(offer.publishedAt ?? "")), today());
const centre = communeOf("19272");

const valuesOf: Record<string, (offer: Offer) => readonly string[]> = {
  contract: ({ contract }) => [contract],
  schedule: (offer) => offer.schedules,
  family: ({ occupation }) => [occupationByCode(occupation)?.family ?? ""],
  occupation: ({ occupation }) => [occupation],
  communes: ({ commune }) => [commune.code],
  remote: ({ remote }) => [remote],
  withoutCar: ({ withoutCar }) => (withoutCar ? ["true"] : []),
  since: (offer) => ["1", "7", "30"].filter((days) => age(offer) <= Number(days)),
};

const asked: [string, Condition[]][] = [
  ["", []],
  ["contract=cdi&contract=cdd", [{ facet: "contract", holds: ({ contract }) => ["cdi", "cdd"].includes(contract) }]],
  [
    "contract=cdi&contract=interim&schedule=night&withoutCar=true",
    [
      { facet: "contract", holds: ({ contract }) => ["cdi", "interim"].includes(contract) },
      { facet: "schedule", holds: (offer) => offer.schedules.includes("night") },
      { facet: "withoutCar", holds: ({ withoutCar }) => withoutCar },
    ],
  ],
  [
    "since=7&family=care&remote=none&remote=partial",
    [
      { facet: "since", holds: (offer) => age(offer) <= 7 },
      { facet: "family", holds: ({ occupation }) => occupationByCode(occupation)?.family === "care" },
      { facet: "remote", holds: ({ remote }) => remote !== "full" },
    ],
  ],
  [
    "commune=19272&radius=25&communes=19146&occupation=J1501",
    [
      { facet: "radius", holds: ({ commune }) => kilometresBetween(centre, commune) <= 25 },
      { facet: "communes", holds: ({ commune }) => commune.code === "19146" },
      { facet: "occupation", holds: ({ occupation }) => occupation === "J1501" },
    ],
  ],
];

describe("the counts of a search", () => {
  it.each(asked)("are those of counting by hand, each box as if it alone were open: %s", async (query, conditions) => {
    const found = await find(query);

    expect(found.total).toBe(offers.filter((offer) => conditions.every(({ holds }) => holds(offer))).length);
    for (const [facet, values] of Object.entries(valuesOf)) {
      const others = conditions.filter((condition) => condition.facet !== facet);
      const left = offers.filter((offer) => others.every(({ holds }) => holds(offer)));
      for (const { value, count } of found.facets[facet] ?? [])
        expect(count, `${facet} ${value}`).toBe(left.filter((offer) => values(offer).includes(value)).length);
    }
  });
});

describe("the pages of a search", () => {
  it("show every offer once, twenty at a time, the newest first", async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => find(`page=${page}&sort=date`)));
    const ids = pages.flatMap((page) => page.offers.map(({ id }) => id));

    expect(pages.map((page) => page.offers.length)).toEqual([20, 20, 20, 0]);
    expect(new Set(ids).size).toBe(60);
    // The index counts in whole seconds: within one, any order is right.
    const seconds = ids.map((id) => offers.find((offer) => offer.id === id)?.publishedAt?.slice(0, 19) ?? "");
    expect(seconds).toEqual([...seconds].sort().reverse());
  });

  it("are linked with the same questions", async () => {
    const { text } = await asks(house).get("/offres?page=2&sort=date").expect(200);

    expect(text).toContain('href="/offres?sort=date&amp;page=3"');
    expect(text).toContain('href="/offres?sort=date"');
    expect(text).toContain("Page 2 sur 3");
  });
});

describe("hostile parameters", () => {
  it.each([
    ["q=a&q=b", "q", "not-text"],
    ["commune=1&commune=2", "commune", "not-text"],
    ["contract=slavery", "contract.0", "not-a-choice"],
    ["radius=-4", "radius", "out-of-range"],
    ["radius=far", "radius", "not-a-number"],
    ["since=0", "since", "out-of-range"],
    ["sort=pay", "sort", "not-a-choice"],
    [`q=${"x".repeat(5000)}`, "q", "too-long"],
  ])("are refused with a stable code: %.40s", async (query, field, code) => {
    const { body } = await asks(house).getJson(`/api/v1/offers?${query}`).expect(422);

    expect(body.error.fields[field].code).toBe(code);
    expect((await asks(house).get(`/offres?${query}`)).status).toBe(422);
  });

  it.each([
    "q[$ne]=1",
    "page=-1",
    "page=zzz",
    "page=1e9",
    "q=%00%F0%9F%98%80",
    "q=(((",
    "q=%22%20OR%20true",
    "communes=%22]",
  ])("find what they can, and break nothing: %s", async (query) => {
    await asks(house).getJson(`/api/v1/offers?${query}`).expect(200);
    await asks(house).get(`/offres?${query}`).expect(200);
  });

  it("are shown as they were typed, never as markup", async () => {
    const { text } = await asks(house)
      .get(`/offres?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
      .expect(200);

    expect(text).not.toContain("<script>alert");
  });
});
