import { existsSync } from "node:fs";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { UPSTREAM_PORT } from "./fixtures/upstream.ts";

// Its own stack beside a running one: own data, all ports shifted. Loopback only: names do not resolve in the browser.
const PORT_OFFSET = 1000;
const root = path.resolve(import.meta.dirname, "..");
const systemChromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://127.0.0.1:${3000 + PORT_OFFSET}`,
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: systemChromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
    },
  },
  webServer: {
    command: `node scripts/start.ts --fresh --data .data/e2e --port-offset ${PORT_OFFSET}`,
    cwd: root,
    env: { OPENAI_BASE_URL: `http://127.0.0.1:${UPSTREAM_PORT}/v1` },
    wait: { stdout: /OpenLedger is ready/ },
    timeout: 900_000,
    stdout: "pipe",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGINT", timeout: 30_000 },
  },
});
