import path from "node:path";
import { RequestThread } from "../RequestThread.ts";

// For the test of `RequestThread`: a process that asks once and has nothing else to do.

const thread = new RequestThread<string, string>({ file: path.join(import.meta.dirname, "echoThread.ts") });
process.stdout.write(await thread.ask("once"));
