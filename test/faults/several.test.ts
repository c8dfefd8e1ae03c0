import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { useQueue } from "#server/platform/enqueue.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { openQueue } from "#server/platform/queue/open-queue.ts";
import type { QueueEngine } from "#server/platform/queue/queue-engine.ts";
import { embeddedEngine } from "#server/platform/search/embedded/engine.ts";
import { meilisearchEngine } from "#server/platform/search/meilisearch/engine.ts";
import { searchEngine, useSearch } from "#server/platform/search/search.ts";
import { testPatience } from "#test/messages/mail-house.ts";
import { type ScriptedRelay, startScriptedRelay } from "#test/messages/scripted-relay.ts";
import { givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";
import { freePort } from "#test/support/redis-server.ts";
import { works } from "#workers/works.ts";
import { answersOf, type Day, givenDay } from "./cast.ts";

let house: House;
let relay: ScriptedRelay;
let engine: QueueEngine;
let day: Day;

beforeAll(async () => {
  house = await openHouse();
  relay = await startScriptedRelay();
  await givenOffers(house, [{ title: "Souffleur de verre F/H" }]);
  day = await givenDay(house);
  const port = await freePort(); // nobody listens there
  engine = await openQueue({ redisUrl: `redis://127.0.0.1:${port}`, folder: "" });
  useQueue(engine);
  useSearch(meilisearchEngine({ url: `http://127.0.0.1:${port}`, key: null }));
  relay.refuse();
  const from = "Élan Emploi <site@elan.invalid>";
  await useMail({ smtpUrl: relay.url, folder: "", from, patience: testPatience });
});
afterAll(async () => {
  setClock();
  await engine.close();
  await house.close();
  await relay.stop();
});

describe("with Redis, Meilisearch and the mail relay away at once", () => {
  it("people read, search simply, apply, publish and ask for a code", async () => {
    const answers = await answersOf({ ...day.reads, ...day.writes });

    const refused = Object.entries(answers).filter(([, { status }]) => status !== 200 && status !== 303);
    expect(refused).toEqual([]);
    expect(answers.search?.text).toContain("Recherche simplifiée");
    expect(answers.search?.text).toContain("Souffleur de verre F/H");
    expect(await day.kept()).toEqual({ apply: 1, publish: 1 });
  });

  it("who guesses codes is stopped all the same", async () => {
    const email = "devine@exemple.invalid";
    const statuses: number[] = [];
    for (let tries = 0; tries < 30 && !statuses.includes(429); tries++)
      statuses.push((await asks(house).post("/connexion", { email })).status);

    expect(statuses).toContain(429);
  });

  it("all that was owed is done once when they are back", async () => {
    useQueue(house.queue);
    useSearch(embeddedEngine());
    await relay.open();
    const sweeps = works.flatMap((work) => work.recurrences).filter(({ when }) => when === "* * * * *");
    for (let minute = 1; minute <= 3; minute++) {
      setClock(new Date(Date.now() + minute * 60_000));
      for (const { job } of sweeps) await house.queue.add({ ...job, key: minute.toString(), data: {}, delayMs: 0 });
      await house.drain();
    }

    const rows = await DispatchModel.find({}).select("state").lean();
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ state }) => state !== "sent")).toEqual([]);
    expect(relay.received).toHaveLength(rows.length);
    expect(searchEngine().kind).toBe("embedded");
    expect((await asks(house).getJson("/api/v1/offers?q=aide")).body).not.toHaveProperty("simplified");
  });
});
