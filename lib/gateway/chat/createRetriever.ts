import type { PromptPassage } from "../../attribution/context/index.ts";
import type { Sql } from "../../db/client.ts";
import { NotReadyError } from "../../db/ledgers.ts";
import { documentsOf } from "../../search/documentsOf.ts";
import { SearchError } from "../../search/SearchError.ts";
import { type Search, startSearch } from "../../search/startSearch.ts";
import type { Store } from "../../storage/fileStore.ts";
import { unavailable } from "../http/GatewayError.ts";

export interface Retriever {
  /**
   * The passages of a model version's datanets that go into a question's prompt, best first.
   * @param signal ends the waiting @throws GatewayError 503 when they cannot be had now
   */
  find(model: bigint, version: number, question: string, signal: AbortSignal): Promise<PromptPassage[]>;
}

/** Models whose passages are held at once, each in a thread of its own; the longest unused leaves. */
const MOST_HELD = 4;
/** From the request to the passages, a first index included: then there is time left for the answer. */
const MOST_MS = 15_000;

/** Searches in threads: a question that takes long holds up nobody but those who ask the same model. */
export function createRetriever(sql: Sql, store: Pick<Store, "directory">): Retriever {
  const searches = new Map<string, Promise<Search>>();

  function searchOf(model: bigint, version: number): Promise<Search> {
    const key = `${model}@${version}`;
    const search = searches.get(key) ?? start(model, version);
    searches.delete(key);
    searches.set(key, search);
    search.catch(() => {
      if (searches.get(key) === search) searches.delete(key);
    });
    if (searches.size > MOST_HELD) putAway(searches.keys().next().value!);
    return search;
  }

  async function start(model: bigint, version: number): Promise<Search> {
    return startSearch({ store: store.directory, documents: await documentsOf(sql, model, version) });
  }

  function putAway(key: string) {
    searches.get(key)!.then(
      (search) => search.close(),
      () => {}, // it never came
    );
    searches.delete(key);
  }

  return {
    async find(model, version, question, signal) {
      const inTime = AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)]);
      try {
        const search = await orAbort(searchOf(model, version), inTime);
        return await search.passages(question, inTime);
      } catch (error) {
        signal.throwIfAborted();
        throw whyNot(error);
      }
    },
  };
}

/** What is begun goes on for the next question: only this one stops waiting. */
function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((done, fail) => {
    signal.addEventListener("abort", () => fail(signal.reason), { once: true });
    promise.then(done, fail);
  });
}

function whyNot(error: unknown) {
  const says = (reason: string) => unavailable(`${reason} Nothing was charged.`, "passages_unavailable");
  if (error instanceof NotReadyError || error instanceof SearchError) return says(error.message);
  console.error("gateway: passages:", error);
  const isLate = error instanceof DOMException && error.name === "TimeoutError";
  return says(
    isLate
      ? "The passages for this question were not found in time. Try again."
      : "The passages of this model’s datanets cannot be read at the moment. Try again.",
  );
}
