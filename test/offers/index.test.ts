import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { offerIndex } from "#server/offers/offer-index.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { reconcileIndex } from "#server/offers/reconcile-offers.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { embeddedEngine } from "#server/platform/search/embedded/engine.ts";
import { driftOf } from "#server/platform/search/index-check.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { rebuildIndexes } from "#server/rebuild-indexes.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import { reconcileOfferIndex, remakeOfferIndex } from "#shared/offers/offer-search-jobs.ts";
import { offerStatuses } from "#shared/offers/offer-words.ts";
import { changeOffer, givenOffers, givenPublicOffer } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Found = { total: number; offers: { id: string; title: string }[]; facets: { occupation: { count: number }[] } };

const find = async (query: string): Promise<Found> =>
  (await asks(house).getJson(`/api/v1/offers?${query}`).expect(200)).body;

describe("an offer", () => {
  it.each(offerStatuses)("is found while it is public and at no other time: %s", async (status) => {
    const word = `zibeline${status}`;
    await givenOffers(house, [{ title: `Gardien de ${word}`, status }]);

    expect((await find(`q=${word}&exact=true`)).total).toBe(status === "published" ? 1 : 0);
  });

  it("leaves search when it is suspended, and comes back", async () => {
    const [offer] = await givenOffers(house, [{ title: "Dresseur de loutres" }]);

    await changeOffer(offer?.id ?? "", { status: "suspended" });
    await house.drain();
    expect((await find("q=loutres&exact=true")).total).toBe(0);

    await changeOffer(offer?.id ?? "", { status: "published" });
    await house.drain();
    expect((await find("q=loutres&exact=true")).total).toBe(1);
  });

  it("is not named after an employer who hides", async () => {
    await givenOffers(house, [
      { title: "Veilleur de vigne", companyName: "Maison Xylophage", employerShown: false },
      { title: "Veilleur de verger", companyName: "Maison Ytterbium", employerShown: true },
    ]);

    expect((await find("q=xylophage&exact=true")).total).toBe(0);
    expect((await find("q=ytterbium&exact=true")).total).toBe(1);
    expect((await asks(house).get("/offres?q=veilleur+vigne")).text).not.toContain("Xylophage");
  });
});

describe("what the index still holds when it is late", () => {
  it("is asked to MongoDB before it is shown, counts included", async () => {
    const [one, other] = await givenOffers(house, [{ title: "Luthier de quartz" }, { title: "Luthier de quartz" }]);
    await OfferModel.updateOne({ _id: one?.id ?? "" }, { $set: { status: "cancelled" } });

    const found = await find("q=luthier+quartz");

    expect(found.total).toBe(1);
    expect(found.offers.map(({ id }) => id)).toEqual([other?.id]);
    expect(found.facets.occupation.map(({ count }) => count)).toEqual([1]);
  });

  it("is over at midnight of its last day, before any worker runs", async () => {
    await givenOffers(house, [{ title: "Allumeur de zircon", expiresOn: addDays(today(), 2) }]);
    expect((await find("q=zircon&exact=true")).total).toBe(1);

    setClock(new Date(Date.now() + 3 * 86_400_000));
    const later = await find("q=zircon&exact=true");
    setClock();

    expect(later).toMatchObject({ total: 0, offers: [] });
  });
});

describe("an index that was lost", () => {
  it("is rebuilt from MongoDB, without what is not public", async () => {
    const before = await find("");
    await givenOffers(house, [{ title: "Pilote exclusif", exclusive: true }]);
    useSearch(embeddedEngine());
    expect((await find("")).total).toBe(0);

    await rebuildIndexes();

    expect((await find("")).total).toBe(before.total);
  });

  it("is compared with MongoDB at night, repaired, and its drift told", async () => {
    const [stale, forgotten] = await givenOffers(house, [
      { title: "Tailleur de gypse" },
      { title: "Tailleur de talc" },
    ]);
    await givenPublicOffer({ title: "Tailleur de feldspath" }); // its job is never performed
    await OfferModel.updateOne({ _id: stale?.id ?? "" }, { $set: { title: "Tailleur de mica" }, $inc: { version: 1 } });
    await OfferModel.updateOne({ _id: forgotten?.id ?? "" }, { $set: { status: "filled" } });

    const drift = await reconcileIndex();

    expect(drift).toMatchObject({ missing: 1, stale: 1, forgotten: 1 });
    expect((await find("q=feldspath&exact=true")).total).toBe(1);
    expect((await find("q=mica&exact=true")).total).toBe(1);
    expect((await find("q=talc&exact=true")).total).toBe(0);
    expect(await reconcileIndex()).toMatchObject({ missing: 0, stale: 0, forgotten: 0 });
  });
});

