import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now } from "#server/platform/clock.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
let offers: Offer[];

beforeAll(async () => {
  house = await openHouse();
  offers = await givenOffers(
    house,
    Array.from({ length: 5 }, (_, i) => ({ title: `Souffleur de verre ${i} F/H` })),
  );
});
afterAll(() => house.close());

const list = "/offres?q=souffleur";
const page = async (address = list): Promise<string> => (await asks(house).get(address).expect(200)).text;
const offerAt = (place: number): Offer => offers[place] as Offer; // five were given

describe("a page of results that was kept for the next visitor", () => {
  it("is the same bytes, and is not sent to a browser that has it", async () => {
    const [first, second] = [await asks(house).get(list), await asks(house).get(list)];

    expect(second.text).toBe(first.text);
    expect(second.headers["content-encoding"]).toBe("gzip");
    expect(second.headers["cache-control"]).toBe("no-cache");
    await asks(house).get(list).set("if-none-match", String(second.headers.etag)).expect(304);
  });

  it("is sent whole to who reads no gzip, and never to who is signed in", async () => {
    const person = await givenPerson();
    await page();

    const plain = await asks(house).get(list).set("accept-encoding", "identity").expect(200);
    const signedIn = await asks(house, person).get(list).expect(200);

    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.text).toContain("de verre 1 F/H");
    expect(signedIn.text).toContain("/mon-compte");
    expect(signedIn.headers["cache-control"]).toBe("no-store");
    expect(await page()).not.toContain("/mon-compte");
  });

  it("shows no offer that was withdrawn, and counts it no more, though the index still holds it", async () => {
    expect(await page()).toContain("de verre 0 F/H");
    await OfferModel.updateOne({ _id: offerAt(0).id }, { $set: { status: "suspended" }, $inc: { version: 1 } });

    const after = await page();

    expect(after).not.toContain("de verre 0 F/H");
    expect(after).toContain("4 offres");
  });

  it("shows what was changed in an offer", async () => {
    await page();
    const changed = { companyName: "Verrerie du Lac", updatedAt: new Date(now().getTime() + 1) };
    await OfferModel.updateOne({ _id: offerAt(1).id }, { $set: changed, $inc: { version: 1 } });

    expect(await page()).toContain("Verrerie du Lac");
  });

  it("shows an offer as soon as it is found", async () => {
    await page();
    await givenOffers(house, [{ title: "Souffleur de verre neuf F/H" }]);

    expect(await page()).toContain("de verre neuf F/H");
  });
});

describe("an answer of the open API that was kept for the next machine", () => {
  const api = "/api/v1/offers?q=vitrier";
  const titles = async (): Promise<string[]> =>
    (await asks(house).get(api).expect(200)).body.offers.map(({ title }: { title: string }) => title).sort();

  it("is the same bytes, and whole for who reads no gzip", async () => {
    await givenOffers(house, [{ title: "Vitrier A" }, { title: "Vitrier B" }]);

    const [first, second] = [await asks(house).get(api), await asks(house).get(api)];
    const plain = await asks(house).get(api).set("accept-encoding", "identity").expect(200);

    expect(second.text).toBe(first.text);
    expect(second.headers["content-encoding"]).toBe("gzip");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.body).toEqual(second.body);
  });

  it("has what was changed, and nothing that was withdrawn", async () => {
    expect(await titles()).toEqual(["Vitrier A", "Vitrier B"]);
    const changed = { title: "Vitrier C", updatedAt: new Date(now().getTime() + 1) };
    await OfferModel.updateOne({ title: "Vitrier A" }, { $set: changed, $inc: { version: 1 } });
    expect(await titles()).toEqual(["Vitrier B", "Vitrier C"]);

    await OfferModel.updateOne({ title: "Vitrier B" }, { $set: { status: "suspended" }, $inc: { version: 1 } });
    expect(await titles()).toEqual(["Vitrier C"]);
  });
});

describe("an offer's page that was kept for the next visitor", () => {
  let offer: Offer;
  beforeAll(async () => {
    [offer] = (await givenOffers(house, [{ title: "Vitrailliste F/H" }])) as [Offer];
  });
  const visit = () => asks(house).get(offerAddress(offer)).set("user-agent", "Mozilla/5.0").expect(200);
  const read = async (): Promise<string> => (await visit()).text;
  const change = (set: object) =>
    OfferModel.updateOne({ _id: offer.id }, { $set: { ...set, updatedAt: now() }, $inc: { version: 1 } });

  it("is the same bytes, and every reading counts", async () => {
    const before = (await OfferModel.findById(offer.id).lean())?.views ?? 0;
    const [first, second] = [await read(), await read()];

    expect(second).toBe(first);
    await expect.poll(async () => (await OfferModel.findById(offer.id).lean())?.views).toBe(before + 2);
  });

  it("leads back to the results of whoever comes from them, and nobody else", async () => {
    await read();
    const results = "/offres?q=vitrailliste";
    const cameFrom = await visit().set("host", "elan.test").set("referer", `http://elan.test${results}`);

    expect(cameFrom.text).toContain(results);
    expect(await read()).not.toContain(results);
  });

  it("shows what was changed, and nothing once the offer is withdrawn", async () => {
    await read();
    await change({ companyName: "Ateliers du Vitrail" });
    expect(await read()).toContain("Ateliers du Vitrail");

    await change({ status: "suspended" });
    await asks(house).get(offerAddress(offer)).expect(404);

    await change({ status: "published" });
    expect(await read()).toContain("Ateliers du Vitrail");
  });
});
