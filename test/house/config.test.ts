import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Config, readConfig } from "#server/config.ts";

const folder = mkdtempSync(join(tmpdir(), "elan-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const here = { DATA_DIR: folder };

/** The settings of a production that may start. */
const inProduction = {
  ...here,
  NODE_ENV: "production",
  SESSION_SECRET: "9f2c41d07ab85e6639d1c0f4b7e2a85d31f6c90ab4e7d258",
  PUBLIC_URL: "https://emploi.correze.invalid",
  SMTP_URL: "smtps://facteur:motdepasse@relais.invalid:465",
  MAIL_FROM: "Élan Emploi <bonjour@emploi.correze.example>",
  MEILI_URL: "http://meilisearch:7700",
  MEILI_KEY: "une-cle-de-recherche-longue",
};

describe("a start", () => {
  it("needs no setting in development", () => {
    const config = readConfig(here);

    expect(config).toMatchObject({
      production: false,
      port: 3000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3000",
      territory: "19",
      phone: "0 800 00 00 19",
      mongoUrl: null,
      redisUrl: null,
      meili: null,
      smtpUrl: null,
      trustProxy: 0,
      demo: true,
    } satisfies Partial<Config>);
  });

  it("makes its own secret once, which no other account of the machine may read", () => {
    const first = readConfig(here).secret;

    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(readConfig(here).secret).toBe(first);
    expect(statSync(join(folder, "secret")).mode & 0o077).toBe(0);
  });

  it("takes a production whose settings are whole, without the demonstration", () => {
    const config = readConfig(inProduction);

    expect(config).toMatchObject({ production: true, demo: false, publicUrl: "https://emploi.correze.invalid" });
    expect(config.secret).toBe(inProduction.SESSION_SECRET);
  });

  it.each([
    ["no session secret", { SESSION_SECRET: "" }, "SESSION_SECRET"],
    ["a short session secret", { SESSION_SECRET: "9f2c41d07ab85e66" }, "SESSION_SECRET"],
    ["the example as session secret", { SESSION_SECRET: "change-me-change-me-change-me-change-me" }, "SESSION_SECRET"],
    ["one character repeated", { SESSION_SECRET: "a".repeat(64) }, "SESSION_SECRET"],
    ["no public address", { PUBLIC_URL: "" }, "PUBLIC_URL"],
    ["a public address in clear", { PUBLIC_URL: "http://emploi.correze.invalid" }, "PUBLIC_URL"],
    ["half a public address", { PUBLIC_URL: "https://" }, "PUBLIC_URL"],
    ["no mail relay", { SMTP_URL: "" }, "SMTP_URL"],
    ["a mail relay that is none", { SMTP_URL: "relais.invalid" }, "SMTP_URL"],
    ["no key for Meilisearch", { MEILI_KEY: "" }, "MEILI_KEY"],
    ["a short key for Meilisearch", { MEILI_KEY: "courte" }, "MEILI_KEY"],
    ["no sender that people may answer", { MAIL_FROM: undefined }, "MAIL_FROM"],
  ])("is refused a production with %s, in a sentence that says what to do", (_what, wrong, named) => {
    const start = (): Config => readConfig({ ...inProduction, ...wrong });

    expect(start).toThrow(new RegExp(`^${named} must [^\\n]{15,}\\.$`));
  });

  it("says every wrong setting of a production at once, and never the secret itself", () => {
    const refusal = refusalOf({ ...here, NODE_ENV: "production", SESSION_SECRET: "mon-petit-secret" });

    expect(refusal.split("\n").map((line) => line.split(" ")[0])).toEqual([
      "SESSION_SECRET",
      "PUBLIC_URL",
      "SMTP_URL",
      "MAIL_FROM",
    ]);
    expect(refusal).not.toContain("mon-petit-secret");
  });

  it.each([
    ["NODE_ENV", "prod"],
    ["PORT", "65536"],
    ["PORT", "trois mille"],
    ["TERRITORY", "Corrèze"],
    ["TRUST_PROXY", "yes"],
    ["LOG_LEVEL", "loud"],
    ["QUEUE_ENGINE", "kafka"],
    ["DEMO", "maybe"],
  ])("is refused with %s=%s, by the name of the setting", (name, value) => {
    expect(refusalOf({ ...here, [name]: value })).toContain(`${name}: `);
  });

  it("writes nothing when a production is refused", () => {
    const elsewhere = join(folder, "not-made");

    refusalOf({ NODE_ENV: "production", DATA_DIR: elsewhere });

    expect(existsSync(elsewhere)).toBe(false);
  });
});

const refusalOf = (environment: NodeJS.ProcessEnv): string => {
  try {
    readConfig(environment);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
