import { readFileSync } from "node:fs";
import { register } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isMainThread } from "node:worker_threads";

/**
 * `node --import ./server/bundled.mjs program.ts` runs a program as one text that esbuild makes of all its sources, in
 * memory. tsx, which the other commands use, reads a thousand files at each start, and gives each function its name
 * anew at each call (esbuild's `keepNames`, which it cannot be asked to leave): 3 to 9 % of a page's processor once
 * the process is warm, measured in three pairs of runs at 350 and 400 requests a second.
 */
if (isMainThread) {
  process.setSourceMapsEnabled(true);
  register(import.meta.url);
}

/** Node's hook (module.register): what it loads for an address. Only the program itself ends in .ts, no source does. */
export const load = async (url, context, next) => {
  if (!url.endsWith(".ts")) return next(url, context);
  const { build, stop } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(url)],
    outfile: `${fileURLToPath(url)}.mjs`,
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "silent",
    plugins: [whereEachIs],
  });
  await stop();
  return { format: "module", source: outputFiles[0].text, shortCircuit: true };
};

/** A source goes on saying where it lies, though it is now part of another file. */
const whereEachIs = {
  name: "where-each-is",
  setup: (bundling) => {
    bundling.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!source.includes("import.meta.")) return null;
      const contents = source
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)));
      return { contents, loader: "ts" };
    });
  },
};
