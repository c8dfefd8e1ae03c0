import { renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Writes the store's program as one file into the data folder, the one place sure to be writable and private.
 * From its two hundred sources it starts in a second and more; from one file in a fifth of that, at each restart.
 * @returns the file's path
 */
export const bundleStore = async (folder: string): Promise<string> => {
  const built = await build({
    entryPoints: [fileURLToPath(new URL("./main.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
    plugins: [nativeByItsPath],
  });
  const path = join(folder, "store-program.mjs");
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, built.outputFiles[0]?.contents ?? "", { mode: 0o600 });
  renameSync(draft, path);
  return path;
};

/** lmdb loads compiled code that lies beside it, so it stays where it is. */
const nativeByItsPath: NonNullable<Parameters<typeof build>[0]["plugins"]>[number] = {
  name: "native-by-its-path",
  setup: (bundling) => {
    // Not import.meta.resolve: vitest, whose global set-up starts a store, does not have it.
    const path = createRequire(import.meta.url).resolve("lmdb");
    bundling.onResolve({ filter: /^lmdb$/ }, () => ({ path, external: true }));
  },
};
