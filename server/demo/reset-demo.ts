import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import mongoose from "mongoose";
import { readConfig } from "#server/config.ts";
import { startStore } from "#server/embedded/store/start-store.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";
import { start } from "#server/until-stopped.ts";
import { seedDemo } from "./seed-demo.ts";

/** Throws the demonstration away and makes a fresh one: `npm run reset-demo -- --offers 20000 --cvs 20000`. */
start(async () => {
  const config = readConfig();
  if (config.production) throw new Error("reset-demo erases everything: it does not run with NODE_ENV=production.");
  const { values } = parseArgs({
    options: { offers: { type: "string", default: "400" }, cvs: { type: "string", default: "300" } },
  });
  const [offers, cvs] = [Number(values.offers), Number(values.cvs)];
  if (!(offers >= 100 && cvs >= 100)) throw new Error("--offers and --cvs take a number of 100 or more.");
  for (const folder of ["mails", "queue"]) rmSync(join(config.dataDir, folder), { recursive: true, force: true });
  const store = config.mongoUrl ? null : await startStore({ folder: join(config.dataDir, "store") });
  await connectMongo(config.mongoUrl ?? store?.url ?? "");
  await mongoose.connection.dropDatabase();
  await disconnectMongo();
  await connectMongo(config.mongoUrl ?? store?.url ?? "");
  await seedDemo({ territory: config.territory, offers, cvs });
  await disconnectMongo();
  await store?.stop();
  process.stdout.write(`Nouvelle démonstration : ${offers} offres, ${cvs} CV. Lancez \`npm start\`.\n`);
  process.exit(0);
});
