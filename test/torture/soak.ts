import { statSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { printTable } from "#test/bench/print-table.ts";
import type { PhaseReport } from "#test/load/client.ts";
import { slopeOf } from "#test/load/figures.ts";
import { type ProcessName, processNames, sumOf, type Used, usedBy } from "#test/load/processes.ts";
import { siteUnderLoad } from "#test/load/site-under-load.ts";

/**
 * `npm run torture -- soak`: memory flat, index equal to the store at the end. SOAK_MINUTES (30), SOAK_RATE (50 a
 * second) and SOAK_SIZE (50 000 offers, as many CVs) make it shorter.
 */
const minutes = Number(process.env.SOAK_MINUTES ?? 30);
const perSecond = Number(process.env.SOAK_RATE ?? 50);
/** Caches fill and the heap finds its size in the first part: a slope is looked for after it. */
const warmUp = 1 / 3;
const steepest = 1; // MB a minute
/** The store holds its documents in memory, and what finds them: what people send makes it grow by so much of its size. */
const heldOfWritten = 1.5;

const things = Number(process.env.SOAK_SIZE ?? 50_000);

const site = await siteUnderLoad({ offers: things, cvs: things });
const began = performance.now();
const samples: { readonly minute: number; readonly used: readonly Used[]; readonly writtenMb: number }[] = [];
const dataFile = join(site.folder, "store", "documents.mdb");
const sampling = setInterval(() => {
  const writtenMb = statSync(dataFile).size / 1_048_576;
  samples.push({ minute: (performance.now() - began) / 60_000, used: usedBy(site.folder), writtenMb });
}, 10_000);

const reports: PhaseReport[] = [];
const phases = Array.from({ length: minutes }, () => ({ perSecond, seconds: 60 }));
await site.play(phases, (report) => {
  reports.push(report);
  const { p95, p99, refused, errors } = report;
  process.stdout.write(
    `minute ${reports.length}: p95 ${p95} ms, p99 ${p99}, ${refused} refused, ${errors} errors ${JSON.stringify(report.errorsBy)}, load ${(loadavg()[0] ?? 0).toFixed(1)}\n`,
  );
  for (const example of report.examples) process.stdout.write(`  ${example}\n`);
});
clearInterval(sampling);

const memoryOf = (name: ProcessName) =>
  samples.map(({ minute, used }) => ({ x: minute, y: sumOf(used, name, ({ ownMb }) => ownMb) }));
const slopeAfterWarmUp = (points: readonly { readonly x: number; readonly y: number }[]): number =>
  slopeOf(points.filter(({ x }) => x >= minutes * warmUp));
const written = slopeAfterWarmUp(samples.map(({ minute, writtenMb }) => ({ x: minute, y: writtenMb })));
const slopes = processNames.map((name) => {
  const points = memoryOf(name);
  const most = steepest + (name === "store" ? heldOfWritten * written : 0);
  return { name, first: points[0]?.y ?? 0, last: points.at(-1)?.y ?? 0, perMinute: slopeAfterWarmUp(points), most };
});
printTable({
  title: `Memory (without mapped files) over ${minutes} minutes at ${perSecond}/s, ${things} offers and CVs, slope after the first third; data written ${written.toFixed(2)} MB a minute`,
  columns: ["process", "first MB", "last MB", "MB a minute", "at most"],
  rows: slopes.map(({ name, first, last, perMinute, most }) => [
    name,
    first,
    last,
    perMinute.toFixed(2),
    most.toFixed(2),
  ]),
});

const sum = (of: (report: PhaseReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
const acknowledged = reports.flatMap(({ applications }) => applications);
const kept = await site.keptOf(acknowledged);
const drift = await site.drift();
process.stdout.write(`
${sum(({ asked }) => asked)} requests, ${sum(({ refused }) => refused)} refused, ${sum(({ errors }) => errors)} errors, worst minute p95 ${Math.max(...reports.map(({ p95 }) => p95))} ms
applications acknowledged ${acknowledged.length}, in the store ${kept}
index beside the store: ${JSON.stringify(drift)}
`);
await site.stop();
const answered = sum(({ refused, errors }) => refused + errors) === 0;
const flat = slopes.every(({ perMinute, most }) => perMinute < most);
const equal = drift.missing + drift.stale + drift.forgotten === 0;
process.exit(answered && flat && equal && kept === acknowledged.length ? 0 : 1);
