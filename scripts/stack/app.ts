import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { contentHash } from "./contentHash.ts";
import { type Context, nodeCommand } from "./context.ts";
import { get, until } from "./ready.ts";
import { sayWhile } from "./sayWhile.ts";

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tailwind.config.ts",
];
const SETTINGS = ["tsconfig.json", "package-lock.json"];

const nextArguments = (root: string, ...args: string[]) => [
  path.join(root, "node_modules/next/dist/bin/next"),
  ...args,
];

/** Tells whether .next holds a production build of exactly these sources, and marks it when it does. */
export function productionBuild(root: string) {
  const stamp = path.join(root, ".next/sources.sha256");
  const sources = contentHash(root, [...SOURCES, ...SETTINGS]);
  return {
    isCurrent: () => existsSync(stamp) && readFileSync(stamp, "utf8") === sources,
    begin: () => rmSync(stamp, { force: true }),
    finish: () => writeFileSync(stamp, sources),
  };
}

/** Makes a production build if the sources are not those of the last one. */
export async function buildApp(context: Context): Promise<void> {
  const build = productionBuild(context.root);
  if (build.isCurrent()) return;
  build.begin();
  const log = path.relative(context.root, context.processes.logOf("build"));
  const { progress, processes } = context;
  progress.step("app", `builds: the longest step, one to five minutes, longer on busy cores (${log})`);
  const built = processes.run("build", nodeCommand(context, ...nextArguments(context.root, "build")));
  await sayWhile(built, (seconds) => progress.step("app", `still building, ${seconds} s…`));
  build.finish();
  progress.step("app", "built");
}

export async function startApp(context: Context): Promise<void> {
  const { root, options, ports, appUrl, progress, processes } = context;
  const mode = options.dev ? "dev" : "start";
  const args = nextArguments(root, mode, "--hostname", "127.0.0.1", "--port", String(ports.app));
  processes.start("app", nodeCommand(context, ...args));
  await until("The app", () => get(`${appUrl}/api/v1/status`));
  progress.step("app", options.dev ? "ready (development)" : "ready");
}
