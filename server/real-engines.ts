import type { Config } from "./config.ts";

/**
 * Web and workers in processes of their own meet only in engines both can reach.
 * @throws an Error that names the settings to give
 */
export const requireRealEngines = (config: Config): void => {
  const missing = [
    config.mongoUrl === null && "MONGODB_URL",
    config.redisUrl === null && "REDIS_URL",
    config.meili === null && "MEILI_URL",
  ].filter((name) => name !== false);
  if (missing.length > 0)
    throw new Error(
      `Web and workers apart need engines of their own: set ${missing.join(", ")}. \`npm start\` runs everything in one process without them.`,
    );
};
