import { once } from "node:events";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { PromptPassage } from "../attribution/context/index.ts";
import { SearchError } from "./SearchError.ts";

/** A text in the store. */
export interface StoredDocument {
  id: string;
  title: string;
  cid: string;
}

/** What a thread is to search, given by name: a copy of the texts would hold up whoever starts it. */
export interface Searched {
  /** The store's directory. */
  store: string;
  documents: readonly StoredDocument[];
}

/** What is asked of the thread. */
export interface Ask {
  what: "quote" | "passages";
  question: string;
}

/** Questions wait for each other. @throws SearchError when a search takes too long; the signal's reason */
export interface Search {
  /** The quote that answers a question, or null. */
  quote(question: string, signal: AbortSignal): Promise<string | null>;
  /** The passages that a model should be given with a question, best first. */
  passages(question: string, signal: AbortSignal): Promise<PromptPassage[]>;
  /** Ends the thread when the question under way has its answer. */
  close(): void;
}

/** Read from the sources at run time, by Node alone: it is no part of the app's bundle. */
const THREAD = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/search/searchThread.ts");
/** Longest search, in ms: less than gateways wait for a first word. */
const MOST_MS = 10_000;
/** What is left to a search whose caller went away, in ms. Not nothing: to begin again with a new thread costs an index. */
const LEFT_MS = 500;

/**
 * Indexes documents in a thread of its own and searches there, so that a question made to take long holds up neither the server nor, for
 * longer than `mostMs`, the next question. A thread that had to be ended is started again by the next question.
 * @param file what the thread runs; for tests
 * @throws when a text has left the store
 */
export async function startSearch(searched: Searched, mostMs = MOST_MS, file = THREAD): Promise<Search> {
  let thread: Worker | null = await startThread(file, searched);
  let isClosed = false;
  let turn: Promise<unknown> = Promise.resolve();

  async function readyThread(signal: AbortSignal): Promise<Worker> {
    signal.throwIfAborted();
    if (isClosed) throw new SearchError("This model was just put away. Try again.");
    thread ??= await startThread(file, searched);
    signal.throwIfAborted();
    return thread;
  }

  /** @param settled is called when the thread is free again, or gone: later than the search ends when the caller left */
  function search<T>(searching: Worker, ask: Ask, signal: AbortSignal, settled: () => void) {
    return new Promise<T>((done, fail) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", leave);
        searching.off("error", kill).off("exit", exited).off("message", answered);
        settled();
      };
      const kill = (error: unknown) => {
        end();
        thread = null;
        void searching.terminate();
        fail(error);
      };
      const tooLong = () =>
        kill(new SearchError(`The search took longer than ${mostMs / 1000} s. Ask in fewer words.`));
      let timer = setTimeout(tooLong, mostMs);
      const leave = () => {
        fail(signal.reason);
        clearTimeout(timer);
        timer = setTimeout(tooLong, Math.min(LEFT_MS, mostMs));
      };
      signal.addEventListener("abort", leave);
      const exited = (code: number) => kill(new Error(`the search thread ended with code ${code}`));
      const answered = ({ found }: { found: T }) => {
        end();
        done(found);
      };
      searching.on("error", kill).on("exit", exited).on("message", answered);
      searching.postMessage(ask);
    });
  }

  function inTurn<T>(ask: Ask, signal: AbortSignal): Promise<T> {
    const free = Promise.withResolvers<void>();
    const answer = turn.then(async () => {
      const searching = await readyThread(signal).catch((error) => {
        free.resolve();
        throw error;
      });
      return search<T>(searching, ask, signal, free.resolve);
    });
    turn = free.promise;
    return answer;
  }

  return {
    quote: (question, signal) => inTurn({ what: "quote", question }, signal),
    passages: (question, signal) => inTurn({ what: "passages", question }, signal),
    close() {
      isClosed = true;
      void turn.then(() => thread?.terminate());
    },
  };
}

async function startThread(file: string, workerData: Searched): Promise<Worker> {
  const thread = new Worker(/* turbopackIgnore: true */ file, { workerData });
  await once(thread, "message"); // it is ready; an error of it rejects
  thread.unref();
  return thread;
}
