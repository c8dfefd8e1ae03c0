import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Versions with a known hole, found where `npm audit` cannot ask. `least` is the first one without it. */
const floors = [
  { name: "mongoose", least: "9.9.2", why: "GHSA-pcrw-h46h-c93h, CVE-2026-42334", read: "2026-11-21" },
  { name: "nodemailer", least: "10.0.5", why: "CVE-2026-90776, -82854, -82853", read: "2026-11-21" },
  { name: "multer", least: "2.1.1", why: "CVE-2026-3520, -3304, 2025-48997, -47944, -47935", read: "2026-11-21" },
  { name: "socket.io-parser", least: "4.2.7", why: "CVE-2026-69185, -33151", read: "2026-11-21" },
  { name: "engine.io", least: "6.6.12", why: "CVE-2026-59724, -59725, -102599", read: "2026-11-21" },
  { name: "pdfjs-dist", least: "4.2.67", why: "CVE-2024-4367", read: "2026-11-21" },
  { name: "mammoth", least: "1.12.3", why: "CVE-2026-105219", read: "2026-11-21" },
  { name: "adm-zip", least: "0.5.18", why: "CVE-2026-39244", read: "2026-11-21" },
  { name: "yauzl", least: "3.2.1", why: "CVE-2026-31988", read: "2026-11-21" },
  { name: "express", least: "5.3.0", why: "the one this was written against", read: "2026-11-21" },
  { name: "bullmq", least: "6.7.0", why: "the one the queue was proved on", read: "2026-11-21" },
  { name: "meilisearch", least: "0.62.0", why: "the one the requests were checked against", read: "2026-11-21" },
  {
    name: "@node-rs/argon2",
    least: "2.2.1",
    why: "the one that ran as installed (argon2 0.45.1 segfaults here)",
    read: "2026-11-21",
  },
] as const;

const staleAfterDays = 90;

type Lock = { packages: Record<string, { version?: string }> };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock; // npm's own format, version 3

const versionsOf = (name: string): string[] =>
  Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version = "0" }]) => version);

const isAtLeast = (version: string, least: string): boolean => {
  const [own, floor] = [version, least].map((text) => (text.split("-")[0] ?? "").split(".").map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (own?.[at] ?? 0) - (floor?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return !version.includes("-"); // 4.2.7-beta.1 comes before 4.2.7
};

describe("the lockfile", () => {
  it.each(floors)("holds no $name before $least ($why)", ({ name, least }) => {
    expect(versionsOf(name).filter((version) => !isAtLeast(version, least))).toEqual([]);
  });

  it.each(["mongoose", "nodemailer", "socket.io-parser", "engine.io", "express", "bullmq", "@node-rs/argon2"])(
    "is looked at where %s is: a renamed package would pass unseen",
    (name) => {
      expect(versionsOf(name).length).toBeGreaterThan(0);
    },
  );

  it("is compared with advisories read lately, or says that they are old", () => {
    const old = floors.filter(({ read }) => Date.now() - Date.parse(read) > staleAfterDays * 86_400_000);

    if (old.length > 0) console.warn(`Read the advisories again for: ${old.map(({ name }) => name).join(", ")}`);

    expect(floors.every(({ read }) => Number.isFinite(Date.parse(read)))).toBe(true);
  });
});

describe("two versions", () => {
  it.each([
    ["9.9.2", "9.9.2", true],
    ["9.12.1", "9.9.2", true],
    ["10.0.4", "10.0.5", false],
    ["4.2.7-beta.1", "4.2.7", false],
    ["5.0.0-beta.1", "4.2.7", true],
    ["0.5.17", "0.5.18", false],
  ])("%s is enough for %s: %s", (version, least, enough) => {
    expect(isAtLeast(version, least)).toBe(enough);
  });
});
