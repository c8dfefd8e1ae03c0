import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/journeys/**", "node_modules/**"],
    testTimeout: 20_000,
    hookTimeout: 40_000,
    maxWorkers: 2,
  },
});
