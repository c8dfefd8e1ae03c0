import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { allContracts } from "#server/app.ts";
import { seedDemo } from "#server/demo/seed-demo.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { rebuildIndexes } from "#server/rebuild-indexes.ts";
import { roles } from "#shared/kernel/actor.ts";
import { addressOf, type EveryThing, givenEveryThing } from "#test/support/every-thing.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { works } from "#workers/works.ts";

/** Read whole by nature, or never more than a few hundred: a walk costs less than an index would. */
const small: Readonly<Record<string, string>> = {
  counters: "one document a series",
  "index-checks": "one document an index",
  restores: "one document",
  "audit-state": "one document",
  "referential-editions": "one document an import",
};

type Asked = { readonly name: string; readonly collection: string; readonly command: mongoose.mongo.Document };

let house: House;
let things: EveryThing;
let asked: Asked[] = [];
beforeAll(async () => {
  house = await openHouse();
  const { name } = mongoose.connection;
  await mongoose.disconnect();
  const url = new URL(inject("storeUrl"));
  url.pathname = `/${name}`;
  await mongoose.connect(url.href, { monitorCommands: true });
  await seedDemo({ territory: "19", offers: 1_200, cvs: 1_200 });
  things = await givenEveryThing(house);
  await house.drain();
  mongoose.connection.getClient().on("commandStarted", ({ commandName, command }) => {
    if (!(commandName in filterOf)) return;
    asked.push({ name: commandName, collection: String(command[commandName]), command: { ...command } });
  });
}, 120_000);
afterAll(() => house.close());

/** Where each command holds the filters of what it looks for. */
const filterOf: Readonly<Record<string, (command: mongoose.mongo.Document) => mongoose.mongo.Document[]>> = {
  find: ({ filter }) => [filter ?? {}],
  // Without a condition it is read in the collection's own figures.
  count: ({ query = {} }) => (Object.keys(query).length === 0 ? [] : [query]),
  distinct: ({ query }) => [query ?? {}],
  aggregate: ({ pipeline }) => [pipeline[0]?.$match ?? {}],
  findAndModify: ({ query }) => [query ?? {}],
  update: ({ updates }) => updates.map(({ q }: { q: mongoose.mongo.Document }) => q),
  delete: ({ deletes }) => deletes.map(({ q }: { q: mongoose.mongo.Document }) => q),
};

/** The searches that walk a whole collection, each once, with what they looked for. */
const walks = async (): Promise<string[]> => {
  const looked = asked.flatMap(looksOf).filter(({ collection }) => !(collection in small) && collection !== "1");
  const found = new Set<string>();
  for (const { name, collection, filter, sort, key } of looked) {
    if (key && (await firstFields(collection)).includes(key)) continue; // DISTINCT_SCAN: the index alone
    const plan = await mongoose.connection.collection(collection).find(filter, { sort }).explain("queryPlanner");
    if (JSON.stringify(plan).includes('"COLLSCAN"')) found.add(`${name} ${collection} ${shapeOf(filter)}`);
  }
  asked = [];
  return [...found].sort();
};

const looksOf = ({ name, collection, command }: Asked) =>
  (filterOf[name]?.(command) ?? []).map((filter) => ({
    name,
    collection,
    filter,
    sort: command.sort ?? {},
    key: name === "distinct" && Object.keys(filter).length === 0 ? String(command.key) : null,
  }));

const firstFields = async (collection: string): Promise<(string | undefined)[]> =>
  (await mongoose.connection.collection(collection).indexes()).map(({ key }) => Object.keys(key)[0]);

const shapeOf = (filter: mongoose.mongo.Document): string =>
  JSON.stringify(filter, (key, value) => (key === "" || typeof value === "object" ? value : "…"));

describe("every page, as everyone who may see it", () => {
  it.each(["visitor", ...roles] as const)("walks no collection for %s", { timeout: 120_000 }, async (who) => {
    const person = await personOf(who);
    asked = [];
    for (const contract of allContracts()) {
      const { access, method, path } = contract;
      if (method !== "get" || (access !== "anyone" && (who === "visitor" || !access.includes(who)))) continue;
      await asks(house, person).get(addressOf(path, things.params));
    }

    expect(await walks()).toEqual([]);
  });
});

describe("every recurring job", () => {
  it("walks no collection, but to read one whole on purpose", { timeout: 120_000 }, async () => {
    asked = [];
    for (const { job } of works.flatMap(({ recurrences }) => recurrences)) await enqueue(job, {} as never);
    await house.drain();

    expect((await walks()).filter((walk) => !walk.endsWith(" {}"))).toEqual([]);
  });

  it("is not the only one that looks: the index is made from what may be seen", async () => {
    asked = [];
    await rebuildIndexes();

    expect((await walks()).filter((walk) => !walk.endsWith(" {}"))).toEqual([]);
  });
});

const personOf = async (who: "visitor" | (typeof roles)[number]): Promise<Person | undefined> => {
  if (who === "visitor") return undefined;
  if (who === "candidate") return things.candidate;
  return who === "employer" ? things.employer : givenPerson({ role: who });
};

it("is proved on more than a thousand people", async () => {
  expect(await AccountModel.estimatedDocumentCount()).toBeGreaterThan(1_000);
});
