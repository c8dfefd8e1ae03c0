import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { reconcileIndex } from "#server/offers/reconcile-offers.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { driftOf } from "#server/platform/search/index-check.ts";
import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { sweepJob } from "#shared/kernel/settle-jobs.ts";
import { remakeOfferIndex } from "#shared/offers/offer-search-jobs.ts";
import { type DocumentedMeilisearch, documentedMeilisearch } from "#test/platform/search/documented-meilisearch.ts";
import { givenOffers, givenPublicOffer } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

let house: House;
let meilisearch: DocumentedMeilisearch;
beforeAll(async () => {
  house = await openHouse();
  meilisearch = await documentedMeilisearch();
  useSearch(meilisearchEngine({ url: meilisearch.url, key: null }));
});
afterAll(async () => {
  await house.close();
  await meilisearch.close();
});

const totalOf = async (query: string): Promise<number> =>
  (await asks(house).getJson(`/api/v1/offers?${query}&exact=true`).expect(200)).body.total;

describe("with Meilisearch as it is documented", () => {
  it("an offer stays owed to the index until its task has succeeded, though it was accepted", async () => {
    await givenOffers(house, [{ title: "Affineur de roquefort" }]);
    const offer = await givenPublicOffer({ title: "Affineur de gaperon" });
    meilisearch.failNext(1);

    await expect(house.drain()).rejects.toThrow("no_space_left_on_device");
    expect((await OfferModel.findById(offer.id).lean())?.effects.map(({ kind }) => kind)).toEqual(["index"]);
    expect(await totalOf("q=affineur")).toBe(1);

    setClock(new Date(now().getTime() + 40_000));
    await enqueue(sweepJob("offers"), {});
    await house.drain();
    expect((await OfferModel.findById(offer.id).lean())?.effects).toEqual([]);
    expect(await totalOf("q=affineur")).toBe(2);
  });

  it("the index is made again while it is searched, without a hole, and keeps what changes meanwhile", async () => {
    await givenOffers(
      house,
      Array.from({ length: 12 }, (_, at) => ({ title: `Souffleur de jaspe ${at}` })),
    );
    const seen: number[] = [];
    let over = false;
    const searching = (async () => {
      while (!over) seen.push(await totalOf("q=souffleur+jaspe"));
    })();

    await enqueue(remakeOfferIndex, {});
    const remade = house.drain();
    await givenPublicOffer({ title: "Souffleur de jaspe tardif" });
    await remade;
    await house.drain();
    over = true;
    await searching;

    expect(Math.min(...seen)).toBeGreaterThanOrEqual(12);
    expect(await totalOf("q=souffleur+jaspe")).toBe(13);
    expect(driftOf(await reconcileIndex())).toBe(0);
  });
});
