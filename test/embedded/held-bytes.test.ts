import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openCollection } from "#server/embedded/store/collection.ts";
import { openDisk } from "#server/embedded/store/disk.ts";
import { encode, type Stored } from "#server/embedded/store/stored-document.ts";

const folder = mkdtempSync(join(tmpdir(), "elan-held-"));
const disk = openDisk(join(folder, "documents.mdb"));

afterAll(async () => {
  await disk.close();
  rmSync(folder, { recursive: true, force: true });
});

const kept = ({ bytes }: Stored): number => bytes.buffer.byteLength - bytes.length;

describe("a document held in memory", () => {
  it("keeps its own bytes only, never the message they came in nor the pool they were written in", () => {
    const things = openCollection(disk, { ns: "held.things", number: 1, indexes: [], options: {} });
    const message = Buffer.alloc(5_000);
    const sent = encode({ _id: "sent", title: "Soudeur" });
    message.set(sent, 100);

    const inserted = things.insert(message.subarray(100, 100 + sent.length));
    const made = things.insert({ title: "Menuisier" });
    const changed = things.replace(made, encode({ _id: "made", title: "Boulanger" }));

    expect([inserted, made, changed].map(kept)).toEqual([0, 0, 0]);
    expect(things.records.size).toBe(2);
  });
});
