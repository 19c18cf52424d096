// npm start [-- --once] [--fresh] [--dev] [--no-seed] [--data DIR] [--port-offset N]
import path from "node:path";
import { answerHelp, UsageError } from "./stack/arguments.ts";
import { messageOf } from "./stack/error.ts";
import { parseOptions, START } from "./stack/options.ts";
import { makeProgress } from "./stack/progress.ts";
import { Stack } from "./stack/stack.ts";

/** A terminal's Ctrl-C reaches us twice under npm (from the terminal and from npm): only a later one is a second wish. */
const SAME_KEYPRESS_MS = 1000;

/** As shells report an end by SIGINT. */
const INTERRUPTED = 130;

const say = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const root = path.resolve(import.meta.dirname, "..");
  const argv = process.argv.slice(2);
  answerHelp(START, argv);
  const options = parseOptions(argv, root);
  let stopping: number | undefined;
  let isReady = false;

  const finish = async (code: number, message: string, lastLine = "") => {
    if (stopping !== undefined) return;
    stopping = Date.now();
    if (message) say(`\n${message}`);
    await stack.stop();
    if (lastLine) say(lastLine);
    process.exit(code);
  };
  const stack = await Stack.prepare(root, options, makeProgress(), (death) => finish(1, death));

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping === undefined) {
        return void (isReady
          ? finish(0, "")
          : finish(INTERRUPTED, `Stops before it is ready (${signal}); npm start goes on from here.`));
      }
      if (Date.now() - stopping < SAME_KEYPRESS_MS) return;
      stack.kill();
      process.exit(INTERRUPTED);
    });
  }

  try {
    const summary = await stack.start();
    isReady = true;
    const ready = `OpenLedger is ready: ${stack.url} (after ${Math.round(summary.ready_s)} s)`;
    if (options.once) await finish(0, ready, JSON.stringify(summary));
    else if (stopping === undefined) say(`\n${ready}\nCtrl-C stops it and keeps the data.`);
  } catch (error) {
    await finish(1, messageOf(error));
  }
}

main().catch((error) => {
  say(messageOf(error));
  process.exit(error instanceof UsageError ? UsageError.EXIT_CODE : 1);
});
