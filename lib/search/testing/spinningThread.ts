import { parentPort } from "node:worker_threads";

// In place of `searchThread`: never done with the question "spin", at once with any other.

const port = parentPort!;
port.on("message", ({ question }: { question: string }) => {
  while (question === "spin");
  port.postMessage({ found: question });
});
port.postMessage("ready");
