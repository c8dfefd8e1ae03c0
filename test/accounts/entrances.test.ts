import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Role, roles } from "#shared/kernel/actor.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What each address leads to, and for whom. */
const entrances: readonly (readonly [string, string, readonly Role[]])[] = [
  ["/employeur", "/employeur/offres", ["employer"]],
  ["/telephone", "/telephone/retours-entretien", ["phoneAgent", "officer", "admin"]],
  ["/admin", "/admin/moderation", ["officer", "admin"]],
];

describe.each(entrances)("%s, typed alone", (path, screen, theirs) => {
  it.each(theirs)("leads %s to a screen that answers", async (role) => {
    const as = asks(house, await givenPerson({ role }));

    const led = await as.get(path);

    expect([led.status, led.headers.location]).toEqual([303, screen]);
    expect((await as.get(screen)).status).toBeLessThan(400);
  });

  it.each(roles.filter((role) => !theirs.includes(role)))("is missing for %s", async (role) => {
    expect((await asks(house, await givenPerson({ role })).get(path)).status).toBe(404);
  });

  it("leads a visitor through sign-in and back", async () => {
    const led = await asks(house).get(path);

    expect([led.status, led.headers.location]).toEqual([303, `/connexion?suite=${encodeURIComponent(path)}`]);
  });
});
