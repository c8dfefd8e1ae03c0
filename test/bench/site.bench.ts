import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchTable } from "./print-table.ts";
import { freePort, startSite, stopSite } from "./started-site.ts";

const seconds = 5;
const inFlight = 20;

/** The whole product as a newcomer starts it: time to the first page, then pages per second beside the bare /live. */
export const benchSite = async (): Promise<BenchTable> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-bench-"));
  const port = await freePort();
  const rows: (string | number)[][] = [];
  try {
    const first = await startSite(folder, port);
    rows.push(["first start, empty folder, demo seeded", first.ms, "", ""]);
    await stopSite(first.child);
    const second = await startSite(folder, port);
    rows.push(["start again", second.ms, "", ""]);
    const base = `http://127.0.0.1:${port}`;
    const offer = (await (await fetch(`${base}/api/v1/offers`)).json()) as { offers: { url: string }[] };
    const page = new URL(offer.offers[0]?.url ?? base).pathname;
    for (const [name, path] of [
      ["/live (no work: the peer)", "/live"],
      ["home", "/"],
      ["offer page", page],
      ["search page, words and place", "/offres?q=aide-soignante+Tulle+20+km"],
      ["search API, words and place", "/api/v1/offers?q=aide-soignante&commune=19272&radius=20"],
    ] as const)
      rows.push([name, ...(await load(base + path))]);
    await stopSite(second.child);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    title: `The site, ${inFlight} requests in flight from this process`,
    columns: ["what", "ms (start) or per second", "p50 ms", "p95 ms"],
    rows,
  };
};

const load = async (url: string): Promise<[number, number, number]> => {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const visitor = async (): Promise<void> => {
    while (performance.now() < until) {
      const began = performance.now();
      const answer = await fetch(url);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, visitor));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return [times.length / seconds, at(0.5), at(0.95)];
};
