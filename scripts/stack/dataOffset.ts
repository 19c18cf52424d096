import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StackError } from "./error.ts";

const FILE = "port-offset";

/**
 * Keeps a data directory at the ports it began with: the chain in it names the provider's address for good.
 * @throws StackError when it began with another offset.
 */
export function keepOffset(data: string, portOffset: number): void {
  const file = path.join(data, FILE);
  if (!existsSync(file)) writeFileSync(file, String(portOffset));
  const first = readFileSync(file, "utf8");
  if (first === String(portOffset)) return;
  throw new StackError(
    `What is in ${data} began with --port-offset ${first}, and its chain names the provider's address there: start it with --port-offset ${first}, or this one with another --data DIR.`,
  );
}
