import { cpus, loadavg } from "node:os";
import { printTable } from "#test/bench/print-table.ts";
import type { PhaseReport } from "#test/load/client.ts";
import { type ProcessName, processNames, sumOf, usedBy } from "#test/load/processes.ts";
import { siteUnderLoad } from "#test/load/site-under-load.ts";

/** `npm run torture -- load`: what the product bears, where it breaks, and how it comes back. */
const size = { offers: 50_000, cvs: 50_000 };
const target = 500;
const warmUp = { perSecond: 100, seconds: 20 };
const steps = (...rates: number[]) => rates.map((perSecond) => ({ perSecond, seconds: 20 }));
const held = { perSecond: target, seconds: 60 };
const flood = { perSecond: 5 * target, seconds: 10 };
const after = { perSecond: 100, seconds: 20 };

const site = await siteUnderLoad(size);
const rows: (string | number)[][] = [];
const reports: PhaseReport[] = [];
let usedBefore = usedBy(site.folder);

const tell = (report: PhaseReport): void => {
  const used = usedBy(site.folder);
  const cpuOf = (name: ProcessName): string => {
    const [before, after] = [usedBefore, used].map((list) => sumOf(list, name, ({ cpuMs }) => cpuMs));
    return (((after ?? 0) - (before ?? 0)) / Math.max(1, report.asked)).toFixed(2);
  };
  rows.push([
    report.perSecond,
    Math.round(report.served / report.seconds.length),
    report.p50,
    report.p95,
    report.p99,
    report.refused,
    report.refusedP99,
    report.errors,
    report.lateP99,
    ...processNames.map(cpuOf),
    processNames.map((name) => sumOf(used, name, ({ rssMb }) => rssMb)).join(" + "),
    (loadavg()[0] ?? 0).toFixed(1),
  ]);
  process.stdout.write(
    `  ${report.perSecond}/s: p95 ${report.p95} ms, ${report.refused} refused, ${report.errors} errors `,
  );
  process.stdout.write(`${JSON.stringify(report.errorsBy)}\n`);
  for (const example of report.examples.slice(0, 2)) process.stdout.write(`    ${example}\n`);
  reports.push(report);
  usedBefore = used;
};

await site.play([warmUp, ...steps(100, 200, 300, 400), held, ...steps(600, 800), flood, after], tell);
printTable({
  title: `Mixed load on ${size.offers} offers and ${size.cvs} CVs, ${cpus().length} cores with the client on them, load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  columns: [
    "asked/s",
    "served/s",
    "p50 ms",
    "p95",
    "p99",
    "refused",
    "refused p99 ms",
    "errors",
    "client late p99",
    "web CPU ms/request",
    "workers CPU",
    "store CPU",
    "MB (web + workers + store)",
    "machine load",
  ],
  rows,
});

const heldReport = reports.find(({ seconds }) => seconds.length === held.seconds);
printTable({
  title: `By kind at ${target}/s`,
  columns: ["kind", "asked", "p50 ms", "p95", "p99", "refused", "errors"],
  rows: Object.entries(heldReport?.kinds ?? {}).map(([kind, one]) => [
    kind,
    one.asked,
    one.p50,
    one.p95,
    one.p99,
    one.refused,
    one.errors,
  ]),
});

const breaks = reports.slice(1, -2);
const broken = breaks.find((one) => one.p95 > 1_000 || one.refused + one.errors > one.asked / 100);
const recovered = reports.at(-1)?.seconds.findIndex((one) => one.p95 <= 100 && one.refused + one.errors === 0) ?? -1;
const acknowledged = [...new Set(reports.flatMap(({ applications }) => applications))];
const kept = await site.keptOf(acknowledged);
process.stdout.write(`
breaking point (p95 over 1 s, or more than 1 % refused): ${broken ? `${broken.perSecond}/s` : `none up to ${breaks.at(-1)?.perSecond}/s`}
after the flood: ${recovered < 0 ? "not recovered" : `p95 under 100 ms and nothing refused after ${recovered} s`}
applications acknowledged ${acknowledged.length}, in the store ${kept}
`);
await site.stop();
process.exit(kept === acknowledged.length && recovered >= 0 && recovered <= 10 ? 0 : 1);
