import mongoose from "mongoose";
import type { Response } from "supertest";
import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allContracts } from "#server/app.ts";
import { now, setClock } from "#server/platform/clock.ts";
import { slices } from "#server/slices.ts";
import { type Role, roles } from "#shared/kernel/actor.ts";
import type { Contract } from "#shared/kernel/contract.ts";
import {
  addressOf,
  changedBetween,
  type EveryThing,
  everyDocument,
  givenEveryThing,
} from "#test/support/every-thing.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let things: EveryThing;
beforeAll(async () => {
  house = await openHouse();
  things = await givenEveryThing(house);
  setClock(now()); // time stands still: a session's last sight is written once a minute
});
afterAll(() => house.close());

const contracts = allContracts().filter(({ method }) => method !== "delete");
const everyone = ["visitor", ...roles] as const;
type Who = (typeof everyone)[number];

const allowed = ({ access }: Contract, who: Who): boolean =>
  access === "anyone" || (who !== "visitor" && access.includes(who));

/** The owners of the things for their roles, somebody new for the others. */
const personOf = async (role: Role): Promise<Person> =>
  role === "candidate" ? things.candidate : role === "employer" ? things.employer : givenPerson({ role });

const call = (contract: Contract, as: ReturnType<typeof asks>, kind: "page" | "json"): supertest.Test => {
  const address = addressOf(contract.path, things.params);
  if (contract.method === "get") return kind === "page" ? as.get(address) : as.getJson(address);
  return kind === "page" ? as.post(address) : as.postJson(address);
};

const named = ({ method, path }: Contract): string => `${method} ${path}`;

const headers = {
  "content-security-policy": /script-src 'self'.*frame-ancestors 'none'/,
  "strict-transport-security": /max-age=\d{8}/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /origin/,
  "cross-origin-opener-policy": /^same-origin$/,
  // The door of an event alone may ask for the camera (test/events/door.test.ts).
  "permissions-policy": /camera=\((self)?\)/,
} as const;

/** The headers that are missing from an answer. */
const bare = (response: Response): string[] =>
  Object.entries(headers)
    .filter(([name, expected]) => !expected.test(response.headers[name] ?? ""))
    .map(([name]) => name);

describe("every endpoint", () => {
  it("says who may call it, once", () => {
    for (const contract of contracts) {
      expect(contract.access === "anyone" || contract.access.length > 0, named(contract)).toBe(true);
      expect(contract.summary.length, named(contract)).toBeGreaterThan(5);
    }
    expect(contracts.map(named).filter((one, at, all) => all.indexOf(one) !== at)).toEqual([]);
  });

  it("has a contract: no route is bound beside them", () => {
    const bound = slices.flatMap(({ router }) =>
      router.stack.flatMap(({ route }) => (route?.stack ?? []).map(({ method }) => `${method} ${route?.path}`)),
    );

    expect(bound.filter((route) => !allContracts().some((contract) => named(contract) === route))).toEqual([]);
    expect(bound).toHaveLength(allContracts().length);
  });
});

describe.each(everyone)("as %s", (who) => {
  it("what is not theirs is refused, tells nothing and changes nothing", { timeout: 120_000 }, async () => {
    const as = asks(house, who === "visitor" ? undefined : await personOf(who));
    const denied = contracts.filter((contract) => !allowed(contract, who));
    const before = await everyDocument([...keptAside, ...counters]);

    for (const contract of denied) {
      await mongoose.connection.collection("attempts").deleteMany({}); // nobody sends every form in a minute
      const page = await call(contract, as, "page");
      const json = await call(contract, as, "json");

      expect(bare(page), named(contract)).toEqual([]);
      expect(json.status, named(contract)).toBe(who === "visitor" ? 401 : 404);
      expect(page.text + json.text, named(contract)).not.toMatch(/canari|Les Tilleuls fictifs/);
      if (who !== "visitor") expect(page.status, named(contract)).toBe(404);
      else expect([page.status, page.headers.location], named(contract)).toEqual(toSignIn(contract, page));
    }

    expect(denied.length).toBeGreaterThan(20);
    expect(changedBetween(before, await everyDocument([...keptAside, ...counters]))).toEqual([]);
  });

  it("what is theirs answers, and looking changes nothing", { timeout: 120_000 }, async () => {
    const person = who === "visitor" ? undefined : await personOf(who);
    const looks = contracts.filter((contract) => contract.method === "get" && allowed(contract, who));

    let before = await everyDocument(counters);
    for (const contract of looks) {
      const page = await call(contract, asks(house, person), "page");
      const after = await everyDocument(counters);
      const changed = changedBetween(before, after).filter((name) => !written[named(contract)]?.includes(name));
      before = after;

      expect(page.status, named(contract)).toBeLessThan(500);
      expect(bare(page), named(contract)).toEqual([]);
      expect(changed, named(contract)).toEqual([]);
    }
  });

  it("an address that does not exist is missing", async () => {
    const as = asks(house, who === "visitor" ? undefined : await personOf(who));

    for (const path of ["/nulle-part", "/admin/rien", "/employeur/rien", "/api/v1/rien", "/api/v2/offers"]) {
      const answers = [await as.get(path), await as.getJson(path), await as.post(path)];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect(answers.flatMap(bare)).toEqual([]);
    }
  });
});

/** What a lost session had typed is kept for a day, behind an address nobody guesses (server/http/kept-form.ts). */
const keptAside = ["kept_forms"];

/** Tries at a link are counted, against guessing (server/http/rate-limit.ts). */
const counters = ["attempts"];

/** The only looks that write, and what: the person behind a CV reads who opened it, employers have a
 * daily quota, and the audit log keeps who of the staff read whose name. */
const written: Readonly<Record<string, readonly string[]>> = {
  "get /cvtheque/:cvId": ["cv-views", "cv-look-days", "audit"],
  "get /bureau/positionnements/:positioningId": ["audit"],
  "get /telephone/retours-entretien/:feedbackId": ["audit"],
  "get /mon-compte/mes-donnees.json": ["audit"],
};

/** A visitor's page leads through sign-in and back; a button pressed without a session may only be refused. */
const toSignIn = ({ method, path }: Contract, { status }: Response): unknown[] =>
  method === "post" && status === 401
    ? [401, undefined]
    : [
        303,
        expect.stringMatching(
          method === "get"
            ? `^/connexion\\?suite=${encodeURIComponent(addressOf(path, things.params)).replace(/[.]/g, "\\.")}$`
            : "^/connexion\\?suite=%2Freprise%2F",
        ),
      ];

describe("the answers that are no endpoint", () => {
  it("carry the security headers too", async () => {
    const styles = /href="(\/assets\/[^"]+\.css)"/.exec((await asks(house).get("/")).text)?.[1] ?? "";
    const plain = supertest(house.app);
    const answers = await Promise.all(
      [styles, "/assets/rien.css", "/live", "/ready", "/metrics", "/%E0%A4%A"].map((path) => plain.get(path)),
    );
    const refused = [
      await plain.post("/connexion").send({ email: "a@exemple.invalid" }),
      await plain.delete("/offres"),
    ];

    expect(answers[0]?.status).toBe(200);
    expect([...answers, ...refused].flatMap(bare)).toEqual([]);
    expect(refused.map(({ status }) => status)).toEqual([403, 403]);
  });
});
