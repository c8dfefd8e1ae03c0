import { statSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { printTable } from "#test/bench/print-table.ts";
import type { PhaseReport } from "#test/load/client.ts";
import { slopeOf } from "#test/load/figures.ts";
import { liveMemory } from "#test/load/live-memory.ts";
import { type ProcessName, processNames, sumOf, usedBy } from "#test/load/processes.ts";
import { siteUnderLoad } from "#test/load/site-under-load.ts";

/**
 * `npm run torture -- soak`: memory flat, index equal to the store at the end. SOAK_MINUTES (30), SOAK_RATE (50 a
 * second) and SOAK_SIZE (50 000 offers, as many CVs) make it shorter.
 */
const minutes = Number(process.env.SOAK_MINUTES ?? 30);
const perSecond = Number(process.env.SOAK_RATE ?? 50);
/** Caches fill in the first part: a slope is looked for after it. */
const warmUp = 1 / 3;
const sampleEvery = Math.ceil(minutes / 15); // minutes
const steepest = 1; // MB a minute
/** The store holds its documents in memory, and what finds them: what people send makes it grow by so much of its size. */
const heldOfWritten = 1.5;

const things = Number(process.env.SOAK_SIZE ?? 50_000);

const site = await siteUnderLoad({ offers: things, cvs: things });
const began = performance.now();
const sinceMinutes = (): number => (performance.now() - began) / 60_000;
const dataFile = join(site.folder, "store", "documents.mdb");

/** What each process holds, garbage collected, and what people wrote until then. */
type Sample = {
  readonly minute: number;
  readonly live: Readonly<Record<ProcessName, number>>;
  readonly writtenMb: number;
};
const samples: Sample[] = [];
const sample = async (): Promise<void> => {
  const minute = sinceMinutes();
  const live = { web: 0, workers: 0, store: 0 };
  for (const { name, pid } of usedBy(site.folder)) if (name !== "other") live[name] += await liveMemory(pid);
  samples.push({ minute, live, writtenMb: statSync(dataFile).size / 1_048_576 });
};

const notSampled = (error: Error): void => void process.stdout.write(`memory not read: ${error.message}\n`);

const reports: PhaseReport[] = [];
let sampling = Promise.resolve();
const phases = Array.from({ length: minutes }, () => ({ perSecond, seconds: 60 }));
await site.play(phases, (report) => {
  reports.push(report);
  if (reports.length >= minutes * warmUp && reports.length % sampleEvery === 0)
    sampling = sampling.then(sample).catch(notSampled);
  const { p95, p99, refused, errors } = report;
  process.stdout.write(
    `minute ${reports.length}: p95 ${p95} ms, p99 ${p99}, ${refused} refused, ${errors} errors ${JSON.stringify(report.errorsBy)}, load ${(loadavg()[0] ?? 0).toFixed(1)}\n`,
  );
  for (const example of report.examples) process.stdout.write(`  ${example}\n`);
});
await sampling;

const slopeBy = (of: (one: Sample) => number): number => slopeOf(samples.map((one) => ({ x: one.minute, y: of(one) })));
const written = slopeBy(({ writtenMb }) => writtenMb);
const used = usedBy(site.folder);
const slopes = processNames.map((name) => ({
  name,
  first: samples[0]?.live[name] ?? 0,
  last: samples.at(-1)?.live[name] ?? 0,
  perMinute: slopeBy(({ live }) => live[name]),
  most: steepest + (name === "store" ? heldOfWritten * written : 0),
  resident: sumOf(used, name, ({ rssMb }) => rssMb),
}));
printTable({
  title: `Memory held, garbage collected, in ${minutes} minutes at ${perSecond}/s after the first third, ${things} offers and CVs; data written ${written.toFixed(2)} MB a minute`,
  columns: ["process", "first MB", "last MB", "MB a minute", "at most", "resident MB at the end"],
  rows: slopes.map(({ name, first, last, perMinute, most, resident }) => [
    name,
    first,
    last,
    perMinute.toFixed(2),
    most.toFixed(2),
    resident,
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
const flat = samples.length > 1 && slopes.every(({ perMinute, most }) => perMinute < most);
const equal = drift.missing + drift.stale + drift.forgotten === 0;
process.exit(answered && flat && equal && kept === acknowledged.length ? 0 : 1);
