import { join } from "node:path";
import { AccountModel } from "./accounts/account-model.ts";
import { forgetSecondFactor } from "./accounts/second-factor.ts";
import { closeSessions } from "./accounts/sessions.ts";
import { readConfig } from "./config.ts";
import { startStore } from "./embedded/store/start-store.ts";
import { connectMongo, disconnectMongo } from "./platform/mongo.ts";
import { start } from "./until-stopped.ts";

/** For the last administrator who lost a telephone: `npm run forget-phone -- address`, product stopped when embedded. */
start(async () => {
  const email = process.argv[2]?.trim().toLowerCase() ?? "";
  const config = readConfig();
  const store = config.mongoUrl ? null : await startStore({ folder: join(config.dataDir, "store") });
  await connectMongo(config.mongoUrl ?? store?.url ?? "");
  const account = await AccountModel.findOne({ email }).lean();
  if (account) {
    await forgetSecondFactor(account._id.toHexString());
    await closeSessions(account._id.toHexString());
  }
  await disconnectMongo();
  await store?.stop();
  process.stdout.write(
    account ? "Téléphone oublié. Un autre se règle à la prochaine connexion.\n" : "Adresse inconnue.\n",
  );
  process.exit(account ? 0 : 1);
});
