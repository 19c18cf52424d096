import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export type FoundryTool = "forge" | "anvil" | "cast";

const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = { x64: "amd64", arm64: "arm64" };

/** The npm package that carries a tool's binary for a platform, e.g. `@foundry-rs/anvil-linux-amd64`. */
export function foundryPackage(tool: FoundryTool, platform = process.platform, arch = process.arch): string {
  return `@foundry-rs/${tool}-${platform}-${ARCHITECTURES[arch] ?? arch}`;
}

/**
 * The path of a tool's own binary. `node_modules/.bin/<tool>` is a wrapper: a signal sent to it does not stop its child.
 * @throws if npm did not install the tool's package for this platform.
 */
export function foundryBinary(tool: FoundryTool): string {
  const name = foundryPackage(tool);
  const binary = join(packageFolder(name), "bin", process.platform === "win32" ? `${tool}.exe` : tool);
  if (!existsSync(binary)) {
    throw new Error(`${tool} is missing: ${name} holds no binary. Run \`npm ci\` (without --omit=optional).`);
  }
  return binary;
}

function packageFolder(name: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch (cause) {
    throw new Error(`${name} is not installed. Run \`npm ci\` (without --omit=optional) on a supported platform.`, {
      cause,
    });
  }
}
