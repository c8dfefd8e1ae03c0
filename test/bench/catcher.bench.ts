import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seenCvs } from "#test/cvs/corpus/seen-cvs.ts";
import type { WrittenCv } from "#test/cvs/corpus/written-cv.ts";
import { cvDocx } from "#test/support/given-cv-files.ts";
import { placedText, plainText } from "#test/support/given-cv-texts.ts";
import { aPdf } from "#test/support/given-pdf.ts";
import type { BenchTable } from "./print-table.ts";
import { freePort, startSite, stopSite } from "./started-site.ts";

const uploads = 40;

/** From the file sent to the page of offers received, over HTTP, a CV of two pages each time, one person after another. */
export const benchCatcher = async (): Promise<BenchTable> => {
  const folder = mkdtempSync(join(tmpdir(), "elan-bench-"));
  const port = await freePort();
  process.env.TRUST_PROXY = "1"; // each upload comes from a network of its own: tries are counted by network
  const site = await startSite(folder, port);
  const base = `http://127.0.0.1:${port}`;
  const rows: (string | number)[][] = [];
  try {
    const first = await timed(base, { name: "cv.pdf", bytes: twoPages(0), at: 0 });
    rows.push(["PDF, the very first after a start", first, first, first]);
    await timed(base, { name: "cv.pdf", bytes: twoPages(1), at: 1 });
    rows.push(["PDF, two pages", ...(await measure(base, "cv.pdf", twoPages))]);
    rows.push(["DOCX, two pages", ...(await measure(base, "cv.docx", twoPagesDocx))]);
    rows.push(["text pasted, two pages (no file: the peer)", ...(await measurePasted(base))]);
    rows.push(["/live while PDFs are read", ...(await liveMeanwhile(base))]);
  } finally {
    await stopSite(site.child);
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    title: `CV Catcher, from upload to offers, ${uploads} CVs each (bar: p95 < 1 000 ms)`,
    columns: ["what", "p50 ms", "p95 ms", "max ms"],
    rows,
  };
};

const cvAt = (at: number): WrittenCv => seenCvs[at % seenCvs.length] as WrittenCv; // the index is within the list

const pages = (at: number): readonly WrittenCv[] => [cvAt(at), cvAt(at + 1)];

const twoPages = (at: number): Buffer =>
  aPdf(pages(at).map((cv) => placedText(cv).lines.map(({ text, x = 0, y = 0, size = 10 }) => ({ text, x, y, size }))));

const linesAt = (at: number): string[] => pages(at).flatMap((cv) => plainText(cv).lines.map(({ text }) => text));

const twoPagesDocx = (at: number): Buffer => cvDocx(linesAt(at));

type Sent = { readonly name: string; readonly bytes: Buffer; readonly at: number };

const headersOf = (at: number): Record<string, string> => ({
  "Sec-Fetch-Site": "same-origin",
  Accept: "text/html",
  "X-Forwarded-For": `198.51.100.${at % 250}`,
});

const timed = async (base: string, { name, bytes, at }: Sent): Promise<number> => {
  const body = new FormData();
  body.set("file", new Blob([new Uint8Array(bytes)]), name);
  return send(base, { body, at });
};

const send = async (base: string, { body, at }: { body: FormData | URLSearchParams; at: number }): Promise<number> => {
  const began = performance.now();
  const answer = await fetch(`${base}/lire-mon-cv`, { method: "POST", body, headers: headersOf(at) });
  const page = await answer.text();
  if (!answer.ok || !page.includes("Voici ce que nous avons lu")) throw new Error(`answered ${answer.status}`);
  return performance.now() - began;
};

const measure = async (base: string, name: string, make: (at: number) => Buffer): Promise<number[]> => {
  const times: number[] = [];
  for (let at = 0; at < uploads; at++) times.push(await timed(base, { name, bytes: make(at), at }));
  return summary(times);
};

const measurePasted = async (base: string): Promise<number[]> => {
  const times: number[] = [];
  for (let at = 0; at < uploads; at++) {
    const body = new URLSearchParams({ text: linesAt(at).join("\n") });
    times.push(await send(base, { body, at }));
  }
  return summary(times);
};

const liveMeanwhile = async (base: string): Promise<number[]> => {
  const times: number[] = [];
  let reading = true;
  const reads = measure(base, "cv.pdf", twoPages).finally(() => {
    reading = false;
  });
  while (reading) {
    const began = performance.now();
    await (await fetch(`${base}/live`)).arrayBuffer();
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await reads;
  return summary(times);
};

const summary = (times: number[]): number[] => {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return [at(0.5), at(0.95), at(1)];
};
