import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { loadedAssets } from "#server/platform/assets-in-use.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const tooLong = "a".repeat(500_000);

/** What answers with a fault of ours, as a broken driver would make it. */
const whileBroken = async (ask: () => supertest.Test): Promise<supertest.Response> => {
  const broken = vi.spyOn(AccountModel, "findOne").mockImplementation(() => {
    throw new Error("mongodb://secret@interne");
  });
  const answer = await ask();
  broken.mockRestore();
  return answer;
};

/** One answer of each kind. */
const kinds: Record<string, { status: number; ask: () => Promise<supertest.Response> }> = {
  "a page": { status: 200, ask: async () => asks(house).get("/connexion") },
  "its head": { status: 200, ask: async () => supertest(house.app).head("/connexion") },
  "a private page": { status: 200, ask: async () => asks(house, await givenPerson()).get("/mon-compte") },
  JSON: { status: 200, ask: async () => asks(house).getJson("/api/v1/openapi.json") },
  "an asset": { status: 200, ask: async () => asks(house).get(loadedAssets().css) },
  "a page not changed": {
    status: 304,
    ask: async () => {
      const { etag = "" } = (await asks(house).get("/accessibilite")).headers;
      return asks(house).get("/accessibilite").set("If-None-Match", etag);
    },
  },
  "a redirection": { status: 303, ask: async () => asks(house).get("/mon-compte") },
  "a missing page": { status: 404, ask: async () => asks(house).get("/nulle-part") },
  "a missing asset": { status: 404, ask: async () => asks(house).get("/assets/perdu.js") },
  "a refused form": { status: 422, ask: async () => asks(house).post("/connexion", { email: "x" }) },
  "a refusal of another site": {
    status: 403,
    ask: async () => asks(house).post("/connexion").set("Sec-Fetch-Site", "cross-site"),
  },
  "something too big": { status: 413, ask: async () => asks(house).post("/connexion", { email: tooLong }) },
  "a fault of ours": {
    status: 500,
    ask: () => whileBroken(() => asks(house).post("/connexion", { email: "a@exemple.invalid" })),
  },
  liveness: { status: 200, ask: async () => asks(house).get("/live") },
  "the methods of a page": { status: 200, ask: async () => supertest(house.app).options("/connexion") },
};

describe("every answer carries the security headers:", () => {
  it.each(Object.entries(kinds))("%s", async (_kind, { status, ask }) => {
    const { headers, status: answered } = await ask();

    expect(answered).toBe(status);
    const policy = String(headers["content-security-policy"]);
    for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/form-action 'self'(;|$)/);
    expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
    expect(headers).toMatchObject({
      "strict-transport-security": "max-age=31536000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers["permissions-policy"]).toContain("geolocation=()");
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  it("and a private page is kept by no cache", async () => {
    const answer = await asks(house, await givenPerson()).get("/mon-compte");

    expect(answer.headers["cache-control"]).toBe("no-store");
  });
});

describe("every cookie", () => {
  it("stays with this host, on a safe channel, out of reach of scripts", async () => {
    const person = await givenPerson();
    const set = [
      await asks(house, person).post("/deconnexion"),
      await asks(house).get("/connexion").set("Cookie", "__Host-elan-dit=bonjour"),
    ].flatMap(({ headers }) => [headers["set-cookie"] ?? []].flat());

    expect(set.length).toBeGreaterThan(2);
    for (const cookie of set) {
      expect(cookie).toMatch(/^__Host-/);
      for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(cookie).toContain(attribute);
      expect(cookie).not.toContain("Domain");
    }
  });
});

describe("a failure", () => {
  it.each([
    ["an unknown page", 404, () => asks(house).get("/nulle-part")],
    ["a text too big", 413, () => asks(house).post("/connexion", { email: tooLong })],
    ["a foreign form", 403, () => asks(house).post("/connexion").set("Sec-Fetch-Site", "cross-site")],
  ])("is a page of ours with the phone number: %s", async (_what, status, ask) => {
    const answer = await ask();

    expect([answer.status, answer.type]).toEqual([status, "text/html"]);
    expect(answer.text).toContain('href="tel:0800000019"');
    expect(answer.text).toContain('href="/offres"');
  });

  it("of ours tells its number and nothing of the machine", async () => {
    const page = await whileBroken(() => asks(house).post("/connexion", { email: "a@exemple.invalid" }));
    const json = await whileBroken(() => asks(house).postJson("/connexion", { email: "a@exemple.invalid" }));

    expect(page.text).toContain(page.headers["x-request-id"]);
    expect(page.text).toContain('href="tel:0800000019"');
    expect(json.body.error).toMatchObject({ code: "unexpected", requestId: json.headers["x-request-id"] });
    expect(page.text + json.text).not.toMatch(/interne|secret@|Error:|\bat .+\.ts/);
  });

  it("is shown as missing to who may not see the page", async () => {
    const stranger = await asks(house, await givenPerson()).get("/admin/comptes");
    const nowhere = await asks(house, await givenPerson()).get("/nulle-part");

    const plain = (text: string): string => text.replaceAll("/admin/comptes", "").replaceAll("/nulle-part", "");
    expect([stranger.status, plain(stranger.text)]).toEqual([404, plain(nowhere.text)]);
  });

  it("never leads back to another site", async () => {
    const refused = await asks(house)
      .get("/nulle-part")
      .set("Host", "elan.test")
      .set("Referer", "http://elan.test//loin.invalid/");

    expect(refused.text).toContain('href="/loin.invalid/"');
    expect(refused.text).not.toContain('href="//');
  });
});
