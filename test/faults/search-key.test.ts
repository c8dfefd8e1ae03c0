import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { offerIndex } from "#server/offers/offer-index.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { reconcileIndex } from "#server/offers/reconcile-offers.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { driftOf } from "#server/platform/search/index-check.ts";
import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { rebuildIndexes } from "#server/rebuild-indexes.ts";
import { sweepJob } from "#shared/kernel/settle-jobs.ts";
import { documentedMeilisearch } from "#test/platform/search/documented-meilisearch.ts";
import { givenPublicOffer } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { answersOf, type Day, givenDay } from "./cast.ts";

const good = "la-bonne-cle-du-moteur";
const againAfterMs = 100;

let house: House;
let meili: Awaited<ReturnType<typeof documentedMeilisearch>>;
let admin: Person;

beforeAll(async () => {
  house = await openHouse();
  admin = await givenPerson({ role: "admin" });
});
afterAll(async () => {
  setClock();
  await meili?.close();
  await house.close();
});

/** A web process that starts with this key. */
const start = async (key: string | null): Promise<void> => {
  useSearch(meilisearchEngine({ url: meili.url, key }));
  await rebuildIndexes({ againAfterMs });
};

/** The jobs of an index that refuses us fail, and the others are done all the same. */
const settle = async (): Promise<void> => {
  while (house.queue.jobs.length > 0) await house.drain().catch(() => undefined);
};

const sweep = async (): Promise<void> => {
  setClock(new Date(now().getTime() + 45_000));
  await enqueue(sweepJob("offers"), {});
  await settle();
};

type Case = {
  readonly name: string;
  readonly key: string | null;
  readonly correct: () => void | Promise<void>;
};

const cases: readonly Case[] = [
  {
    name: "a wrong key (403), corrected on the engine's side",
    key: "fausse-cle",
    correct: () => meili.want("fausse-cle"),
  },
  { name: "no key where one is wanted (401), then a new start", key: null, correct: () => start(good) },
];

describe.each(cases)("with $name", ({ key, correct }) => {
  let day: Day;

  beforeAll(async () => {
    setClock();
    await OfferModel.deleteMany({});
    await meili?.close();
    meili = await documentedMeilisearch();
    meili.want(good);
    await givenPublicOffer({ title: "Souffleur de verre F/H" });
    await start(key);
    day = await givenDay(house);
    await settle();
  }, 60_000);

  it("people do all they came for, and the search says that it is simplified", async () => {
    const answers = await answersOf({ ...day.reads, ...day.writes });
    await settle();

    for (const [name, { status }] of Object.entries(answers)) expect([200, 303], name).toContain(status);
    for (const page of [answers.search, answers.offers]) {
      expect(page?.text).toContain("Recherche simplifiée");
      expect(page?.text).toContain("Souffleur de verre F/H");
    }
    expect(await day.kept()).toEqual({ apply: 1, publish: 1 });
  });

  it("an administrator reads that MEILI_KEY is to be corrected, and not the key", async () => {
    const [tasks, moderation, metrics, ready] = await Promise.all(
      ["/admin/taches", "/admin/moderation", "/metrics", "/ready"].map((path) => asks(house, admin).get(path)),
    );

    expect(tasks?.text).toContain("refuse notre clé.</b> Corrigez la clé dans le réglage MEILI_KEY");
    expect(moderation?.text).toContain("Un réglage du serveur est refusé");
    expect(metrics?.text).toContain('elan_setting_refused{setting="MEILI_KEY",fault="search-key"} 1');
    expect(JSON.parse(ready?.text ?? "{}")).toMatchObject({ ready: true, parts: { search: false } });
    for (const page of [tasks, moderation, metrics]) expect(page?.text).not.toContain("fausse-cle");
  });

  it("the index catches up by itself once it is corrected, and nobody is told to correct it any more", async () => {
    const withdrawn = await givenPublicOffer({ title: "Souffleur de cristal F/H" });
    await OfferModel.updateOne({ _id: withdrawn.id }, { $set: { status: "suspended" }, $inc: { version: 1 } });
    await correct();
    await expect
      .poll(async () => (await (await offerIndex()).count()) >= 2, { timeout: 10_000, interval: 50 })
      .toBe(true);
    await sweep();

    const page = await asks(house).get("/offres?q=souffleur");
    expect(page.text).not.toContain("Recherche simplifiée");
    expect(page.text).toContain("de verre F/H");
    expect(page.text).not.toContain("cristal");
    expect(await OfferModel.countDocuments({ "effects.kind": "index" })).toBe(0);
    expect(driftOf(await reconcileIndex())).toBe(0);
    expect((await asks(house, admin).get("/admin/taches")).text).not.toContain("à corriger");
    expect((await asks(house).get("/ready")).body).toMatchObject({ parts: { search: true } });
  });
});

describe("with a key that searches and may not write", () => {
  it("an administrator reads that it cannot, and that MEILI_KEY is to be corrected", async () => {
    const index = await offerIndex();
    meili.want("une-cle-de-lecture");
    await expect(index.remove(["0".repeat(24)], 1)).rejects.toThrow(/API key/);
    meili.want(good);
    const page = await asks(house, admin).get("/admin/taches");

    expect(page.text).toContain("ne permet pas d’y écrire");
    expect(page.text).not.toContain("refuse notre clé");
  });
});
