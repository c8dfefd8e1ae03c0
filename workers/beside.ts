import { readConfig } from "#server/config.ts";
import { openHouse, settingsBeside } from "#server/house.ts";
import { log } from "#server/platform/log.ts";
import { lentEngine } from "#server/platform/search/lent/lent-engine.ts";
import { openSearch } from "#server/platform/search/open-search.ts";
import { start } from "#server/until-stopped.ts";
import { stopWord } from "./beside-words.ts";
import { runWork, shareOfWorkers } from "./run.ts";
import { works } from "./works.ts";

/** The workers of `npm start`, in a process of their own on the engines that the web process opened. */
start(async () => {
  let leave = async (): Promise<void> => undefined;
  process.on("message", (message) => {
    if (message === stopWord) void leave().finally(() => process.exit(0));
  });
  process.on("disconnect", () => process.exit(1)); // who started us is gone, and its store with it
  // a terminal's Ctrl-C reaches us as well: who started us says when to stop
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);

  const config = readConfig();
  const index = lentEngine({
    send: (message) => process.send?.(message),
    hear: (heard) => process.on("message", heard),
  });
  const house = await openHouse(settingsBeside(config), config.meili ? openSearch(config.meili) : index);
  const work = await runWork(works, shareOfWorkers);
  leave = async () => {
    await work.stop();
    await house.close();
  };
  log.info("workers ready");
});
