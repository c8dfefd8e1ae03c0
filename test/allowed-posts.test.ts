import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allContracts } from "#server/app.ts";
import { type Role, roles } from "#shared/kernel/actor.ts";
import type { Contract } from "#shared/kernel/contract.ts";
import { addressOf, type EveryThing, givenEveryThing } from "#test/support/every-thing.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

let house: House;
let things: EveryThing;
beforeAll(async () => {
  house = await openHouse();
  things = await givenEveryThing(house);
});
afterAll(() => house.close());

/** What no honest page sends: nothing at all, operators, lists, numbers where words are asked, a prototype. */
const hostile = [
  {},
  { email: { $ne: null }, version: { $gt: 0 }, role: { $ne: "" }, commune: { $where: "1" }, note: { $set: 1 } },
  { email: ["a", "b"], title: [1, 2], message: 7, status: [], code: -1, answer: {}, reason: ["x", "y"] },
];

const postsOf = (role: Role): readonly Contract[] =>
  allContracts()
    .filter(({ method, path }) => method === "post" && !path.includes("deconnexion"))
    .filter(({ access }) => access !== "anyone" && access.includes(role));

const ownerOf = async (role: Role): Promise<Person> =>
  role === "candidate" ? things.candidate : role === "employer" ? things.employer : givenPerson({ role });

describe.each(roles)("what %s may do, asked with what no page sends", (role) => {
  it("is done or refused with a stable code, never a fault of ours", { timeout: 120_000 }, async () => {
    const posts = postsOf(role);
    const own = await ownerOf(role);

    for (const { path } of posts)
      for (const body of hostile) {
        const answer = await asks(house, own).postJson(addressOf(path, things.params), body);

        expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(500);
        expect(answer.status, path).not.toBe(401);
        if (answer.status >= 400) expect(answer.body.error.code, path).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }

    expect(posts.length).toBeGreaterThan(0);
  });
});
