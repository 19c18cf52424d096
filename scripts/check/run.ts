import { spawn } from "node:child_process";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Outcome {
  code: number;
  /** stdout and stderr as they came, without colours. */
  output: string;
}

/** Runs a node script or a tool's script below node_modules with the node that runs us. @param show also prints what it prints. */
export function runNode(script: string, args: string[] = [], { show = false } = {}): Promise<Outcome> {
  return run(process.execPath, [path.join(ROOT, script), ...args], { show });
}

export function run(command: string, args: string[], { show = false } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8"); // a character may come in two chunks
      stream.on("data", (chunk: string) => {
        output += chunk;
        if (show) process.stdout.write(chunk);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: withoutColours(output) }));
  });
}

const ESCAPE = String.fromCharCode(27);
const withoutColours = (text: string) => text.replaceAll(new RegExp(`${ESCAPE}\\[[0-9;]*m`, "g"), "");
