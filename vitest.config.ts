import { existsSync } from "node:fs";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";

const chromium = existsSync("/usr/bin/chromium");
if (!chromium) process.stdout.write("Chromium is not at /usr/bin/chromium: the journeys in a browser are not run.\n");

const shared = {
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
} as const;

const journeys: TestProjectConfiguration = {
  ...shared,
  test: {
    name: "journeys",
    include: ["test/journeys/**/*.journey.test.ts"],
    globalSetup: ["test/support/start-store.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
};

const tests: TestProjectConfiguration = {
  ...shared,
  test: {
    name: "tests",
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/journeys/**", "node_modules/**"],
    globalSetup: ["test/support/start-store.ts"],
    testTimeout: 20_000,
    hookTimeout: 40_000,
  },
};

export default defineConfig({ test: { maxWorkers: 2, projects: chromium ? [tests, journeys] : [tests] } });
