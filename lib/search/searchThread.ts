import { parentPort, workerData } from "node:worker_threads";
import { findPassages } from "../attribution/context/index.ts";
import { answerFrom, buildPassages } from "../attribution/index.ts";
import type { Ask, Documents } from "./startSearch.ts";

// A thread that holds the passages of one model and looks for answers in them, one question after another. See `startSearch`.

const { documents } = workerData as { documents: Documents };
const passages = buildPassages(documents);
const port = parentPort!;

port.on("message", ({ what, question }: Ask) => {
  const found = what === "quote" ? (answerFrom(passages, question)?.text ?? null) : findPassages(passages, question);
  port.postMessage({ found });
});
port.postMessage("ready");
