import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engineDigest } from "../../lib/attribution/vectors/engineDigest.ts";
import { ensureChromium } from "./chromium.ts";

const root = path.join(import.meta.dirname, "../..");
const vectors = readFileSync(path.join(root, "lib/attribution/vectors/attribution.json"), "utf8");
const expected = engineDigest(vectors);
const directory = mkdtempSync(path.join(tmpdir(), "engines-"));
const bundle = path.join(directory, "engine.cjs");

/** Other versions of Node on the path: the system's, where there is one. The browser is always there. */
const nodes = [...new Set((process.env.PATH ?? "").split(path.delimiter))]
  .map((folder) => path.join(folder, "node"))
  .filter((file) => !file.includes("node_modules") && existsSync(file))
  .filter((file) => execFileSync(file, ["--version"], { encoding: "utf8" }).trim() !== process.version);

beforeAll(async () => {
  const entry = path.join(root, "lib/attribution/vectors/engineDigest.ts");
  const rolldown = path.join(root, "node_modules/rolldown/bin/cli.mjs");
  const options = ["--format", "iife", "--name", "engine", "--platform", "browser", "--file", bundle];
  execFileSync(process.execPath, [rolldown, entry, ...options], { stdio: ["ignore", "ignore", "inherit"] });
  await ensureChromium(console.log);
}, 900_000); // it may have to install one
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("the engine says the same bytes", () => {
  it("in Chromium", async () => {
    const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
    const args = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"];
    const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: readFileSync(bundle, "utf8") });
      const digest = await page.evaluate(`engine.engineDigest(${JSON.stringify(vectors)})`);
      expect(digest).toBe(expected);
    } finally {
      await browser.close();
    }
  });

  it("in this Node as bundled, and in every other Node on the path", () => {
    const file = path.join(root, "lib/attribution/vectors/attribution.json");
    const script = `${readFileSync(bundle, "utf8")};process.stdout.write(engine.engineDigest(require("fs").readFileSync(${JSON.stringify(file)}, "utf8")))`;
    for (const node of [process.execPath, ...nodes]) {
      expect(execFileSync(node, ["-"], { input: script, encoding: "utf8" }), node).toBe(expected);
    }
  });
});
