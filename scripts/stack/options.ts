import { type Manual, readArguments } from "./arguments.ts";
import { type Place, placeOf, placeOptions } from "./place.ts";

export interface Options extends Place {
  /** Stop once seeded and ready, with a JSON summary as the last line. */
  once: boolean;
  /** Delete the data directory first. */
  fresh: boolean;
  /** Next's development server instead of a production build. */
  dev: boolean;
  /** Fill an empty chain with the demonstration data. */
  seed: boolean;
}

export const START: Manual = {
  name: "start",
  does: "Starts OpenLedger on this machine, fills it with real data and says where it is.",
  usage: "npm start -- [--once] [--fresh] [--dev] [--no-seed] [--data DIR] [--port-offset N]",
};

/** @throws UsageError naming the option that is unknown, malformed or leads to ports that cannot be used. */
export function parseOptions(argv: string[], root: string): Options {
  const { values } = readArguments(
    {
      args: argv,
      allowNegative: true,
      options: {
        once: { type: "boolean", default: false },
        fresh: { type: "boolean", default: false },
        dev: { type: "boolean", default: false },
        seed: { type: "boolean", default: true },
        ...placeOptions,
      },
    },
    START,
  );
  const { once, fresh, dev, seed } = values;
  return { once, fresh, dev, seed, ...placeOf(values, root, START) };
}
