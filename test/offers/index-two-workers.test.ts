import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { offerIndex } from "#server/offers/offer-index.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { reconcileIndex } from "#server/offers/reconcile-offers.ts";
import { today } from "#server/platform/clock.ts";
import { embeddedEngine } from "#server/platform/search/embedded/engine.ts";
import { driftOf } from "#server/platform/search/index-check.ts";
import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import type { SearchEngine, SearchIndex } from "#server/platform/search/port.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { isPublic } from "#shared/offers/offer-life.ts";
import { drawer } from "#test/bench/search-offers-corpus.ts";
import { documentedMeilisearch } from "#test/platform/search/documented-meilisearch.ts";
import { givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { indexOffer } from "#workers/offers/index-offer.ts";

const sequences = Number(process.env.TORTURE_SEQUENCES ?? 2);
const steps = 40;

let house: House;
const servers: Awaited<ReturnType<typeof documentedMeilisearch>>[] = [];
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await house.close();
});

const soon = (most: number, draw: () => number): Promise<void> =>
  new Promise((later) => setTimeout(later, Math.floor(draw() * most)));

/** One worker's way to the engine: what it sends leaves late, so that an older write may arrive after a newer one. */
const late = (engine: SearchEngine, draw: () => number): SearchEngine => ({
  ...engine,
  open: async (definition) => {
    const index = await engine.open(definition);
    const later = async (write: () => Promise<void>): Promise<void> => {
      await soon(12, draw);
      await write();
    };
    return {
      ...index,
      put: (documents) => later(() => index.put(documents)),
      remove: (ids, version) => later(() => index.remove(ids, version)),
    };
  },
});

/** Each with its own queue of writes, as two processes have: only the engine itself is shared. */
const workersOf: Readonly<Record<string, (draw: () => number) => Promise<SearchEngine[]>>> = {
  "documented Meilisearch": async (draw) => {
    const server = await documentedMeilisearch();
    servers.push(server);
    const worker = () => late(meilisearchEngine({ url: server.url, key: null }), draw);
    return [worker(), worker()];
  },
  embedded: async (draw) => {
    const one = embeddedEngine();
    return [late(one, draw), late(one, draw)];
  },
};

const change = async (id: string, draw: () => number): Promise<void> => {
  const status = draw() < 0.6 ? "published" : "suspended";
  const $set = { status, title: `Gardien de zibeline ${Math.floor(draw() * 1_000)}` };
  if (draw() < 0.04) await OfferModel.deleteOne({ _id: id });
  else await OfferModel.updateOne({ _id: id }, { $set, $inc: { version: 1 } });
};

const versionsIn = async (index: SearchIndex): Promise<Map<string, number>> => {
  const found = new Map<string, number>();
  for await (const { id, version } of index.versions()) found.set(id, version);
  return found;
};

const publicVersions = async (): Promise<Map<string, number>> =>
  new Map(
    (await OfferModel.find().lean())
      .map(toOffer)
      .filter((offer) => isPublic(offer, today()))
      .map(({ id, version }) => [id, version]),
  );

const play = async (kind: string, seed: number, look: (index: SearchIndex) => Promise<void>): Promise<void> => {
  const draw = drawer(seed);
  await OfferModel.deleteMany({});
  const engines = (await workersOf[kind]?.(draw)) ?? [];
  for (const engine of engines) {
    useSearch(engine);
    await offerIndex();
  }
  const ids = (await givenOffers(house, [{}, {}, {}, {}])).map(({ id }) => id);
  const working: Promise<boolean>[] = [];
  for (let step = 0; step < steps; step += 1) {
    const id = ids[Math.floor(draw() * ids.length)] ?? "";
    await change(id, draw);
    // One is woken for each change, or both; which engine is in use is read when the work begins.
    const luck = draw();
    for (const engine of engines.filter((_, place) => luck < 0.6 || luck < 0.8 === (place === 0))) {
      useSearch(engine);
      working.push(indexOffer(id).then(done, gaveUp));
    }
    if (engines[0]) useSearch(engines[0]);
    await look(await offerIndex());
    await soon(4, draw);
  }
  const finished = await Promise.all(working);
  // Those that gave up were told that the offer changes too fast: their job is tried again.
  for (const engine of engines) useSearch(engine);
  if (finished.includes(false)) for (const id of ids) await indexOffer(id);
};

const done = (): boolean => true;
const gaveUp = (): boolean => false;

const seeds = Array.from({ length: sequences }, (_, place) => place + 1);

describe.each(Object.keys(workersOf))(
  "two workers that index the same offers out of order, on the %s engine",
  (kind) => {
    it.each(seeds)(
      "leave exactly what is public, in its last version (seed %i)",
      async (seed) => {
        await play(kind, seed, async () => undefined);

        expect(await versionsIn(await offerIndex())).toEqual(await publicVersions());
        expect(driftOf(await reconcileIndex())).toBe(0);
      },
      60_000,
    );
  },
);

describe("the embedded index, written by two workers out of order", () => {
  it.each(seeds)(
    "never goes back in time (seed %i)",
    async (seed) => {
      const newest = new Map<string, number>();
      let seen = 0;

      await play("embedded", seed, async (index) => {
        for (const [id, version] of await versionsIn(index)) {
          expect(version).toBeGreaterThanOrEqual(newest.get(id) ?? 0);
          newest.set(id, version);
          seen += 1;
        }
      });

      expect(seen).toBeGreaterThan(steps / 4); // in some lives most offers are hidden most of the time
    },
    60_000,
  );
});
