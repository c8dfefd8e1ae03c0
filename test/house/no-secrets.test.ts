import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chance } from "#server/demo/chance.ts";
import { demoCandidates, demoPeople } from "#server/demo/demo-accounts.ts";

const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => path && existsSync(path) && !/\.(png|jpe?g|woff2|ico|lmdb|gz)$/.test(path));
const files = tracked.map((path) => ({ path, text: readFileSync(path, "utf8") }));

/** What a key or a token looks like, wherever it was pasted. */
const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bglpat-[\w-]{20}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bxox[abprs]-[\w-]{10,}/,
  /\bsk-(ant-|proj-)?[A-Za-z0-9_-]{32,}/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  /_authToken\s*=/,
];

const found = (text: string): boolean => secrets.some((secret) => secret.test(text));

describe("the repository", () => {
  it("holds no key and no token", () => {
    expect(files.filter(({ text }) => found(text)).map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ["-----BEGIN OPENSSH ", "PRIVATE KEY-----"],
    ["AKIA", "ABCDEFGHIJKLMNOP"],
    ["ghp", `_${"a1".repeat(18)}`],
    ["//registre.invalid/:_authToken", "=abc"],
  ])("would show one that begins with %s", (start, end) => {
    expect(found(start + end)).toBe(true);
  });

  it("names in its lock no registry that others could not reach", () => {
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Record<string, { resolved?: string }>;
    };
    const elsewhere = Object.entries(lock.packages)
      .filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/"))
      .map(([path]) => path);

    expect(elsewhere).toEqual([]);
  });

  it("keeps no file of settings and no data of a site", () => {
    expect(tracked.filter((path) => /(^|\/)\.env(\.|$)|^data\/|\.(pem|key|p12)$/.test(path))).toEqual([]);
  });

  it("composes no container with a secret of its own", () => {
    const compose = readFileSync("docker-compose.yml", "utf8");
    const given = [...compose.matchAll(/^\s*\w*(?:PASSWORD|SECRET|KEY|TOKEN)\w*:\s*(.+)$/gm)].map(([, value]) => value);

    expect(given.length).toBeGreaterThan(3);
    expect(given.filter((value) => !value?.startsWith("${") || !value.includes(":?"))).toEqual([]);
  });
});

describe("the people of the demonstration", () => {
  it("have addresses to which no mail can go", () => {
    const addresses = [...demoPeople, ...demoCandidates(chance(1), 50)].map(({ email }) => email);

    expect(addresses.filter((address) => !address.endsWith(".invalid"))).toEqual([]);
  });

  it("say by their names that they do not exist", () => {
    const names = [...demoPeople, ...demoCandidates(chance(1), 50)].map(({ lastName }) => lastName);

    expect(names.filter((name) => !/-(Fictive|Fictif|Essai)$/.test(name))).toEqual([]);
  });

  it("are the only ones an address is written for in the code", () => {
    const people = files
      .filter(({ path }) => /^(client|server|shared|workers|test)\/.*\.tsx?$/.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)].map(([address]) => ({ path, address })),
      )
      .filter(({ address }) => !/\.(invalid|test|example)$|@(exemple|departement)\.fr$/i.test(address));

    expect(people).toEqual([]);
  });
});
