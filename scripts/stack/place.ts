import path from "node:path";
import { type Manual, UsageError } from "./arguments.ts";
import { problemOfOffset } from "./ports.ts";

/** Which stack of this machine is meant. */
export interface Place {
  /** Absolute path. */
  data: string;
  /** Added to every port, so that several stacks run side by side. */
  portOffset: number;
}

/** The options that say it, the same for every command that starts or finds a stack. */
export const placeOptions = { data: { type: "string" }, "port-offset": { type: "string" } } as const;

/** @throws UsageError naming the option that is malformed or leads to ports that cannot be used. */
export function placeOf(
  values: { [name in keyof typeof placeOptions]?: string | undefined },
  root: string,
  { usage }: Manual,
): Place {
  const { data = ".data", "port-offset": offset = "0" } = values;
  const portOffset = Number(offset);
  if (!Number.isInteger(portOffset) || portOffset < 0) {
    throw new UsageError(`--port-offset is "${offset}", but must be a whole number from 0. Usage: ${usage}`);
  }
  const problem = problemOfOffset(portOffset);
  if (problem) throw new UsageError(problem);
  return { data: path.resolve(root, data), portOffset };
}
