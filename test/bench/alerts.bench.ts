import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import type { BenchTable } from "./print-table.ts";

const sizes = [
  { searches: 1_000, offers: 1_000 },
  { searches: 100_000, offers: 1_000 },
  { searches: 100_000, offers: 5_000 },
  { searches: 1_000_000, offers: 5_000 },
] as const;

/** Searches given to the other ways before their time is multiplied: whole, they would last minutes. */
const sampled = 200;

const Engine = z.object({ index: z.number(), match: z.number(), cpu: z.number(), pairs: z.number(), rss: z.number() });
const Peers = z.object({ brute: z.number(), mini: z.number() });

/** A morning's run without its mails: saved searches, compiled when they were saved, against the day's offers. */
export const benchAlerts = async (): Promise<BenchTable> => {
  const rows: (string | number)[][] = [];
  for (const { searches, offers } of sizes) {
    const { index, match, cpu, pairs, rss } = Engine.parse(await inChild("engine", searches, offers));
    const { brute, mini } = Peers.parse(await inChild("peers", sampled, offers));
    const others = [brute, mini].map((each) => seconds(each * searches));
    rows.push([`${searches} × ${offers}`, seconds(index), seconds(index + match), seconds(cpu), pairs, rss, ...others]);
  }
  return {
    title: "Alerts: every saved search against the day's offers, one core",
    columns: [
      "searches × offers",
      "index s",
      "index + match s",
      "of processor s",
      "pairs found",
      "RSS MB",
      `brute force s (from ${sampled} searches)`,
      `MiniSearch, one query a search s (from ${sampled})`,
    ],
    rows,
  };
};

const Instant = z.object({
  build: z.number(),
  mean: z.number(),
  cpu: z.number(),
  p50: z.number(),
  p95: z.number(),
  rss: z.number(),
});

/** One offer at a time, as it is published, against every search kept in memory. */
export const benchInstantAlerts = async (): Promise<BenchTable> => {
  const [searches, offers] = [100_000, 1_000];
  const { build, mean, cpu, p50, p95, rss } = Instant.parse(await inChild("instant", searches, offers));
  return {
    title: "Instant alerts: one offer against every saved search, one core",
    columns: ["searches", "offers", "built in s", "mean ms", "of processor ms", "p50 ms", "p95 ms", "RSS MB"],
    rows: [[searches, offers, seconds(build), mean, cpu, p50, p95, rss]],
  };
};

const inChild = async (what: string, searches: number, offers: number): Promise<unknown> => {
  const child = ["--import", "tsx", "test/bench/alerts-child.ts", what, String(searches), String(offers)];
  const { stdout } = await promisify(execFile)(process.execPath, child);
  return JSON.parse(stdout);
};

const seconds = (ms: number): number => Number((ms / 1000).toFixed(3));
