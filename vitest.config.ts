import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{bench,lib,services,scripts,indexer,components}/**/*.test.{ts,tsx}"],
    globalSetup: "services/worker/testing/databases.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000, // some start a database and a chain
  },
});
