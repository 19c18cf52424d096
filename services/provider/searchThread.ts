import { parentPort, workerData } from "node:worker_threads";
import { answerFrom, buildPassages } from "../../lib/attribution/index.ts";

// A thread that holds the passages of one model and looks for answers in them, one question after another. See `startSearch`.

const { documents } = workerData as { documents: Parameters<typeof buildPassages>[0] };
const passages = buildPassages(documents);
const port = parentPort!;

port.on("message", (question: string) => port.postMessage({ found: answerFrom(passages, question)?.text ?? null }));
port.postMessage("ready");
