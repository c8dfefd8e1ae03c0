import { hash } from "@node-rs/argon2";
import mongoose from "mongoose";
import supertest from "supertest";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { createApp } from "#server/app.ts";
import { networkOf } from "#server/http/client-network.ts";
import { setClock } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { site, useSite } from "#server/platform/site.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
let quarter = 0;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
/** Each test begins in a window of its own: the counts of the last one are over. */
const laterOn = (): void => {
  quarter += 1;
  setClock(new Date(Date.parse("2026-11-23T08:00:00Z") + quarter * 3_600_000));
};
afterEach(() => setClock());

type Try = { email: string; password?: string };

const tryFrom = (ip: string, typed: Try, app = house.app): supertest.Test =>
  supertest(app)
    .post("/connexion")
    .set({ "Sec-Fetch-Site": "same-origin", Accept: "application/json", "X-Forwarded-For": ip })
    .send(typed);

const statusesOf = async (tries: readonly (() => supertest.Test)[]): Promise<number[]> => {
  const statuses: number[] = [];
  for (const one of tries) statuses.push((await one()).status);
  return statuses;
};

describe("tries to sign in are counted", () => {
  it("for one address: the ninth in a quarter of an hour is refused, with a sentence and a delay", async () => {
    laterOn();
    const tries = Array.from({ length: 8 }, () => () => tryFrom("192.0.2.1", { email: "huit@exemple.invalid" }));

    expect(new Set(await statusesOf(tries))).toEqual(new Set([200]));
    const page = await asks(house).post("/connexion", { email: "huit@exemple.invalid" });

    expect([page.status, page.headers["retry-after"]]).toEqual([429, "60"]);
    expect(page.text).toContain("Trop d’essais");
    expect(page.text).toContain('value="huit@exemple.invalid"');
  });

  it("for one client, whatever the address tried and whatever it says of where it comes from", async () => {
    laterOn();
    const tries = Array.from(
      { length: 61 },
      (_, at) => () => tryFrom(`203.0.113.${at}`, { email: `essai${at}@exemple.invalid` }),
    );

    const statuses = await statusesOf(tries);

    expect(statuses.slice(0, 60)).not.toContain(429);
    expect(statuses[60]).toBe(429);
  });

  it("but not those of people who came in: a whole agency signs in from one address", async () => {
    laterOn();
    const doors: number[] = [];
    for (let at = 0; at < 31; at++) {
      const email = `agence${at}@exemple.invalid`;
      const asked = await asks(house).post("/connexion", { email });
      doors.push(asked.status);
      await house.drain();
      const [mail] = (await listMails()).filter(({ to }) => to === email);
      const code = /\b(\d{6})\b/.exec(mail?.subject ?? "")?.[1];
      doors.push((await asks(house).post(asked.headers.location ?? "", { code })).status);
    }

    expect(doors).toEqual(Array(62).fill(303));
  });

  it("for the client that the trusted proxy saw, not for the one it claims to be", async () => {
    laterOn();
    const behindOne = createApp({ trustProxy: 1, metricsToken: null });
    const forged = Array.from(
      { length: 9 },
      (_, at) => () => tryFrom(`203.0.113.${at}, 192.0.2.7`, { email: "cible@exemple.invalid" }, behindOne),
    );

    expect((await statusesOf(forged)).at(-1)).toBe(429);
    const victim = await tryFrom("192.0.2.200", { email: "cible@exemple.invalid" }, behindOne);

    expect(victim.status).toBe(200);
  });

  it("with passwords too, the right one included", async () => {
    laterOn();
    const passwordHash = await hash("quatre mots sans lien");
    await givenPerson({ email: "secret@exemple.invalid", passwordHash });
    const tries = Array.from(
      { length: 8 },
      () => () => tryFrom("192.0.2.1", { email: "secret@exemple.invalid", password: "faux" }),
    );

    expect(new Set(await statusesOf(tries))).toEqual(new Set([422]));
    const late = await tryFrom("192.0.2.1", { email: "secret@exemple.invalid", password: "quatre mots sans lien" });

    expect(late.status).toBe(429);
  });

  it("but not those of a right password: whoever comes and goes all day on one computer is let in", async () => {
    laterOn();
    const typed = { email: "souvent@exemple.invalid", password: "quatre mots sans lien" };
    await givenPerson({ email: typed.email, passwordHash: await hash(typed.password) });
    const comings = Array.from({ length: 12 }, () => () => tryFrom("192.0.2.1", typed));

    expect(new Set(await statusesOf(comings))).toEqual(new Set([200]));
    const wrong = Array.from({ length: 9 }, () => () => tryFrom("192.0.2.1", { ...typed, password: "faux" }));
    expect((await statusesOf(wrong)).at(-1)).toBe(429);
  });

  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
    ["2001:0DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["not an address", "not an address"],
  ])("by network: %s counts as %s", (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe("CVs given to be read are counted", () => {
  it("for one place, and for whoever signed in there alone", async () => {
    laterOn();
    const lina = await givenPerson();
    const strangers = Array.from({ length: 41 }, () => () => asks(house).post("/lire-mon-cv"));

    const statuses = await statusesOf(strangers);
    const own = await asks(house, lina).post("/lire-mon-cv");

    expect([statuses[39], statuses[40], own.status]).toEqual([422, 429, 422]);
  });
});

describe("what a stranger sends where one must sign in", () => {
  it("is kept for whoever signs in, and past sixty in a quarter of an hour from one place no more", async () => {
    laterOn();
    const send = () => asks(house).post("/mon-cv", { about: "quelques mots" });
    for (let at = 0; at < 60; at++) expect((await send()).headers.location).toContain("garde=oui");

    expect((await send()).status).toBe(429);
    expect(await mongoose.connection.collection("kept_forms").countDocuments()).toBe(60);
  });
});

describe("nobody learns who has an account", () => {
  it("from asking a code: a known, an unknown and a closed address are answered alike, with one mail each", async () => {
    laterOn();
    await givenPerson({ email: "connue@exemple.invalid" });
    const closed = await givenPerson({ email: "fermee@exemple.invalid" });
    await AccountModel.updateOne({ _id: closed.id }, { $set: { status: "disabled" } });
    const before = await DispatchModel.countDocuments();

    const shapes = [];
    for (const email of ["connue@exemple.invalid", "inconnue@exemple.invalid", "fermee@exemple.invalid"]) {
      const asked = await asks(house).post("/connexion", { email });
      const page = await asks(house).get(asked.headers.location ?? "");
      const plain = page.text.replaceAll(email, "adresse").replace(/[0-9a-f]{24}/g, "id");
      shapes.push([asked.status, asked.headers["set-cookie"], page.status, plain]);
    }

    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
    expect((await DispatchModel.countDocuments()) - before).toBe(3);
  });

  it("from a password: unknown, wrong and closed get the same words", async () => {
    laterOn();
    const passwordHash = await hash("quatre mots sans lien");
    await givenPerson({ email: "juste@exemple.invalid", passwordHash });
    const closed = await givenPerson({ email: "close@exemple.invalid", passwordHash });
    await AccountModel.updateOne({ _id: closed.id }, { $set: { status: "disabled" } });

    const answers = [
      await tryFrom("192.0.2.1", { email: "juste@exemple.invalid", password: "faux" }),
      await tryFrom("192.0.2.1", { email: "personne@exemple.invalid", password: "faux" }),
      await tryFrom("192.0.2.1", { email: "close@exemple.invalid", password: "quatre mots sans lien" }),
    ].map(({ status, body }) => [status, body.error.code, body.error.fields]);

    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});

describe("the figures of the machine", () => {
  const guarded = createApp({ trustProxy: 0, metricsToken: "un-jeton-de-mesure" });
  const bearer = { Authorization: "Bearer un-jeton-de-mesure" };

  it("are for who holds the token; others find no such page", async () => {
    const [without, wrong, right] = await Promise.all([
      supertest(guarded).get("/metrics"),
      supertest(guarded).get("/metrics").set("Authorization", "Bearer un-jeton-de-mesurE"),
      supertest(guarded).get("/metrics").set(bearer),
    ]);

    expect([without.status, wrong.status, right.status]).toEqual([404, 404, 200]);
    expect(right.text).toMatch(/^elan_http_seconds_bucket\{.*route="\/connexion"/m);
    expect(right.text).toMatch(/^elan_dispatches\{state="pending"\} \d+$/m);
    expect(right.text).not.toContain("@");
  });

  it("are for nobody on a production site without a token", async () => {
    useSite({ ...site(), production: true });
    const open = await supertest(house.app).get("/metrics");
    useSite({ ...site(), production: false });

    expect(open.status).toBe(404);
  });

  it("say that the process can work, and which part cannot only to who holds the token", async () => {
    const [open, known] = await Promise.all([
      supertest(guarded).get("/ready"),
      supertest(guarded).get("/ready").set(bearer),
    ]);

    expect(open.body).toEqual({ ready: true });
    expect(known.body).toEqual({ ready: true, parts: { store: true, search: true } });
    expect((await supertest(guarded).get("/live")).body).toEqual({ live: true });
  });
});
