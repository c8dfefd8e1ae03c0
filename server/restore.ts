import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { restoreBackup } from "./backup/restore-backup.ts";
import { readConfig } from "./config.ts";
import { runningStore, startStore } from "./embedded/store/start-store.ts";
import { connectMongo, disconnectMongo } from "./platform/mongo.ts";
import { useSecret } from "./platform/signed-link.ts";
import { start } from "./until-stopped.ts";

/** `npm run restore -- folder`: puts a backup in the place of all data. The product must be stopped. */
start(async () => {
  const [asked] = process.argv.slice(2);
  if (asked === undefined) throw new Error("Dites d’où : npm run restore -- sauvegardes/2026-11-22");
  const config = readConfig();
  useSecret(config.secret);
  const folder = join(config.dataDir, "store");
  if (!config.mongoUrl && (await runningStore(folder)))
    throw new Error("Arrêtez d’abord le produit : ses données vont être remplacées.");
  const own = config.mongoUrl ? null : await startStore({ folder });
  await connectMongo(config.mongoUrl ?? own?.url ?? "");
  const { manifest, erasedAgain, heldMails } = await restoreBackup(resolve(asked));
  await disconnectMongo();
  await own?.stop();
  rmSync(join(config.dataDir, "queue"), { recursive: true, force: true }); // jobs of another time; what is owed is in the data
  process.stdout.write(
    `Données du ${manifest.at} remises. Comptes effacés depuis, fermés de nouveau : ${erasedAgain}. Courriers retenus : ${heldMails}.\n`,
  );
  process.exit(0);
});
