import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { startStore } from "#server/embedded/store/start-store.ts";
import { startOtherReader } from "./other-reader.ts";

type Table = { title: string; columns: string[]; rows: (string | number)[][] };

const size = 50_000;

const offerSchema = new mongoose.Schema(
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
offerSchema.index({ status: 1, publishedAt: -1 }); // the page measured below
offerSchema.index({ commune: 1, status: 1 });
offerSchema.index({ skills: 1 });

const cvSchema = new mongoose.Schema(
  { owner: mongoose.Schema.Types.ObjectId, occupations: [String], commune: String, experiences: [{}], open: Boolean },
  { timestamps: true, autoIndex: false },
);
cvSchema.index({ owner: 1 }, { unique: true });
cvSchema.index({ occupations: 1, commune: 1 });

/** The embedded store through mongoose, in its own process, each write fsynced. */
export const benchStore = async (): Promise<Table> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-bench-"));
  let store = await startStore({ folder });
  const connection = await mongoose.createConnection(store.url, { maxPoolSize: 40 }).asPromise();
  const Offers = connection.model("Offer", offerSchema);
  const Cvs = connection.model("Cv", cvSchema);
  await Promise.all([Offers.createIndexes(), Cvs.createIndexes()]);
  const rows: Table["rows"] = [];
  const row = async (...given: Parameters<typeof measured>): Promise<void> => void rows.push(await measured(...given));

  const ids: unknown[] = [];
  await row(`insertMany, ${size} offers by 1000`, size / 1000, 1, async (n) => {
    const made = await Offers.insertMany(Array.from({ length: 1000 }, (_, i) => anOffer(n * 1000 + i)));
    ids.push(...made.map(({ _id }) => _id));
  });
  await row(`insertMany, ${size} CVs by 1000`, size / 1000, 1, (n) =>
    Cvs.insertMany(Array.from({ length: 1000 }, (_, i) => aCv(n * 1000 + i))),
  );
  const anyId = (): unknown => ids[Math.floor(Math.random() * ids.length)];
  await row("find by id, 1 at a time", 1_500, 1, () => Offers.findById(anyId()).lean());
  await row("find by id, 32 in flight (bar: 3 000/s)", 6_000, 32, () => Offers.findById(anyId()).lean());
  await row("indexed page of 20 (bar: p95 5 ms)", 1_000, 1, () =>
    Offers.find({ status: "published" }).sort({ publishedAt: -1 }).limit(20).lean(),
  );
  await row("100 by $in on _id (bar: p95 5 ms)", 300, 1, () =>
    Offers.find({ _id: mongoose.trusted({ $in: Array.from({ length: 100 }, anyId) }) }).lean(),
  );
  await row("create, 1 at a time", 500, 1, (n) => Offers.create(anOffer(size + n)));
  await row("create, 32 in flight (bar: 2 000/s)", 4_000, 32, (n) => Offers.create(anOffer(size + 500 + n)));
  await row("update by id, 32 in flight", 4_000, 32, () =>
    Offers.updateOne({ _id: anyId() }, { $inc: { "pay.min": 1 } }),
  );
  const other = await startOtherReader(store.url);
  const rowBesideOther = async (name: string, times: number, doing: () => Promise<unknown>): Promise<void> => {
    await other.longestWait();
    await row(name, times, 1, doing);
    rows.push(["… another reader waits at most, in ms (bar: 50)", await other.longestWait(), "", ""]);
  };
  for (const [name, pipeline] of statistics) await rowBesideOther(name, 5, () => Offers.aggregate(pipeline).exec());
  await rowBesideOther("update all offers in one command", 1, () => Offers.updateMany({}, { $inc: { "pay.max": 1 } }));
  other.stop();

  const { mem } = (await connection.db?.admin().serverStatus()) ?? {};
  await connection.close();
  await store.stop();
  const start = performance.now();
  store = await startStore({ folder });
  rows.push(["reopen, in ms, its own start included (bar: 3 000)", Math.round(performance.now() - start), "", ""]);
  rows.push(["resident memory before, in MB (bar: 700)", mem?.resident ?? 0, "", ""]);
  await store.stop();
  rmSync(folder, { recursive: true, force: true });
  const title = `Embedded store, ${size} offers and ${size} CVs`;
  return { title, columns: ["operation", "per second", "p50 ms", "p95 ms"], rows };
};

const statistics: [string, mongoose.PipelineStage[]][] = [
  ["group all offers by commune", [{ $group: { _id: "$commune", count: { $sum: 1 }, pay: { $avg: "$pay.min" } } }]],
  ["group with one group a document", [{ $group: { _id: "$title", pay: { $max: "$pay.max" } } }]],
  ["match without an index, sort all", [{ $match: { text: /public/ } }, { $sort: { title: 1 } }, { $limit: 20 }]],
  [
    "three facets over all",
    [
      {
        $facet: {
          status: [{ $sortByCount: "$status" }],
          skills: [{ $unwind: "$skills" }, { $sortByCount: "$skills" }],
          all: [{ $count: "n" }],
        },
      },
    ],
  ],
];

const aCv = (n: number): Record<string, unknown> => ({
  owner: new mongoose.Types.ObjectId(),
  occupations: [`M${1_000 + (n % 530)}`, `K${1_000 + (n % 410)}`],
  commune: String(19_000 + (n % 280)),
  open: n % 3 > 0,
  experiences: Array.from({ length: 3 }, (_, i) => ({
    title: `Poste ${n % 900}`,
    from: `20${10 + i}-01`,
    text: "Accueil. ".repeat(20),
  })),
});

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
