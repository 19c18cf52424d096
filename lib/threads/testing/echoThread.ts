import { parentPort } from "node:worker_threads";

// For the test of `RequestThread`: answers with what it was asked, throws or dies when told to.

parentPort!.on("message", ({ id, ask }: { id: number; ask: string }) => {
  parentPort!.postMessage({ say: `asked ${ask}` });
  if (ask === "die") process.exit(3);
  parentPort!.postMessage(ask === "throw" ? { id, error: new Error("told to") } : { id, reply: ask });
});
