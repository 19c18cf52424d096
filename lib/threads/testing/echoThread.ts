import { parentPort } from "node:worker_threads";

// For the test of `RequestThread`: answers with what it was asked; does what it is told to instead.

/** Nested so deeply that this thread can write it, but the main thread, whose stack is smaller, cannot read it. */
function unreadable(): unknown {
  let nested: unknown[] = [];
  for (let depth = 0; depth < 7000; depth++) nested = [nested];
  return nested;
}

parentPort!.on("message", ({ id, ask }: { id: number; ask: string }) => {
  parentPort!.postMessage({ say: `asked ${ask}` });
  if (ask === "die") process.exit(3);
  if (ask === "crash") throw new Error("crashed");
  if (ask === "throw") return parentPort!.postMessage({ id, error: new Error("told to") });
  parentPort!.postMessage({ id, reply: ask === "be unreadable" ? unreadable() : ask });
});
