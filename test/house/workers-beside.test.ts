import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPassword } from "#server/demo/demo-accounts.ts";
import { hasRedisServer } from "#server/embedded/redis/private-redis.ts";
import { leftOf, type Product, processesOf, startProduct } from "#test/support/product.ts";

const withRedis = await hasRedisServer();
if (!withRedis) console.warn("redis-server is not on PATH: workers beside the web process are not proved here");

const folder = mkdtempSync(join(tmpdir(), "elan-beside-"));
let product: Product;
let cookie: string;

const workers = (): readonly number[] =>
  processesOf(folder)
    .filter((line) => line.includes("workers/beside.ts"))
    .map((line) => Number(line.split(" ")[0]));

const press = (path: string): supertest.Test =>
  supertest(product.url)
    .post(path)
    .set({ "Sec-Fetch-Site": "same-origin", Accept: "text/html", Cookie: cookie })
    .type("form");

const isFound = async (id: string, title: string): Promise<boolean> => {
  const { body } = await supertest(product.url).get("/api/v1/offers").query({ q: title, exact: "true" });
  return body.offers.some((offer: { id: string }) => offer.id === id);
};

const soonFound = (offer: { id: string; title: string }, found: boolean): Promise<void> =>
  expect.poll(() => isFound(offer.id, offer.title), { timeout: 60_000, interval: 200 }).toBe(found);

/** An offer of the demonstration's recruiter that anyone may find. */
const anOffer = async (): Promise<{ id: string; title: string }> => {
  const { text } = await supertest(product.url).get("/employeur/offres").set("Cookie", cookie);
  const ids = [...new Set([...text.matchAll(/\/employeur\/offres\/([0-9a-f]{24})"/g)].map(([, id]) => id ?? ""))];
  for (const id of ids) {
    const { status, body } = await supertest(product.url).get(`/api/v1/offers/${id}`);
    if (status === 200) return { id, title: body.title };
  }
  throw new Error("the demonstration's recruiter has no public offer");
};

beforeAll(async () => {
  if (!withRedis) return;
  product = await startProduct("start", { DATA_DIR: folder });
  cookie = "";
  const entered = await press("/connexion").send({ email: "recruteur@demo.invalid", password: demoPassword });
  cookie = String(entered.headers["set-cookie"]).split(";")[0] ?? "";
}, 120_000);

afterAll(async () => {
  await product?.stop();
  for (const line of processesOf(folder)) process.kill(Number(line.split(" ")[0]), "SIGKILL");
  await leftOf(folder);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe.skipIf(!withRedis)("the workers of npm start, in a process beside the web", () => {
  it("write into the index that the web process searches", async () => {
    const offer = await anOffer();
    await soonFound(offer, true);

    expect((await press(`/employeur/offres/${offer.id}/suspension`)).status).toBe(303);
    await soonFound(offer, false);
    expect((await press(`/employeur/offres/${offer.id}/publication`)).status).toBe(303);

    await soonFound(offer, true);
  }, 150_000);

  it("are started again when they are killed; pages go on meanwhile, and what is owed is done", async () => {
    const offer = await anOffer();
    await expect.poll(() => workers().length, { timeout: 30_000 }).toBe(1);
    const [killed] = workers();
    await press(`/employeur/offres/${offer.id}/suspension`);
    process.kill(killed ?? 0, "SIGKILL");

    const answered = await press(`/employeur/offres/${offer.id}/publication`);

    expect(answered.status).toBe(303);
    expect((await supertest(product.url).get("/offres")).status).toBe(200);
    await expect.poll(workers, { timeout: 30_000 }).not.toContain(killed);
    await soonFound(offer, true);
  }, 150_000);
});
