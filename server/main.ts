import { readConfig } from "./config.ts";
import { openHouse } from "./house.ts";
import { listen } from "./listen.ts";
import { loadAssets } from "./platform/assets.ts";
import { useAssets } from "./platform/assets-in-use.ts";
import { log } from "./platform/log.ts";
import { requireRealEngines } from "./real-engines.ts";
import { rebuildIndexes } from "./rebuild-indexes.ts";
import { start, untilStopped } from "./until-stopped.ts";
import { mongoAnswers, openWaitingRoom } from "./waiting-room.ts";

/** The web process alone, for production: MongoDB, Redis and Meilisearch are elsewhere. */
start(async () => {
  const config = readConfig();
  requireRealEngines(config);
  const waiting = await openWaitingRoom(config);
  if (config.mongoUrl) await mongoAnswers(config.mongoUrl);
  const house = await openHouse(config);
  useAssets(await loadAssets());
  await rebuildIndexes();
  await waiting.close();
  const web = await listen(config);
  log.info({ port: web.port }, "web listening");
  untilStopped(async () => {
    await web.close();
    await house.close();
  });
});
