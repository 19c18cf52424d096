import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{bench,lib,services,scripts,indexer,components}/**/*.test.{ts,tsx}"],
    globalSetup: "services/worker/testing/databases.ts",
    // Only safety nets, for a machine far busier than ours: what a test proves about time it proves by a clock of its own.
    testTimeout: 300_000,
    hookTimeout: 300_000, // some start a database and a chain
    expect: { poll: { timeout: 120_000, interval: 20 } },
  },
});
