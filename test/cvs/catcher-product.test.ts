import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bombs } from "#test/cvs/catcher-refusals.ts";
import { cvLines, cvPdf } from "#test/support/given-cv-files.ts";
import { aPdf } from "#test/support/given-pdf.ts";
import { fieldsOf } from "#test/support/given-upload.ts";
import { leftOf, type Product, processesOf, startProduct } from "#test/support/product.ts";

const canary = "Canarimot7261";
const folder = mkdtempSync(join(tmpdir(), "elan-catcher-"));
const [data, temporary] = [join(folder, "data"), join(folder, "tmp")];

let product: Product;
beforeAll(async () => {
  mkdirSync(temporary);
  const env = { DATA_DIR: data, TMPDIR: temporary, LOG_LEVEL: "debug", QUEUE_ENGINE: "auto", DEMO: "yes" };
  product = await startProduct("start", env);
}, 180_000);
afterAll(async () => {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
});

const upload = (bytes: Buffer, name: string): Promise<Response> => {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)]), name);
  return fetch(`${product.url}/lire-mon-cv`, { method: "POST", body: form, headers });
};

const headers = { "Sec-Fetch-Site": "same-origin", Accept: "text/html" };

const post = (path: string, fields: Record<string, string[]>): Promise<Response> => {
  const pairs = Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value]));
  return fetch(`${product.url}${path}`, { method: "POST", body: new URLSearchParams(pairs), headers });
};

const filesUnder = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) return filesUnder(inside);
    return entry.isFile() ? [inside] : [];
  });

const holding = (word: string): string[] =>
  filesUnder(folder).filter((path) => statSync(path).size > 0 && readFileSync(path).includes(word));

/** Readers have no environment, so that nothing names this folder: they are known by who started them. */
const readersOf = (): string[] => {
  const parents = new Set(processesOf(folder).map((line) => line.split(" ")[0]));
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    const command = read(`/proc/${pid}/cmdline`);
    return command.includes("input-type=commonjs") && parents.has(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1]);
  });
};

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // it ended meanwhile
  }
};

const alive = (pid: string): boolean => read(`/proc/${pid}/cmdline`).includes("input-type=commonjs");

const until = async (holds: () => boolean): Promise<boolean> => {
  const giveUpAt = performance.now() + 20_000;
  while (!holds() && performance.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 100));
  return holds();
};

/** Resident megabytes of the processes of the product, readers left out. */
const residentMb = (): number =>
  processesOf(folder).reduce((sum, line) => {
    const pages = Number(readFileSync(`/proc/${line.split(" ")[0]}/statm`, "utf8").split(" ")[1] ?? 0);
    return sum + (pages * 4_096) / 1_048_576;
  }, 0);

describe("the product, given CVs by strangers", { timeout: 180_000 }, () => {
  it("keeps nothing of an anonymous CV: not on disk, in the store, in the queue, in /tmp, nor in the logs", async () => {
    const answer = await upload(cvPdf([...cvLines, `Animatrice au club ${canary}`]), `CV ${canary}.pdf`);
    const fields = fieldsOf(await answer.text());
    const later = [
      await post("/lire-mon-cv/corriger", { ...fields, trade1: [`${canary} inconnu`] }),
      await post("/lire-mon-cv/corriger", fields),
      await post("/lire-mon-cv/enregistrer", fields),
    ];
    const refused = await upload(Buffer.concat([cvPdf([canary]), Buffer.from("PK\u0005\u0006")]), `${canary}.pdf`);

    expect([answer.status, ...later.map(({ status }) => status), refused.status]).toEqual([200, 422, 200, 200, 422]);
    expect(fields.phone).toEqual(["0612345678"]);
    const readers = readersOf();
    await product.stop();
    expect(readers).toHaveLength(1); // the one that waited for the next person
    expect(await until(() => !readers.some(alive))).toBe(true);
    expect(filesUnder(data).length).toBeGreaterThan(0);
    for (const word of [canary, "Lina Verdier", "lina.verdier@exemple", "0612345678"]) {
      expect(holding(word), word).toEqual([]);
      expect(product.said(), word).not.toContain(word);
    }
    expect(await leftOf(folder)).toEqual([]);
    product = await startProduct("start", { DATA_DIR: data, TMPDIR: temporary, LOG_LEVEL: "error" });
  });

  it("answers other people while bombs are read, holds its memory, and leaves no reader behind", async () => {
    await upload(cvPdf(), "cv.pdf"); // the reader's program is made, everything is warm
    const before = residentMb();
    const spinning = aPdf([[]], { drawing: Buffer.from("q\n".repeat(1_900_000)) }); // within every size, long to follow
    const sent = Promise.all([
      ...bombs.map(async ([, name, bytes]) => (await upload(bytes(), name)).status),
      upload(spinning, "cv.pdf").then(({ status }) => status),
    ]);
    const waits: number[] = [];
    let done = false;
    void sent.finally(() => (done = true));
    while (!done || waits.length < 10) {
      const began = performance.now();
      expect((await fetch(`${product.url}/live`)).status).toBe(200);
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }

    const statuses = await sent;
    expect(
      statuses.every((status) => status === 422 || status === 503),
      statuses.join(),
    ).toBe(true);
    expect(Math.max(...waits)).toBeLessThan(2_000);
    expect(residentMb() - before).toBeLessThan(250);
    expect((await upload(cvPdf(), "cv.pdf")).status).toBe(200);
    expect(await until(() => readersOf().length <= 1)).toBe(true); // the one that waits for the next person
  });
});
