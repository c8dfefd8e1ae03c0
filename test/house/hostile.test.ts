import { gzipSync } from "node:zlib";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const refused = (status: number): boolean => status >= 400 && status < 500;

/** Bytes as given, from our own page. */
const sendRaw = (type: string, body: string | Buffer): supertest.Test =>
  supertest(house.app)
    .post("/connexion")
    .set({ "Sec-Fetch-Site": "same-origin", Accept: "application/json", "Content-Type": type })
    .serialize((sent) => sent as unknown as string) // the bytes are already what is to be sent
    .send(body as unknown as string);

describe("a hostile body gets a refusal with a stable code, never a fault:", () => {
  it.each([
    ["an operator", '{"email":{"$ne":null}}'],
    ["an operator that runs", '{"email":{"$where":"sleep(5000)"}}'],
    ["a pattern", '{"email":{"$regex":"^(a+)+$"}}'],
    ["a list", '{"email":["a@exemple.invalid","b@exemple.invalid"]}'],
    ["a prototype", '{"email":"x","__proto__":{"polluted":true,"list":["a"]}}'],
    ["a prototype as a list", '{"email":"x","__proto__":["polluted"]}'],
    ["a constructor", '{"email":"x","constructor":{"prototype":{"polluted":true}}}'],
    ["a number", '{"email":1e308}'],
    ["nothing", '{"email":null}'],
    ["a list as body", '[{"email":"a@exemple.invalid"}]'],
    ["an empty list as body", "[]"],
    ["depth", `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`],
    ["a null character", '{"email":"a\\u0000@"}'],
    ["half a pair", '{"email":"\\ud800"}'],
  ])("%s", async (_what, body) => {
    const answer = await sendRaw("application/json", body);

    expect(refused(answer.status)).toBe(true);
    expect(answer.body.error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    ["half of a JSON", "application/json", '{"email":'],
    ["a text as JSON", "application/json", "bonjour"],
    ["an unknown alphabet", "application/json; charset=x-elan", "{}"],
    ["a false zip", "application/x-www-form-urlencoded; charset=utf-7", "email=a"],
  ])("%s is unreadable", async (_what, type, body) => {
    const answer = await sendRaw(type, body);

    expect([answer.status, answer.body.error.code]).toEqual([422, "unreadable"]);
  });

  it("bytes that only pretend to be zipped are unreadable", async () => {
    const answer = await sendRaw("application/json", "{}").set("Content-Encoding", "gzip");

    expect([answer.status, answer.body.error.code]).toEqual([422, "unreadable"]);
  });

  it.each([
    ["half a megabyte of form", "application/x-www-form-urlencoded", `email=${"a".repeat(500_000)}`],
    ["half a megabyte of JSON", "application/json", JSON.stringify({ email: "a".repeat(500_000) })],
    ["two thousand fields", "application/x-www-form-urlencoded", "a=1&".repeat(2_000)],
  ])("%s is too large", async (_what, type, body) => {
    const answer = await sendRaw(type, body);

    expect([answer.status, answer.body.error.code]).toEqual([413, "payload-too-large"]);
    expect(answer.body.error.message).toContain("trop gros");
  });

  it("a small zip of something huge is too large", async () => {
    const bomb = gzipSync(Buffer.from(`{"email":"${"a".repeat(20_000_000)}"}`));

    const answer = await sendRaw("application/json", bomb).set("Content-Encoding", "gzip");

    expect(bomb.length).toBeLessThan(40_000);
    expect([answer.status, answer.body.error.code]).toEqual([413, "payload-too-large"]);
  });
});

describe("a hostile address gets a refusal, never a fault:", () => {
  it.each([
    "/%00",
    "/%E0%A4%A",
    "/assets/%ZZ",
    "/assets/..%2f..%2fpackage.json",
    "/assets/../package.json",
    "/connexion/code/%ZZ",
    "/connexion/code/%00",
    "/connexion/code/[object%20Object]",
    "/connexion/lien/%E0%A4%A",
    "/dev/mails/..%2f..%2fsecret",
    "/dev/mails/%00%0d%0aSet-Cookie:%20a=b",
    "//exemple.invalid/connexion%ZZ",
    `/${"a/".repeat(2_000)}`,
  ])("%s", async (path) => {
    const answer = await asks(house).get(path);

    expect(refused(answer.status)).toBe(true);
    expect(answer.text).toContain('href="tel:');
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  it.each([
    "/connexion?suite=%00",
    "/connexion?suite=%ZZ",
    "/connexion?suite=/a&suite=//b",
    "/connexion?suite[$ne]=x",
    "/connexion?__proto__[x]=1",
    "/connexion?suite=/%0d%0aSet-Cookie:%20a=b",
  ])("%s is read as an address without a next page that could harm", async (path) => {
    const answer = await asks(house).get(path);

    expect(answer.status).toBe(200);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(answer.text).not.toMatch(/name="suite" value="(\/\/|[^/"])/);
  });

  it("does not become a header when someone who is not signed in is sent to the door", async () => {
    const answer = await asks(house).get("/mon-compte?x=%0d%0aSet-Cookie:%20a=b");

    expect(answer.status).toBe(303);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });
});

describe("a hostile cookie", () => {
  it.each([
    "__Host-elan=%ZZ",
    "__Host-elan=",
    `__Host-elan=${"a".repeat(4_000)}`,
    "__Host-elan-dit=%3Cscript%3E",
    "=;;=",
  ])("is nobody's: %s", async (cookie) => {
    const answer = await asks(house).get("/connexion").set("Cookie", cookie);

    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Se connecter");
    expect(answer.text).not.toContain("<script>");
  });
});

describe("markup in a name", () => {
  it("is shown as typed, and runs nowhere", async () => {
    const lina = await givenPerson({
      firstName: '"><img src=x onerror=alert(1)>',
      lastName: "</title><script>1</script>",
    });

    const page = await asks(house, lina).get("/mon-compte");

    expect(page.text).not.toMatch(/<img src=x|<script>1/);
    expect(page.text).toContain("&lt;img src=x");
  });
});
