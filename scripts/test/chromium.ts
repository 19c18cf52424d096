import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { run, runNode } from "../check/run.ts";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

const isInstalled = () => [...SYSTEM, chromium.executablePath()].some((file) => existsSync(file));

/**
 * Makes sure that there is a browser: the distribution's where we may install it, else Playwright's own.
 * @throws Error with the last words of the installer when neither works.
 */
export async function ensureChromium(say: (line: string) => void): Promise<void> {
  if (isInstalled()) return;
  const apt = aptGet();
  if (apt) {
    say("installing chromium with apt-get");
    await run(apt[0]!, [...apt.slice(1), "update"]);
    await run(apt[0]!, [...apt.slice(1), "install", "--yes", "--no-install-recommends", "chromium"]);
    if (isInstalled()) return;
  }
  say("installing Playwright's chromium");
  const { output } = await runNode("node_modules/@playwright/test/cli.js", ["install", "chromium"]);
  if (isInstalled()) return;
  const reason = output.trim().split("\n").slice(-3).join("\n");
  throw new Error(
    `No browser for the end-to-end tests, and none could be installed: apt-get install chromium.\n${reason}`,
  );
}

function aptGet(): string[] | undefined {
  if (!onPath("apt-get")) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  return onPath("sudo") ? ["sudo", "--non-interactive", "apt-get"] : undefined;
}

const onPath = (program: string) =>
  (process.env.PATH ?? "").split(path.delimiter).some((directory) => existsSync(path.join(directory, program)));
