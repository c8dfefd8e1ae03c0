import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export type AssetFile = { readonly body: Buffer; readonly type: string; readonly gzip?: Buffer };

/** Addresses of the styles, the font's own styles (not sent to who saves data), the script, and each island. */
export type Assets = {
  readonly css: string;
  readonly fontCss: string;
  readonly script: string;
  readonly island: (name: string) => string;
  readonly file: (path: string) => AssetFile | null;
};

const client = fileURLToPath(new URL("../../client/", import.meta.url));
const fontFile = createRequire(import.meta.url).resolve(
  "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
);

/** Bundles in memory, at start, what browsers load: each name carries a hash of its content. */
export const loadAssets = async (): Promise<Assets> => {
  const files = new Map<string, AssetFile>();
  const keep = (name: string, type: string, body: Buffer): string => {
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 10);
    const path = `/assets/${name.replace(/(\.\w+)$/, `-${hash}$1`)}`;
    files.set(path, type.startsWith("font/") ? { body, type } : { body, type, gzip: gzipSync(body) });
    return path;
  };
  const islandFiles = await findIslands();
  const [css, script, font, ...islands] = await Promise.all([
    bundle(join(client, "design/styles.css")),
    bundle(join(client, "enhance/main.ts")),
    readFile(fontFile),
    ...islandFiles.map(bundle),
  ]);
  const fontPath = keep("atkinson.woff2", "font/woff2", font);
  const islandPaths = new Map(
    islandFiles.map((file, index) => {
      const name = basename(file, ".island.tsx");
      return [name, keep(`${name}.js`, "text/javascript; charset=utf-8", islands[index] ?? Buffer.alloc(0))];
    }),
  );
  return {
    css: keep("elan.css", "text/css; charset=utf-8", css),
    fontCss: keep("font.css", "text/css; charset=utf-8", Buffer.from(fontFace(fontPath))),
    script: keep("elan.js", "text/javascript; charset=utf-8", script),
    island: (name) => {
      const path = islandPaths.get(name);
      if (!path) throw new Error(`no island is called ${name}`);
      return path;
    },
    file: (path) => files.get(path.startsWith("/assets/") ? path : `/assets${path}`) ?? null,
  };
};

const findIslands = async (): Promise<string[]> => {
  const names = await readdir(client, { recursive: true });
  return names
    .filter((name) => name.endsWith(".island.tsx"))
    .sort()
    .map((name) => join(client, name));
};

const bundle = async (entry: string): Promise<Buffer> => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2020",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "silent",
  });
  return Buffer.from(outputFiles[0]?.contents ?? []);
};

const fontFace = (path: string): string =>
  `@font-face{font-family:"Atkinson Hyperlegible Next";src:url(${path}) format("woff2");font-weight:200 800;font-display:swap}`;
