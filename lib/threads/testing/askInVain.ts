import path from "node:path";
import { RequestThread } from "../RequestThread.ts";

// For the test of `RequestThread`: a process that asks what cannot cross to the thread or, with an argument, back, and has nothing else to do.

const thread = new RequestThread<unknown, string>({ file: path.join(import.meta.dirname, "echoThread.ts") });
const ask = process.argv[2] ?? (() => {});
await thread.ask(ask).catch((error: Error) => process.stdout.write(`${error.name}, ${thread.waiting} waiting`));
