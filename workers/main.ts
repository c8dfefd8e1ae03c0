import { readConfig } from "#server/config.ts";
import { openHouse } from "#server/house.ts";
import { log } from "#server/platform/log.ts";
import { requireRealEngines } from "#server/real-engines.ts";
import { start, untilStopped } from "#server/until-stopped.ts";
import { mongoAnswers } from "#server/waiting-room.ts";
import { runWork } from "./run.ts";
import { works } from "./works.ts";

/** The workers alone, for production. */
start(async () => {
  const config = readConfig();
  requireRealEngines(config);
  if (config.mongoUrl) await mongoAnswers(config.mongoUrl);
  const house = await openHouse(config);
  const work = await runWork(works);
  log.info("workers ready");
  untilStopped(async () => {
    await work.stop();
    await house.close();
  });
});
