import { getPriority } from "node:os";
import { isMainThread, Worker } from "node:worker_threads";
import { yieldToServing } from "../yieldToServing.ts";

// For the test of `yieldToServing`: prints the priority of a thread that yields, then that of the one that started it.

if (!isMainThread) yieldToServing();
if (isMainThread) await new Promise((ended) => new Worker(new URL(import.meta.url)).once("exit", ended));
process.stdout.write(`${getPriority()} `);
