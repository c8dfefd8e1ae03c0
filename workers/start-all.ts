import { readConfig } from "#server/config.ts";
import { sayWelcome } from "#server/demo/say-welcome.ts";
import { seedDemo } from "#server/demo/seed-demo.ts";
import { openHouse } from "#server/house.ts";
import { listen } from "#server/listen.ts";
import { rebuildIndexes } from "#server/rebuild-indexes.ts";
import { start, untilStopped } from "#server/until-stopped.ts";
import { runWork } from "./run.ts";
import { works } from "./works.ts";

/** The whole product in one process (and its store beside it): for development and for a small site. */
start(async () => {
  const config = readConfig();
  const house = await openHouse(config);
  if (config.demo) await seedDemo({ territory: config.territory });
  await rebuildIndexes();
  const web = await listen(config);
  const work = await runWork(works);
  sayWelcome({ publicUrl: config.publicUrl, demo: config.demo });
  untilStopped(async () => {
    await web.close();
    await work.stop();
    await house.close();
  });
});
