import { beforeAll, describe, expect, it } from "vitest";
import { type Assets, loadAssets } from "#server/platform/assets.ts";

let assets: Assets;

beforeAll(async () => {
  assets = await loadAssets();
});

const sent = (path: string): number => {
  const file = assets.file(path);
  return (file?.gzip ?? file?.body)?.length ?? Number.NaN;
};

describe("what a browser loads", () => {
  it("keeps its script under 5 kB", () => {
    expect(sent(assets.script)).toBeLessThanOrEqual(5 * 1024);
  });

  it("leaves room for the page in a first view of 60 kB", () => {
    const font =
      assets
        .file(assets.fontCss)
        ?.body.toString()
        .match(/url\(([^)]+)\)/)?.[1] ?? "";

    expect(sent(assets.css) + sent(assets.fontCss) + sent(assets.script) + sent(font)).toBeLessThan(50 * 1024);
  });

  it("carries a hash of its content in its name, so that it can be kept for a year", () => {
    for (const path of [assets.css, assets.script]) expect(path).toMatch(/^\/assets\/elan-[0-9a-f]{10}\.(css|js)$/);
    expect(assets.file("/assets/../package.json")).toBeNull();
  });
});
