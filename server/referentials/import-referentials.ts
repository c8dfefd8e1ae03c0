import { parseArgs } from "node:util";
import { start } from "#server/until-stopped.ts";
import { openStore } from "./import/open-store.ts";
import { readFolder } from "./import/read-folder.ts";
import { sayChanged, sayForgotten, sayReading } from "./import/say-import.ts";
import { forgetParts, storeParts } from "./import/store-parts.ts";

const usage =
  "Donnez le dossier des fichiers officiels : npm run referentials -- <dossier>. Ou --forget pour les oublier.";

/** Imports the official referentials, before the first start, while the product runs or while it is stopped. */
start(async () => {
  const { values, positionals } = parseArgs({
    options: { forget: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const [folder, ...others] = positionals;
  if (others.length > 0 || values.forget === (folder !== undefined)) throw new Error(usage);
  const reading = folder === undefined ? null : readFolder(folder);
  if (reading !== null) process.stdout.write(sayReading(reading));
  const close = await openStore();
  process.stdout.write(
    reading === null ? sayForgotten(await forgetParts()) : sayChanged(await storeParts(reading.parts, reading.files)),
  );
  await close();
  process.exit(0);
});
