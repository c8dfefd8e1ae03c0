import { readConfig } from "#server/config.ts";
import { sayWelcome } from "#server/demo/say-welcome.ts";
import { seedDemo } from "#server/demo/seed-demo.ts";
import { openHouse } from "#server/house.ts";
import { listen } from "#server/listen.ts";
import { loadAssets } from "#server/platform/assets.ts";
import { useAssets } from "#server/platform/assets-in-use.ts";
import { currentEngine } from "#server/platform/queue/current-engine.ts";
import { rebuildIndexes } from "#server/rebuild-indexes.ts";
import { start, untilStopped } from "#server/until-stopped.ts";
import { runWork, shareOfWeb, wholeWork } from "./run.ts";
import { startBeside } from "./start-beside.ts";
import { works } from "./works.ts";

/**
 * The whole product, for development and for a small site: the web in this process, its store, its queue and its workers
 * beside it. A queue inside this process (PGlite) keeps the workers here.
 */
start(async () => {
  const config = readConfig();
  const house = await openHouse(config);
  useAssets(await loadAssets());
  if (config.demo) await seedDemo({ territory: config.territory });
  await rebuildIndexes();
  const web = await listen(config);
  const apart = currentEngine()?.kind === "redis";
  const work = await runWork(works, apart ? shareOfWeb : wholeWork);
  const beside = apart ? startBeside() : null;
  sayWelcome({ publicUrl: config.publicUrl, demo: config.demo });
  untilStopped(async () => {
    await Promise.all([web.close(), work.stop(), beside?.stop()]);
    await house.close();
  });
});
