import { fileURLToPath } from "node:url";
import { build } from "esbuild";

let program: Promise<Uint8Array> | null = null;

/**
 * The reader's program as one text, made once. It is handed to the reader through a pipe: nothing is written on disk,
 * and the reader needs no right to open a single file.
 */
export const readerProgram = (): Promise<Uint8Array> => {
  program ??= build({
    entryPoints: [fileURLToPath(new URL("./main.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "silent",
  }).then(({ outputFiles }) => outputFiles[0]?.contents ?? new Uint8Array());
  return program;
};
