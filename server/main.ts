import { readConfig } from "./config.ts";
import { openHouse } from "./house.ts";
import { listen } from "./listen.ts";
import { log } from "./platform/log.ts";
import { start, untilStopped } from "./until-stopped.ts";

/** The web process alone, for production: MongoDB, Redis and Meilisearch are elsewhere. */
start(async () => {
  const config = readConfig();
  const house = await openHouse(config);
  const web = await listen(config);
  log.info({ port: web.port }, "web listening");
  untilStopped(async () => {
    await web.close();
    await house.close();
  });
});
