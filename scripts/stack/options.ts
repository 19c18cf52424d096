import path from "node:path";
import { parseArgs } from "node:util";
import { StackError } from "./error.ts";
import { problemOfOffset } from "./ports.ts";

export interface Options {
  /** Stop once seeded and ready, with a JSON summary as the last line. */
  once: boolean;
  /** Delete the data directory first. */
  fresh: boolean;
  /** Next's development server instead of a production build. */
  dev: boolean;
  /** Fill an empty chain with the demonstration data. */
  seed: boolean;
  /** Absolute path. */
  data: string;
  /** Added to every port, so that several stacks run side by side. */
  portOffset: number;
}

const USAGE = "npm start -- [--once] [--fresh] [--dev] [--no-seed] [--data DIR] [--port-offset N]";

/** @throws StackError naming the option that is unknown, malformed or leads to ports that cannot be used. */
export function parseOptions(argv: string[], root: string): Options {
  const { values } = parse(argv);
  const portOffset = Number(values["port-offset"]);
  if (!Number.isInteger(portOffset) || portOffset < 0) {
    throw new StackError(`--port-offset is "${values["port-offset"]}", but must be a whole number from 0. ${USAGE}`);
  }
  const problem = problemOfOffset(portOffset);
  if (problem) throw new StackError(problem);
  return {
    once: values.once,
    fresh: values.fresh,
    dev: values.dev,
    seed: values.seed,
    data: path.resolve(root, values.data),
    portOffset,
  };
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowNegative: true,
      options: {
        once: { type: "boolean", default: false },
        fresh: { type: "boolean", default: false },
        dev: { type: "boolean", default: false },
        seed: { type: "boolean", default: true },
        data: { type: "string", default: ".data" },
        "port-offset": { type: "string", default: "0" },
      },
    });
  } catch (error) {
    throw new StackError(`${(error as Error).message.split(". ")[0]}. Usage: ${USAGE}`);
  }
}
