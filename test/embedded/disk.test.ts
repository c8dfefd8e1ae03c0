import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, ObjectId, serialize } from "bson";
import { open } from "lmdb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerCommand } from "#server/embedded/store/answer-command.ts";
import { openCatalog } from "#server/embedded/store/catalog.ts";
import { openCursors } from "#server/embedded/store/cursors.ts";
import { openDisk } from "#server/embedded/store/disk.ts";

type Doc = Record<string, unknown>;

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "elan-disk-"));
  path = join(folder, "documents.mdb");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a full disk", () => {
  it("refuses writes with a clear error, lets all be read and removed, and takes writes again once freed", async () => {
    let left = 10 ** 9;
    const disk = openDisk(path, () => left);
    const house = { disk, catalog: openCatalog(disk), cursors: openCursors(), startedAt: new Date() };
    const say = async (command: Doc): Promise<Doc> =>
      deserialize(await answerCommand(() => ({ ...command, $db: "elan" }), house));
    const insert = (_id: number): Promise<Doc> => say({ insert: "a", documents: [serialize({ _id })] });
    const count = async (): Promise<unknown> => (await say({ count: "a", query: {} })).n;
    await insert(1);
    await insert(2);

    left = 10 ** 6;
    const refused = [
      await insert(3),
      await say({ update: "a", updates: [{ q: {}, u: { $set: { b: 1 } } }] }),
      await say({ findAndModify: "a", query: {}, update: { $set: { b: 1 } } }),
      await say({ createIndexes: "a", indexes: [{ key: { b: 1 }, name: "b" }] }),
    ];
    const whileFull = await count();
    const removed = await say({ delete: "a", deletes: [{ q: { _id: 1 }, limit: 1 }] });
    left = 10 ** 9;
    await insert(3);

    expect(refused.map(({ ok, code }) => [ok, code])).toEqual(refused.map(() => [0, 14031]));
    expect(refused[0]?.errmsg).toMatch(/^the disk is full: 1 MB left where 96 are needed; nothing was written/);
    expect([whileFull, removed.n, await count()]).toEqual([2, 1, 2]);
    await disk.close();
  });
});

describe("a data folder of another version", () => {
  it("is refused with a sentence when unknown, and left as it was", async () => {
    const made = open<Buffer, string[]>({ path, encoding: "binary" });
    await made.put(["format"], Buffer.from(serialize({ format: 99 })));
    await made.close();
    const before = readFileSync(path);

    expect(() => openDisk(path)).toThrow(/has format 99, this version reads format 1; it was left untouched/);

    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("is brought up to date when known, without losing a document", async () => {
    const _id = new ObjectId();
    const old = open<Buffer, (string | number)[]>({ path, encoding: "binary" });
    const indexes = [{ v: 2, key: { _id: 1 }, name: "_id_", unique: true }];
    await old.put(["c", "elan.a"], Buffer.from(serialize({ ns: "elan.a", number: 1, indexes })));
    await old.put(["d", 1, 1], Buffer.from(serialize({ _id, kept: true })));
    await old.close();

    const disk = openDisk(path);
    await disk.committed();
    const collection = openCatalog(disk).find("elan.a");
    await disk.close();
    const reopened = open<Buffer, string[]>({ path, encoding: "binary" });
    const mark = deserialize(reopened.get(["format"]) ?? new Uint8Array());
    await reopened.close();

    expect([collection?.entry.options, collection?.records.size, mark.format]).toEqual([{}, 1, 1]);
  });
});
