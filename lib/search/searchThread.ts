import { parentPort, workerData } from "node:worker_threads";
import { findPassages } from "../attribution/context/index.ts";
import { answerFrom, buildPassages } from "../attribution/index.ts";
import { decodeText } from "../storage/decodeText.ts";
import { createFileStore } from "../storage/fileStore.ts";
import type { Ask, Searched } from "./startSearch.ts";

// A thread that holds the passages of one model and looks for answers in them, one question after another. See `startSearch`.

const { store: directory, documents } = workerData as Searched;
const store = createFileStore(directory);
const textOf = async (cid: string) => decodeText(await store.get(cid));
const passages = buildPassages(
  await Promise.all(documents.map(async ({ id, title, cid }) => ({ id, title, text: await textOf(cid) }))),
);
const port = parentPort!;

port.on("message", ({ what, question }: Ask) => {
  const found = what === "quote" ? (answerFrom(passages, question)?.text ?? null) : findPassages(passages, question);
  port.postMessage({ found });
});
port.postMessage("ready");
