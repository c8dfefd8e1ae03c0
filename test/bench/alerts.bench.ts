import { fitsSearch } from "#shared/alerts/fits-search.ts";
import { indexDay, matchSearch } from "#shared/alerts/match-alerts.ts";
import { randomOffers, randomSearches } from "#test/alerts/random-day.ts";
import type { BenchTable } from "./print-table.ts";

const sizes = [
  { searches: 1_000, offers: 1_000 },
  { searches: 100_000, offers: 1_000 },
  { searches: 100_000, offers: 5_000 },
] as const;

/** Pairs that brute force is given before its time is multiplied: whole, it would last minutes. */
const sampled = 200;

/** A morning's run without its mails: saved searches, already compiled, against the day's offers. */
export const benchAlerts = async (): Promise<BenchTable> => {
  const rows = sizes.map(({ searches, offers }) => measure(searches, offers));
  return {
    title: "Alerts: every saved search against the day's offers, one core",
    columns: ["searches × offers", "index s", "match s", "pairs found", "brute force s (from 200 searches)", "RSS MB"],
    rows,
  };
};

const measure = (searches: number, offers: number): (string | number)[] => {
  const day = randomOffers(offers, 1);
  const saved = randomSearches(searches, 2);
  const [index, indexing] = timed(() => indexDay(day));
  const [pairs, matching] = timed(() => saved.reduce((sum, search) => sum + matchSearch(index, search).length, 0));
  const some = saved.slice(0, sampled);
  const [bruteFound, brute] = timed(() =>
    some.reduce((sum, search) => sum + day.filter((offer) => fitsSearch(search, offer)).length, 0),
  );
  const found = some.reduce((sum, search) => sum + matchSearch(index, search).length, 0);
  if (found !== bruteFound) throw new Error(`the index found ${found} pairs, brute force ${bruteFound}`);
  const wholeBrute = (brute * searches) / some.length;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  return [`${searches} × ${offers}`, seconds(indexing), seconds(matching), pairs, seconds(wholeBrute), memory];
};

const timed = <Result>(run: () => Result): [Result, number] => {
  const started = performance.now();
  const result = run();
  return [result, performance.now() - started];
};

const seconds = (ms: number): number => Number((ms / 1000).toFixed(3));
