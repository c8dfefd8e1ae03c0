import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import supertest from "supertest";
import { afterAll, describe, expect, it } from "vitest";
import { demoPassword } from "#server/demo/demo-accounts.ts";
import { hasRedisServer } from "#server/embedded/redis/private-redis.ts";
import { leftOf, type Product, processesOf, startProduct } from "#test/support/product.ts";

const withRedis = await hasRedisServer();
if (!withRedis) console.warn("redis-server is not on PATH: QUEUE_ENGINE=auto is proved on PGlite");

const send = (product: Product, path: string, typed: object): supertest.Test =>
  supertest(product.url)
    .post(path)
    .set({ "Sec-Fetch-Site": "same-origin", Accept: "text/html" })
    .type("form")
    .send(typed);

const cookieOf = ({ headers }: supertest.Response): string =>
  String([headers["set-cookie"]].flat().find((cookie) => String(cookie).startsWith("__Host-elan="))).split(";")[0] ??
  "";

/** Signs up as a person does, with the code that the worker wrote into the mail folder. */
const signUp = async (product: Product, { folder, email }: { folder: string; email: string }): Promise<string> => {
  const { headers } = await send(product, "/connexion", { email });
  const code = await codeOf(folder, email);
  const entered = await send(product, headers.location ?? "", { code });
  const welcomed = await send(product, entered.headers.location ?? "", {
    firstName: "Zoé",
    lastName: "Durable-Fictive",
    role: "candidate",
  });
  return cookieOf(welcomed);
};

const codeOf = async (folder: string, email: string): Promise<string> => {
  for (let tries = 0; tries < 800; tries++) {
    const mails = readdirSync(join(folder, "mails")).filter((name) => name.endsWith(".json"));
    const found = mails
      .map((name) => readFileSync(join(folder, "mails", name), "utf8"))
      .find((text) => text.includes(email));
    if (found) return /\b(\d{6})\b/.exec((JSON.parse(found) as { subject: string }).subject)?.[1] ?? "";
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("no mail came");
};

const accountOf = async (product: Product, cookie: string): Promise<string> =>
  (await supertest(product.url).get("/mon-compte").set({ Cookie: cookie, Accept: "text/html" })).text;

/** A test that failed half-way leaves nothing running either. */
const endAllOf = async (folder: string): Promise<void> => {
  for (const line of processesOf(folder)) process.kill(Number(line.split(" ")[0]), "SIGKILL");
  await leftOf(folder);
  rmSync(folder, { recursive: true, force: true });
};

/** How many accounts the admin of the demonstration sees. */
const accountCount = async (product: Product): Promise<number> => {
  const entered = await send(product, "/connexion", { email: "admin@demo.invalid", password: demoPassword });
  const list = await supertest(product.url).get("/admin/comptes").set("Cookie", cookieOf(entered));
  return Number(/(\d[\d\s]*)\scomptes/.exec(list.text)?.[1]?.replace(/\s/g, ""));
};

describe.each([
  { engine: "auto", demo: "yes" },
  { engine: "pglite", demo: "no" },
])("npm start, with the queue on $engine", ({ engine, demo }) => {
  const folder = mkdtempSync(join(tmpdir(), `elan-process-${engine}-`));
  const start = (): Promise<Product> => startProduct("start", { DATA_DIR: folder, QUEUE_ENGINE: engine, DEMO: demo });
  let cookie = "";
  let accounts = 0;
  afterAll(() => endAllOf(folder));

  it("opens, takes a new person in, and ends at SIGTERM within ten seconds, leaving no process", async () => {
    const product = await start();
    cookie = await signUp(product, { folder, email: "zoe@exemple.invalid" });
    accounts = demo === "yes" ? await accountCount(product) : 0;
    // a proxy that keeps its connections for a minute never meets one that was just closed; one is left open here
    expect((await fetch(`${product.url}/live`)).headers.get("keep-alive")).toBe("timeout=75");

    const { code, ms } = await product.stop();

    expect(product.said()).toContain("Élan Emploi : http");
    expect(product.said()).not.toContain('"level":50');
    expect({ code, soon: ms < 10_000 }).toEqual({ code: 0, soon: true });
    expect(await leftOf(folder)).toEqual([]);
  }, 120_000);

  it("knows that person again, and seeds the demonstration once, after a restart; SIGKILL loses neither", async () => {
    const product = await start();
    expect(await accountOf(product, cookie)).toContain("Durable-Fictive");
    if (demo === "yes") expect(await accountCount(product)).toBe(accounts);
    const late = await signUp(product, { folder, email: "tard@exemple.invalid" });

    await product.kill();

    expect(await leftOf(folder)).toEqual([]);
    const again = await start();
    expect(await accountOf(again, cookie)).toContain("Durable-Fictive");
    expect(await accountOf(again, late)).toContain("tard@exemple.invalid");
    const { code } = await again.stop();
    expect(code).toBe(0);
    expect(await leftOf(folder)).toEqual([]);
  }, 180_000);
});

describe("a second npm start on the same data", () => {
  it("says in a sentence why it does not start, and leaves the first one alone", async () => {
    const folder = mkdtempSync(join(tmpdir(), "elan-process-two-"));
    const env = { DATA_DIR: folder, DEMO: "no" };
    const first = await startProduct("start", env);

    const second = await startProduct("start", env).then(
      () => "it started",
      (error: Error) => error.message,
    );

    expect(second).toMatch(/in use|already|déjà/i);
    expect(second).not.toMatch(/\n\s+at /);
    expect((await fetch(`${first.url}/ready`)).status).toBe(200);
    await first.stop();
    await endAllOf(folder);
  }, 120_000);
});
