import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";

const wings = ["shared", "client", "server", "workers", "test"] as const;
type Wing = (typeof wings)[number];

/** What each wing may import of the others. */
const mayImport: Record<Wing, readonly Wing[]> = {
  shared: ["shared"],
  client: ["client", "shared"],
  server: ["server", "shared", "client"],
  workers: ["workers", "server", "shared", "client"],
  test: [...wings],
};

/** A slice may lean on those before it, never after. */
const sliceOrder = [
  "referentials",
  "accounts",
  "companies",
  "offers",
  "cvs",
  "applications",
  "matching",
  "positionings",
  "events",
  "alerts",
  "messages",
  "content",
  "statistics",
];

const drawers = /^(utils?|helpers?|common|misc|managers?|base|index)\.tsx?$/;
const longest = 300;

type Source = { path: string; text: string; imports: string[] };

const sources: Source[] = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...wings], {
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => /\.tsx?$/.test(path) && existsSync(path))
  .map((path) => {
    const text = readFileSync(path, "utf8");
    return {
      path,
      text,
      imports: [...text.matchAll(/(?:[\w}*]\s+from|^import|\bimport\()\s*"([^"]+)"\)?[;,)]?/gm)].map(
        (found) => found[1] ?? "",
      ),
    };
  });

const product = sources.filter(({ path }) => !path.startsWith("test/"));
const wingOf = (path: string): Wing => path.split("/")[0] as Wing; // git was asked for these folders only
const sliceOf = (path: string): string => path.split("/")[1] ?? "";

describe("the house", () => {
  it("keeps its wings apart", () => {
    const crossed = sources.flatMap(({ path, imports }) =>
      imports
        .filter((name) => name.startsWith("#"))
        .filter((name) => !mayImport[wingOf(path)].includes(name.slice(1).split("/")[0] as Wing))
        .map((name) => `${path} imports ${name}`),
    );

    expect(crossed).toEqual([]);
  });

  it("lets shared import nothing but zod", () => {
    const foreign = product
      .filter(({ path }) => path.startsWith("shared/"))
      .flatMap(({ path, imports }) =>
        imports.filter((name) => !/^(zod$|\.\/|#shared\/)/.test(name)).map((name) => `${path}: ${name}`),
      );

    expect(foreign).toEqual([]);
  });

  it("lets a slice lean only on those before it", () => {
    const later = product.flatMap(({ path, imports }) => {
      const own = sliceOrder.indexOf(sliceOf(path));
      if (own < 0) return [];
      return imports
        .filter((name) => name.startsWith("#") && sliceOrder.indexOf(sliceOf(name)) > own)
        .map((name) => `${path} imports ${name}`);
    });

    expect(later).toEqual([]);
  });

  it("climbs no folder with ../", () => {
    expect(
      sources.filter(({ imports }) => imports.some((name) => name.startsWith("../"))).map(({ path }) => path),
    ).toEqual([]);
  });

  it("has no drawer, no barrel and no default export", () => {
    const drawer = sources.filter(({ path }) => drawers.test(basename(path))).map(({ path }) => path);
    const byDefault = product.filter(({ text }) => /^export default /m.test(text)).map(({ path }) => path);

    expect([...drawer, ...byDefault]).toEqual([]);
  });

  it("has no file over 300 lines", () => {
    const long = sources.filter(({ text }) => text.split("\n").length > longest).map(({ path }) => path);

    expect(long).toEqual([]);
  });

  it("names files in kebab-case", () => {
    const odd = sources
      .filter(({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(basename(path)))
      .map(({ path }) => path);

    expect(odd).toEqual([]);
  });

  it("reads the environment in one file of the product", () => {
    const readers = product.filter(({ text }) => /process\.env/.test(text)).map(({ path }) => path);

    expect(readers).toEqual(["server/config.ts"]);
  });

  it("asks the machine for the time in one file of the server", () => {
    const askers = product
      .filter(({ path }) => /^(server|workers)\//.test(path) && !path.startsWith("server/embedded/"))
      .filter(({ text }) => /new Date\(\)|Date\.now\(\)/.test(text))
      .map(({ path }) => path);

    expect(askers).toEqual(["server/platform/clock.ts"]);
  });

  it("has no way around the types and no loose end", () => {
    const loose = product
      .filter(({ text }) => /@ts-(ignore|expect-error|nocheck)|\bTODO\b|\bFIXME\b/.test(text))
      .map(({ path }) => path);

    expect(loose).toEqual([]);
  });

  it("writes styles and scripts in files, as its security policy wants", () => {
    const inline = product
      .filter(({ path }) => /^client\/.*\.tsx$/.test(path) && !/mail|island/.test(path))
      .filter(({ text }) => /\sstyle=[{"]|\son[A-Z][a-z]+=\{/.test(text))
      .map(({ path }) => path);

    expect(inline).toEqual([]);
  });
});
