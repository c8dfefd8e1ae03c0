import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { startStore } from "#server/embedded/store/start-store.ts";

type Table = { title: string; columns: string[]; rows: (string | number)[][] };

const size = 20_000;

const schema = new mongoose.Schema(
  {
    title: String,
    status: String,
    commune: String,
    closesOn: String,
    publishedAt: Date,
    pay: { min: Number, max: Number },
    skills: [String],
    text: String,
  },
  { timestamps: true, autoIndex: false },
);
schema.index({ status: 1, publishedAt: -1 }); // the page measured below
schema.index({ commune: 1, status: 1 });
schema.index({ skills: 1 });

/** The embedded store through mongoose, in its own process, each write fsynced. */
export const benchStore = async (): Promise<Table> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-bench-"));
  let store = await startStore({ folder });
  const connection = await mongoose.createConnection(store.url, { maxPoolSize: 40 }).asPromise();
  const Offers = connection.model("Offer", schema);
  await Offers.createIndexes();
  const rows: Table["rows"] = [];

  const ids: unknown[] = [];
  rows.push(
    await measured(`insertMany, ${size} documents by 1000`, size / 1000, 1, async (n) => {
      const made = await Offers.insertMany(Array.from({ length: 1000 }, (_, i) => anOffer(n * 1000 + i)));
      ids.push(...made.map(({ _id }) => _id));
    }),
  );
  const anyId = (): unknown => ids[Math.floor(Math.random() * ids.length)];
  rows.push(await measured("find by id, 1 at a time", 1_500, 1, () => Offers.findById(anyId()).lean()));
  rows.push(await measured("find by id, 32 in flight", 6_000, 32, () => Offers.findById(anyId()).lean()));
  const page = (): Promise<unknown> => Offers.find({ status: "published" }).sort({ publishedAt: -1 }).limit(20).lean();
  rows.push(await measured("indexed page of 20, 1 at a time", 1_000, 1, page));
  rows.push(
    await measured("100 by $in on _id", 200, 1, () =>
      Offers.find({ _id: { $in: Array.from({ length: 100 }, anyId) } }).lean(),
    ),
  );
  rows.push(await measured("create, 1 at a time", 500, 1, (n) => Offers.create(anOffer(size + n))));
  rows.push(await measured("create, 32 in flight", 4_000, 32, (n) => Offers.create(anOffer(size + 500 + n))));
  rows.push(
    await measured("update by id, 32 in flight", 4_000, 32, () =>
      Offers.updateOne({ _id: anyId() }, { $inc: { "pay.min": 1 } }),
    ),
  );
  rows.push(
    await measured("group all by commune", 10, 1, () =>
      Offers.aggregate([{ $group: { _id: "$commune", count: { $sum: 1 } } }]),
    ),
  );

  const { mem } = (await connection.db?.admin().serverStatus()) ?? {};
  await connection.close();
  await store.stop();
  const start = performance.now();
  store = await startStore({ folder });
  rows.push(["reopen, in ms (its own start included)", Math.round(performance.now() - start), "", ""]);
  rows.push(["resident memory before, in MB", mem?.resident ?? 0, "", ""]);
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
  return { title: `Embedded store, ${size} offers`, columns: ["operation", "per second", "p50 ms", "p95 ms"], rows };
};

const anOffer = (n: number): Record<string, unknown> => ({
  title: `Offre ${n}`,
  status: n % 4 === 0 ? "closed" : "published",
  commune: String(19_000 + (n % 280)),
  closesOn: "2026-12-31",
  publishedAt: new Date(1_790_000_000_000 + ((n * 7_919) % 100_000) * 60_000),
  pay: { min: 180_000 + n, max: 220_000 },
  skills: [`s${n % 97}`, `s${n % 89}`],
  text: "Au sein d’une équipe de dix personnes, vous accueillez le public. ".repeat(8),
});

const measured = async (
  name: string,
  count: number,
  inFlight: number,
  doing: (n: number) => Promise<unknown>,
): Promise<(string | number)[]> => {
  const times: number[] = [];
  let next = 0;
  const start = performance.now();
  const lane = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const before = performance.now();
      await doing(n);
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const perSecond = Math.round((count / (performance.now() - start)) * 1000);
  times.sort((a, b) => a - b);
  return [name, perSecond, at(times, 0.5), at(times, 0.95)];
};

const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
