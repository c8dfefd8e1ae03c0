import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchTable } from "./print-table.ts";
import { freePort, startSite, stopSite } from "./started-site.ts";

const offers = 20_000;
const turns = 200;

/** Whole answers over HTTP, one at a time: what a visitor waits for, page and facets included. */
export const benchSiteSearch = async (): Promise<BenchTable> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-bench-"));
  const rows: (string | number)[][] = [];
  try {
    const environment = { ...process.env, DATA_DIR: folder, LOG_LEVEL: "error" };
    execFileSync("npm", ["run", "--silent", "reset-demo", "--", "--offers", String(offers), "--cvs", "300"], {
      env: environment,
      stdio: "ignore",
    });
    const port = await freePort();
    const { child } = await startSite(folder, port);
    for (const [name, paths] of Object.entries(workloads)) rows.push([name, ...(await measure(port, paths))]);
    await stopSite(child);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    title: `Search over HTTP, ${offers} offers, ${turns} answers of each kind, one at a time`,
    columns: ["what", "p50 ms", "p95 ms", "max ms"],
    rows,
  };
};

const words = [
  "aide soignante",
  "aide soigante",
  "AIDE SOIGNANTE Tulle 20 km",
  "maçon brive",
  "cuisinier",
  "chauffeur poids lourd Ussel",
  "vendeuse",
  "electricien batiment",
  "mecanicein",
  "femme de ménage Égletons 30 km",
];
const encoded = words.map((text) => encodeURIComponent(text));

const workloads: Readonly<Record<string, readonly string[]>> = {
  "/live (no work: the peer)": ["/live"],
  "API, words": encoded.map((q) => `/api/v1/offers?q=${q}`),
  "API, words, 2 facets, 20 km": encoded.map(
    (q) => `/api/v1/offers?q=${q}&commune=19272&radius=20&contract=cdi&contract=cdd&schedule=day`,
  ),
  "API, everything by date": ["/api/v1/offers?sort=date", "/api/v1/offers?page=40", "/api/v1/offers?contract=cdi"],
  "page, words": encoded.map((q) => `/offres?q=${q}`),
  "page, everything": ["/offres", "/offres?sort=date&page=12"],
};

const measure = async (port: number, paths: readonly string[]): Promise<[number, number, number]> => {
  const ask = async (turn: number): Promise<number> => {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}${paths[turn % paths.length]}`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${paths[turn % paths.length]} answered ${answer.status}`);
    return performance.now() - began;
  };
  for (let turn = 0; turn < 20; turn += 1) await ask(turn);
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) times.push(await ask(turn));
  times.sort((one, other) => one - other);
  const at = (share: number): number => Number((times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1));
  return [at(0.5), at(0.95), at(1)];
};
