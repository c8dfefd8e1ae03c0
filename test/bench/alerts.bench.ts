import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import type { Corpus } from "./alerts-corpus.ts";
import type { BenchTable } from "./print-table.ts";

const sizes = [
  { searches: 1_000, offers: 1_000, corpus: "any" },
  { searches: 100_000, offers: 1_000, corpus: "any" },
  { searches: 100_000, offers: 5_000, corpus: "any" },
  { searches: 1_000_000, offers: 5_000, corpus: "any" },
  { searches: 100_000, offers: 5_000, corpus: "plain" },
  { searches: 1_000_000, offers: 5_000, corpus: "plain" },
] as const;

const saidOf: Record<Corpus, string> = { any: "every shape", plain: "a trade around home" };

/** Searches given to the other ways before their time is multiplied: whole, they would last minutes. */
const sampled = 200;

const Engine = z.object({ index: z.number(), match: z.number(), cpu: z.number(), pairs: z.number(), rss: z.number() });
const Peers = z.object({ brute: z.number(), mini: z.number() });

/** A morning's run without its mails: saved searches, compiled when they were saved, against the day's offers. */
export const benchAlerts = async (): Promise<BenchTable> => {
  const rows: (string | number)[][] = [];
  for (const { searches, offers, corpus } of sizes) {
    const { index, match, cpu, pairs, rss } = Engine.parse(await inChild("engine", { searches, offers, corpus }));
    const { brute, mini } = Peers.parse(await inChild("peers", { searches: sampled, offers, corpus }));
    const others = [brute, mini].map((each) => seconds(each * searches));
    const ours = [seconds(index), seconds(index + match), seconds(cpu), Math.round(pairs / searches), rss];
    rows.push([`${searches} × ${offers}, ${saidOf[corpus]}`, ...ours, ...others]);
  }
  return {
    title: "Alerts: every saved search against the day's offers, one core",
    columns: [
      "searches × offers",
      "index s",
      "index + match s",
      "of processor s",
      "answers a search",
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
  const { build, mean, cpu, p50, p95, rss } = Instant.parse(
    await inChild("instant", { searches, offers, corpus: "any" }),
  );
  return {
    title: "Instant alerts: one offer against every saved search, one core",
    columns: ["searches", "offers", "built in s", "mean ms", "of processor ms", "p50 ms", "p95 ms", "RSS MB"],
    rows: [[searches, offers, seconds(build), mean, cpu, p50, p95, rss]],
  };
};

type Asked = { readonly searches: number; readonly offers: number; readonly corpus: Corpus };

const inChild = async (what: string, { searches, offers, corpus }: Asked): Promise<unknown> => {
  const child = ["--import", "tsx", "test/bench/alerts-child.ts", what, String(searches), String(offers), corpus];
  const { stdout } = await promisify(execFile)(process.execPath, child);
  return JSON.parse(stdout);
};

const seconds = (ms: number): number => Number((ms / 1000).toFixed(3));
