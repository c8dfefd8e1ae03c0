import { defineConfig } from "vitest/config";

/** The journeys: real browser, real product. Run by `npm run journeys` and by .ci/run. */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["test/journeys/**/*.journey.test.ts"],
    globalSetup: ["test/support/start-store.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
