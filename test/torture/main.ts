import { spawnSync } from "node:child_process";

type Torture = {
  readonly why: string;
  readonly files: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Run by itself instead of test files. */
  readonly program?: string;
};

/** The long proofs, each alone by name; the suite runs a short form of each. */
const tortures: Readonly<Record<string, Torture>> = {
  kills: {
    why: "200 kill -9 of the store under mixed writes: nothing acknowledged is lost",
    files: ["test/embedded/kill.test.ts"],
    environment: { TORTURE_KILLS: "200" },
  },
  dispatch: {
    why: "10 000 mails, a relay that fails in every way, 150 workers killed at every step: none lost, none doubled beyond its policy",
    files: ["test/torture/dispatch.test.ts"],
    environment: { TORTURE_DISPATCHES: "10000", TORTURE_DEATHS: "150" },
  },
  alerts: {
    why: "100 instant runs for 100 people, killed with -9 at each write, some beside another run: each offer once",
    files: ["test/torture/instant-alerts.test.ts"],
    environment: { TORTURE_ALERT_DEATHS: "100", TORTURE_ALERT_PEOPLE: "100" },
  },
  faults: {
    why: "every engine refused, reset, silent, two seconds away, at 1 kB a second, stopped for ten minutes",
    files: ["test/faults"],
    environment: { TORTURE_FAULTS: "all" },
  },
  mails: {
    why: "2 000 mails through a relay that fails every other connection: none lost, no digest twice",
    files: ["test/messages/mail-storm.test.ts"],
    environment: { TORTURE_MAILS: "1000" },
  },
  search: {
    why: "300 random lives of offers and of CVs while the index and the queue fail: search shows the truth once quiet, never more",
    files: [
      "test/offers/index-faults.test.ts",
      "test/offers/index-two-workers.test.ts",
      "test/cvs/seen-at-once.test.ts",
    ],
    environment: { TORTURE_SEQUENCES: "300" },
  },
  load: {
    why: "50 000 offers, 50 000 CVs, mixed traffic from a second process: figures, breaking point, five times too much",
    files: [],
    environment: {},
    program: "test/torture/load.ts",
  },
  soak: {
    why: "30 minutes at 50 a second (`soak 10` for ten): memory flat, index equal to the store",
    files: [],
    environment: {},
    program: "test/torture/soak.ts",
  },
};

const minutes = process.argv.slice(2).find((word) => /^\d+$/.test(word));
const asked = process.argv.slice(2).filter((word) => word !== minutes);
const unknown = asked.filter((name) => !(name in tortures));
if (unknown.length > 0) {
  process.stderr.write(`No torture is called ${unknown.join(", ")}. There are: ${Object.keys(tortures).join(", ")}.\n`);
  process.exit(2);
}

let failed = false;
for (const [name, torture] of Object.entries(tortures)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n${name}: ${torture.why}\n`);
  const command = torture.program ? ["tsx", torture.program] : ["vitest", "run", ...torture.files];
  const { status } = spawnSync("npx", command, {
    stdio: "inherit",
    env: { ...process.env, ...torture.environment, ...(minutes && { SOAK_MINUTES: minutes }) },
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
