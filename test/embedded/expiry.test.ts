import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openCatalog } from "#server/embedded/store/catalog.ts";
import { openDisk } from "#server/embedded/store/disk.ts";
import { expireDocuments } from "#server/embedded/store/expire-documents.ts";
import { atOnce } from "#server/embedded/store/pauses.ts";
import { documentOf } from "#server/embedded/store/stored-document.ts";

it("a TTL index removes what is over, and only dates count (manual: core/index-ttl)", async () => {
  const folder = mkdtempSync(join(tmpdir(), "elan-ttl-"));
  const disk = openDisk(join(folder, "documents.mdb"));
  const catalog = openCatalog(disk);
  const sessions = catalog.ensure("elan.sessions");
  atOnce(sessions.addIndex({ name: "ttl", key: { at: 1 }, expireAfterSeconds: 60 }));
  const now = new Date("2026-11-22T10:00:00Z");
  const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
  for (const at of [before(61), before(59), [before(5), before(90)], "2020-01-01", null]) sessions.insert({ at });

  const removed = atOnce(expireDocuments(catalog, now));

  expect(removed).toBe(2);
  expect([...sessions.records.values()].map((stored) => documentOf(stored).at)).toEqual([
    before(59),
    "2020-01-01",
    null,
  ]);
  await disk.close();
  rmSync(folder, { recursive: true, force: true });
});

it("a time series and a clustered collection lose what is past their life (manual: timeseries-automatic-removal)", async () => {
  const folder = mkdtempSync(join(tmpdir(), "elan-ttl-"));
  const disk = openDisk(join(folder, "documents.mdb"));
  const catalog = openCatalog(disk);
  const series = catalog.ensure("elan.series", { timeseries: { timeField: "at" }, expireAfterSeconds: 60 });
  const clustered = catalog.ensure("elan.clustered", { clusteredIndex: { key: { _id: 1 } }, expireAfterSeconds: 60 });
  const now = new Date("2026-11-22T10:00:00Z");
  const [old, young] = [new Date(now.getTime() - 61_000), new Date(now.getTime() - 59_000)];
  for (const at of [old, young]) series.insert({ at });
  for (const _id of [old, young, "2020-01-01"]) clustered.insert({ _id });

  const removed = atOnce(expireDocuments(catalog, now));

  expect(removed).toBe(2);
  expect([...series.records.values()].map((stored) => documentOf(stored).at)).toEqual([young]);
  expect([...clustered.records.values()].map((stored) => documentOf(stored)._id)).toEqual([young, "2020-01-01"]);
  await disk.close();
  rmSync(folder, { recursive: true, force: true });
});