describe("an index made again while it is searched", () => {
  it("is never seen with a hole, and keeps what changes meanwhile", async () => {
    const stable = await givenOffers(
      house,
      Array.from({ length: 15 }, (_, at) => ({ title: `Souffleur de jaspe ${at}` })),
    );
    const [leaving] = await givenOffers(house, [{ title: "Souffleur de jaspe provisoire" }]);
    const seen: number[] = [];
    let over = false;
    const searching = (async () => {
      while (!over) seen.push((await find("q=souffleur+jaspe&exact=true")).total);
    })();

    await enqueue(remakeOfferIndex, {});
    const remade = house.drain();
    await changeOffer(leaving?.id ?? "", { status: "suspended" });
    await givenPublicOffer({ title: "Souffleur de jaspe tardif" });
    await remade;
    await house.drain();
    over = true;
    await searching;

    expect(Math.min(...seen)).toBeGreaterThanOrEqual(stable.length);
    expect((await find("q=souffleur+jaspe&exact=true")).total).toBe(stable.length + 1);
    expect(driftOf(await reconcileIndex())).toBe(0);
  });
});

describe("the drift of the index", () => {
  it("is shown to the admin and to the metrics, once compared", async () => {
    const admin = await givenPerson({ role: "admin" });
    const before = await asks(house, admin).get("/admin/taches");
    await givenPublicOffer({ title: "Graveur de jade" });
    await enqueue(reconcileOfferIndex, {});
    await house.drain();
    await OfferModel.updateOne(
      { title: "Graveur de jade" },
      { $set: { title: "Graveur d’opale" }, $inc: { version: 1 } },
    );
    await enqueue(reconcileOfferIndex, {});
    await house.drain();

    const page = await asks(house, admin).get("/admin/taches");
    const metrics = await asks(house).get("/metrics");

    expect(before.text).toContain("Pas encore comparée");
    expect(page.text).toContain("Dernière comparaison avec la base");
    expect(metrics.text).toContain('elan_index_drift{index="offers",kind="stale"} 1');
    expect(metrics.text).toContain('elan_index_drift{index="offers",kind="missing"} 0');
  });
});

describe("with the index away", () => {
  it("the day an offer was published is that of Paris", async () => {
    const publishedAt = instantOf(`${addDays(today(), -1)}T00:30`).toISOString();
    const { id } = await givenPublicOffer({ contract: "internship", publishedAt });
    const broken = vi.spyOn(await offerIndex(), "search").mockRejectedValue(new Error("index away"));

    const { body } = await asks(house).getJson("/api/v1/offers?contract=internship&since=1").expect(200);
    broken.mockRestore();
    await changeOffer(id, { status: "filled" });

    expect(body).toMatchObject({ simplified: true, total: 1 });
  });

  it("the newest offers are shown from MongoDB, and the page says that it is simplified", async () => {
    const index = await offerIndex();
    const broken = vi.spyOn(index, "search").mockRejectedValue(new Error("index away"));

    const page = await asks(house).get("/offres?q=loutres&contract=cdi").expect(200);
    const api = await asks(house).getJson("/api/v1/offers?contract=internship").expect(200);
    const home = await asks(house).get("/").expect(200);
    broken.mockRestore();

    expect(page.text).toContain("Recherche simplifiée");
    expect(page.text).toContain('class="card offer"');
    expect(page.text).not.toContain("Pilote exclusif");
    expect(api.body).toMatchObject({ simplified: true, total: 0 });
    expect(home.text).not.toContain("Pilote exclusif");
  });
});
