import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { site, useSite } from "#server/platform/site.ts";
import { type House, openHouse } from "#test/support/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  useSite({ ...site(), publicUrl: "https://emploi.invalid" });
});
afterAll(() => house.close());

const methods = ["post", "put", "patch", "delete"] as const;
const sites = ["same-origin", "none", "same-site", "cross-site", undefined];
const origins = [
  "http://elan.test",
  "https://emploi.invalid",
  "http://elan.test.invalid",
  "http://elan.test:81",
  "null",
  undefined,
];
const ours = new Set(["http://elan.test", "https://emploi.invalid"]);

const cells = methods.flatMap((method) =>
  sites.flatMap((fetchSite) => origins.map((origin) => ({ method, fetchSite, origin }))),
);

/** The browser's own word first; without it, the page's address; without either, no. */
const mayAct = ({ fetchSite, origin }: (typeof cells)[number]): boolean =>
  fetchSite === undefined ? origin !== undefined && ours.has(origin) : ["same-origin", "none"].includes(fetchSite);

const send = ({ method, fetchSite, origin }: (typeof cells)[number]): supertest.Test => {
  const request = supertest(house.app)[method]("/connexion/lien/un-jeton-qui-n-existe-pas").set("Host", "elan.test");
  if (fetchSite) request.set("Sec-Fetch-Site", fetchSite);
  if (origin) request.set("Origin", origin);
  return request.set("Accept", "application/json").send({});
};

describe("a request that acts", () => {
  it.each(cells)("by $method from $fetchSite, page $origin", async (cell) => {
    const answer = await send(cell);

    expect(answer.status === 403).toBe(!mayAct(cell));
    if (!mayAct(cell)) expect(answer.body.error.code).toBe("cross-site-request");
  });

  it("needs no such thing when it only reads", async () => {
    const answer = await supertest(house.app).get("/connexion").set("Sec-Fetch-Site", "cross-site");

    expect(answer.status).toBe(200);
  });

  it("cannot hide its method in a field or a header", async () => {
    const before = await AccountModel.countDocuments();

    const answer = await supertest(house.app).get("/deconnexion?_method=POST").set("X-HTTP-Method-Override", "POST");

    expect(answer.status).toBe(404);
    expect(await AccountModel.countDocuments()).toBe(before);
  });
});
