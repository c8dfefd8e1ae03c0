import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { runningStore } from "#server/embedded/store/start-store.ts";
import { anyOf } from "#server/platform/filter.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";
import { type Drift, indexChecks } from "#server/platform/search/index-check.ts";
import { freePort, startSite, stopSite } from "#test/bench/started-site.ts";
import type { PhaseReport, Plan } from "./client.ts";
import { givenAdmin, givenTargets } from "./given-targets.ts";

export type SiteUnderLoad = {
  readonly url: string;
  readonly folder: string;
  /** Plays the phases from a second process; tells each as it ends. */
  readonly play: (phases: Plan["phases"], each: (report: PhaseReport) => void) => Promise<void>;
  /** How many of these applications the store holds. */
  readonly keptOf: (applications: readonly string[]) => Promise<number>;
  /** Ten seconds after quiet: how far the index is from the store, as the nightly comparison finds it. */
  readonly drift: () => Promise<Drift>;
  readonly stop: () => Promise<void>;
};

/**
 * The product as `npm start` runs it, with a demonstration of so many offers and CVs, and people signed in.
 * LOAD_DATA names a folder made before by `npm run reset-demo`, copied instead of made again.
 */
export const siteUnderLoad = async (size: { offers: number; cvs: number }): Promise<SiteUnderLoad> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-load-"));
  fillFolder(folder, size);
  const port = await freePort();
  const { child } = await startSite(folder, port);
  /** Connected only meanwhile: a third client must weigh nothing during the load. */
  const inStore = async <Result>(look: () => Promise<Result>): Promise<Result> => {
    await connectMongo((await runningStore(join(folder, "store"))) ?? "");
    try {
      return await look();
    } finally {
      await disconnectMongo();
    }
  };
  const targets = await inStore(givenTargets);
  let client: ChildProcess | null = null;

  return {
    url: `http://127.0.0.1:${port}`,
    folder,
    play: async (phases, each) => {
      const visitors = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "client.ts")], {
        stdio: ["pipe", "pipe", "inherit"],
      });
      client = visitors;
      visitors.stdin.end(JSON.stringify({ port, targets, phases } satisfies Plan));
      // what the client writes is its own report, made from this type
      for await (const line of createInterface({ input: visitors.stdout })) each(JSON.parse(line) as PhaseReport);
    },
    keptOf: (ids) => inStore(() => countKept(ids)),
    drift: async () => {
      await pause(10_000);
      const asked = new Date();
      const started = await fetch(`http://127.0.0.1:${port}/admin/taches/reconcile-offer-index/lancement`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie: await inStore(givenAdmin), "sec-fetch-site": "same-origin" },
      });
      const leadsTo = started.headers.get("location");
      if (leadsTo !== "/admin/taches") throw new Error(`the comparison did not start: ${started.status} ${leadsTo}`);
      return inStore(() => comparedSince(asked));
    },
    stop: async () => {
      client?.kill();
      await stopSite(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** How many of these applications the store holds. */
const countKept = async (ids: readonly string[]): Promise<number> => {
  let found = 0;
  for (let from = 0; from < ids.length; from += 500)
    found += await ApplicationModel.countDocuments({ _id: anyOf(ids.slice(from, from + 500)) });
  return found;
};

const comparedSince = async (asked: Date): Promise<Drift> => {
  for (let tries = 0; tries < 240; tries += 1) {
    const [check] = await indexChecks();
    if (check && check.at >= asked) return check;
    await pause(500);
  }
  throw new Error("the index was not compared within two minutes");
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const fillFolder = (folder: string, { offers, cvs }: { offers: number; cvs: number }): void => {
  const made = process.env.LOAD_DATA;
  if (made !== undefined && existsSync(join(made, "store"))) {
    cpSync(join(made, "store"), join(folder, "store"), {
      recursive: true,
      filter: (path) => !path.endsWith(".sock"),
    });
    return;
  }
  execFileSync("npm", ["run", "--silent", "reset-demo", "--", "--offers", String(offers), "--cvs", String(cvs)], {
    env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: "error" },
    stdio: "ignore",
  });
};
