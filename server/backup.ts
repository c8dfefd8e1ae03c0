import { join, resolve } from "node:path";
import { writeBackup } from "./backup/write-backup.ts";
import { readConfig } from "./config.ts";
import { runningStore, startStore } from "./embedded/store/start-store.ts";
import { connectMongo, disconnectMongo } from "./platform/mongo.ts";
import { start } from "./until-stopped.ts";

/** `npm run backup -- folder`: copies all data into a new folder, whether the product is running or not. */
start(async () => {
  const [asked] = process.argv.slice(2);
  if (asked === undefined) throw new Error("Dites où : npm run backup -- sauvegardes/2026-11-22");
  const config = readConfig();
  const folder = join(config.dataDir, "store");
  const running = config.mongoUrl ?? (await runningStore(folder));
  const own = running ? null : await startStore({ folder });
  await connectMongo(running ?? own?.url ?? "");
  const { collections } = await writeBackup(resolve(asked));
  await disconnectMongo();
  await own?.stop();
  const count = collections.reduce((sum, one) => sum + one.count, 0);
  process.stdout.write(`Sauvegarde faite : ${count} documents de ${collections.length} collections dans ${asked}.\n`);
  process.exit(0);
});
