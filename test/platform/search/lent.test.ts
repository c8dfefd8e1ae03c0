import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { embeddedEngine } from "#server/platform/search/embedded/engine.ts";
import type { Channel } from "#server/platform/search/lent/channel.ts";
import { lendEngine } from "#server/platform/search/lent/lend-engine.ts";
import { lentEngine } from "#server/platform/search/lent/lent-engine.ts";
import type { SearchEngine } from "#server/platform/search/port.ts";
import { aDefinition, aDocument, aQuery } from "./search-fixtures.ts";

/** Both ends of a line that copies what it carries, as between two processes. */
const aLine = (): readonly [Channel, Channel] => {
  const ends = [new EventEmitter(), new EventEmitter()] as const;
  const end = (own: EventEmitter, other: EventEmitter): Channel => ({
    send: (message) => void setImmediate(() => other.emit("message", structuredClone(message))),
    hear: (heard) => void own.on("message", heard),
  });
  return [end(ends[0], ends[1]), end(ends[1], ends[0])];
};

const aPair = (holding: SearchEngine = embeddedEngine()): { holding: SearchEngine; workers: SearchEngine } => {
  const [web, beside] = aLine();
  lendEngine(holding, web);
  return { holding, workers: lentEngine(beside) };
};

const definition = aDefinition("offers");

describe("an index that workers write into from the process beside", () => {
  it("finds what they put as soon as they are told so, and no longer what they removed", async () => {
    const { holding, workers } = aPair();
    const index = await holding.open(definition);
    const theirs = await workers.open(definition);

    await theirs.put([aDocument("a", { title: "Menuisier" }), aDocument("b", { title: "Boulanger" })]);
    expect((await index.search(aQuery({ text: "menuisier" }))).hits.map(({ id }) => id)).toEqual(["a"]);
    expect(await theirs.count()).toBe(2);

    await theirs.remove(["a"]);
    expect(await index.count()).toBe(1);
  });

  it("keeps the version of a removal, so that a late writing does not bring the document back", async () => {
    const { holding, workers } = aPair();
    const index = await holding.open(definition);
    const theirs = await workers.open(definition);

    await theirs.remove(["a"], 3);
    await theirs.put([aDocument("a", { version: 2 })]);
    expect(await index.count()).toBe(0);
    await theirs.put([aDocument("a", { version: 4 })]);
    expect(await index.count()).toBe(1);
  });

  it("tells each asker its own answer, failures too", async () => {
    const refusing: SearchEngine = {
      ...embeddedEngine(),
      open: async (wanted) => ({
        ...(await embeddedEngine().open(wanted)),
        put: async ([first]) => {
          if (first?.id === "wrong") throw new Error("no room for wrong");
        },
      }),
    };
    const theirs = await aPair(refusing).workers.open(definition);

    const asked = ["a", "wrong", "b"].map((id) => theirs.put([aDocument(id)]));
    const told = await Promise.allSettled(asked);
    expect(told.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    await expect(asked[1]).rejects.toThrow("no room for wrong");
  });

  it("refuses to write where nothing was opened, and stays deaf to other messages", async () => {
    const [web, beside] = aLine();
    lendEngine(embeddedEngine(), web);
    const answers: unknown[] = [];
    beside.hear((message) => answers.push(message));

    beside.send({ ask: 1, index: "offers", call: "put", given: [[aDocument("a")]] });
    beside.send({ ask: 2, result: "not a question" });
    await expect.poll(() => answers).toEqual([{ ask: 1, result: null, failed: "the index offers was not opened" }]);
  });
});
