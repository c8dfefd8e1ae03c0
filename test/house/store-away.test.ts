import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningStore, startStore } from "#server/embedded/store/start-store.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

const folder = mkdtempSync(join(tmpdir(), "elan-away-"));
let store: RunningStore;
let house: House;
let lina: Person;
let admin: Person;

beforeAll(async () => {
  store = await startStore({ folder });
  house = await openHouse(store.url);
  lina = await givenPerson({ firstName: "Lina" });
  admin = await givenPerson({ role: "admin" });
  await asks(house).getJson("/api/v1/places?q=tulle"); // reads its tables once, which takes its time
  await store.kill();
});
afterAll(async () => {
  await house.close();
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
});

const quickly = async (ask: () => supertest.Test): Promise<supertest.Response> => {
  const began = performance.now();
  const answer = await ask();
  expect(performance.now() - began).toBeLessThan(3_000);
  return answer;
};

// The order tells a story: killed, asked for everything, then back.
describe("while the store is away", () => {
  it.each([
    ["a sign-in", () => asks(house).post("/connexion", { email: "a@exemple.invalid" })],
    ["a code", () => asks(house).post(`/connexion/code/${"0".repeat(24)}`, { code: "123456" })],
    ["a page of one's own", () => asks(house, lina).get("/mon-compte")],
    ["an act of an admin", () => asks(house, admin).post(`/admin/comptes/${lina.id}/etat`, { status: "disabled" })],
    ["a sign-out, which must not look done", () => asks(house, lina).post("/deconnexion")],
  ])("%s is answered soon, by a page that says so, with the phone number", async (_what, ask) => {
    const answer = await quickly(ask);

    expect([answer.status, answer.type]).toEqual([503, "text/html"]);
    expect(answer.text).toContain("Service coupé un moment");
    expect(answer.text).toContain('href="tel:0800000019"');
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(answer.headers["retry-after"]).toBeDefined();
  });

  it("a machine gets a stable code", async () => {
    const answer = await quickly(() => asks(house).postJson("/connexion", { email: "a@exemple.invalid" }));

    expect([answer.status, answer.body.error.code]).toEqual([503, "unavailable"]);
  });

  it("what needs no store is still there", async () => {
    const answers = await Promise.all([
      quickly(() => asks(house).get("/accessibilite")),
      quickly(() => asks(house).get("/connexion")),
      quickly(() => asks(house, lina).get("/comment-marche-le-rapprochement")),
      quickly(() => asks(house).getJson("/api/v1/places?q=tulle")),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it("the process lives but is not ready", async () => {
    const [live, ready] = await Promise.all([asks(house).get("/live"), quickly(() => asks(house).getJson("/ready"))]);

    expect([live.status, ready.status]).toEqual([200, 503]);
    expect(ready.body).toMatchObject({ ready: false });
  });

  it("fifty requests at once are all answered soon", async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => quickly(() => asks(house, lina).get("/mon-compte"))),
    );

    expect(answers.every(({ status }) => status === 503)).toBe(true);
  });
});

describe("once the store is back", () => {
  it("all is as before within ten seconds, without a restart", async () => {
    store = await startStore({ folder });
    const back = performance.now();
    let page = await asks(house, lina).get("/mon-compte");
    while (page.status !== 200 && performance.now() - back < 10_000) page = await asks(house, lina).get("/mon-compte");

    expect(performance.now() - back).toBeLessThan(10_000);
    expect(page.text).toContain("Lina");
    expect((await asks(house).get("/ready")).status).toBe(200);
  });

  it("nothing of what was refused has happened", async () => {
    expect((await asks(house, lina).get("/mon-compte")).status).toBe(200);
    expect((await asks(house).post("/connexion", { email: "a@exemple.invalid" })).status).toBe(303);
  });
});
