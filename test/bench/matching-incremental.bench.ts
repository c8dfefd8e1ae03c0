import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CvModel } from "#server/cvs/cv-model.ts";
import { startStore } from "#server/embedded/store/start-store.ts";
import { rankCvsForOffer } from "#server/matching/rank-cvs-for-offer.ts";
import { rankOffersForCv } from "#server/matching/rank-offers-for-cv.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { now } from "#server/platform/clock.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";
import { onSignal } from "#server/platform/signals.ts";
import { matchCv, matchOffer } from "#server/positionings/find-strong-matches.ts";
import { aCv } from "#test/cvs/a-cv.ts";
import { anOffer } from "#test/offers/an-offer.ts";
import { idOf } from "#test/support/actors.ts";
import { benchCvs, benchMatchOffers } from "./matching-corpus.ts";
import type { BenchTable } from "./print-table.ts";

const many = Number(process.env.BENCH_RECORDS ?? 50_000);
/** Of the offers, those whose candidates the desk looks for. */
const exclusiveEvery = 20;
const turns = 20;

/**
 * From a CV or an offer being kept in the embedded store, in its own process, to the desk having been told; the other
 * side is already there. Every turn writes a new one that fits very well, and an edit that must not be told again.
 */
export const benchIncremental = async (): Promise<BenchTable> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-incremental-"));
  const store = await startStore({ folder });
  const told: string[] = [];
  const stop = onSignal(({ name, ids }) => {
    if (name === "strong-match") told.push(`${ids.cvId} ${ids.offerId}`);
  });
  try {
    await connectMongo(store.url);
    await Promise.all([CvModel.createIndexes(), OfferModel.createIndexes()]);
    const filled = await timed(fill);
    const first = await timed(() => rankCvsForOffer(anOffer(), { limit: 1 }));
    const other = await timed(() => rankOffersForCv(aCv(), { limit: 1 }));
    const title = `A new one among ${many} CVs and ${many} offers, 1 in ${exclusiveEvery} exclusive (kept in ${round(filled)} s; tables read once in ${round(first)} and ${round(other)} s)`;
    const rows = [
      ["a CV is posted: the desk is told", ...(await repeated((turn) => newCv(turn), told))],
      ["an exclusive offer opens: the desk is told", ...(await repeated((turn) => newOffer(turn), told))],
    ];
    return { title, columns: ["what", "p50 ms", "max ms (bar 5 000)", "told once"], rows };
  } finally {
    stop();
    await disconnectMongo();
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const fill = async (): Promise<void> => {
  const updatedAt = "2026-11-01T08:00:00.000Z";
  const cvs = benchCvs(many).map(({ id, shutOutCompanyIds: _, experiences, lat, lon, ...cv }, place) => ({
    ...withoutId(aCv({ updatedAt, accountId: idOf(1_000_000 + place) })),
    ...cv,
    experiences: experiences.map((one) => ({ ...one, label: "Métier" })),
    commune: { ...aCv().commune, lat, lon },
    _id: id,
  }));
  const offers = benchMatchOffers(many).map(({ id, lat, lon, ...offer }, place) => ({
    ...withoutId(
      anOffer({ updatedAt, reference: place + 1, sequence: place + 1, exclusive: place % exclusiveEvery === 0 }),
    ),
    ...offer,
    expiresOn: "2099-12-31",
    commune: { ...anOffer().commune, lat, lon },
    _id: id,
  }));
  for (let at = 0; at < many; at += 1000) {
    // cast as the models keep them, without the documents that mongoose would make of each
    await CvModel.collection.insertMany(cvs.slice(at, at + 1000).map((cv) => CvModel.castObject(cv)) as never);
    await OfferModel.collection.insertMany(
      offers.slice(at, at + 1000).map((one) => OfferModel.castObject(one)) as never,
    );
  }
};

const withoutId = <Noun extends { id: string }>({ id: _, ...noun }: Noun): Omit<Noun, "id"> => noun;

type Written = { readonly match: () => Promise<void>; readonly id: string; readonly touch: () => Promise<unknown> };

const newCv = async (turn: number): Promise<Written> => {
  const id = idOf(9_000_000 + turn);
  const cv = withoutId(aCv({ accountId: id, updatedAt: now().toISOString() }));
  await CvModel.create({ ...cv, _id: id } as never);
  const touch = () => CvModel.updateOne({ _id: id }, { $set: { updatedAt: now() }, $inc: { version: 1 } });
  return { id, touch, match: () => matchCv(id) };
};

const newOffer = async (turn: number): Promise<Written> => {
  const id = idOf(9_500_000 + turn);
  const numbers = { reference: 9_500_000 + turn, sequence: 9_500_000 + turn };
  const open = { exclusive: true, expiresOn: "2099-12-31", updatedAt: now().toISOString() };
  const offer = withoutId(anOffer({ ...numbers, ...open }));
  await OfferModel.create({ ...offer, _id: id } as never);
  const touch = () => OfferModel.updateOne({ _id: id }, { $set: { updatedAt: now() }, $inc: { version: 1 } });
  return { id, touch, match: () => matchOffer(id) };
};

const repeated = async (write: (turn: number) => Promise<Written>, told: string[]): Promise<(string | number)[]> => {
  const times: number[] = [];
  let once = true;
  for (let turn = 0; turn < turns; turn++) {
    const begun = performance.now();
    const { id, match, touch } = await write(turn);
    await match();
    times.push(Math.round(performance.now() - begun));
    await touch();
    await match();
    const mine = told.filter((pair) => pair.includes(id));
    once &&= mine.length > 0 && new Set(mine).size === mine.length;
  }
  times.sort((one, other) => one - other);
  return [times[turns / 2] ?? 0, times.at(-1) ?? 0, once ? "yes" : "NO"];
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const round = (ms: number): number => Math.round(ms / 100) / 10;
