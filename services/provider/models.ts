import type { Sql } from "../../lib/db/client.ts";
import { modelVersionUri, NotReadyError } from "../../lib/db/ledgers.ts";
import { documentsOf } from "../../lib/search/documentsOf.ts";
import { startSearch } from "../../lib/search/startSearch.ts";
import { getDocument } from "../../lib/storage/documents.ts";
import type { Store } from "../../lib/storage/fileStore.ts";
import { classifierModel } from "./classifierModel.ts";
import { extractiveModel } from "./extractiveModel.ts";
import { type Upstream, upstreamModel } from "./upstreamModel.ts";

export interface ChatInput {
  messages: { role: string; content: string }[];
  maxTokens: number;
  /** Sampling parameters, as they came. */
  sampling: Record<string, unknown>;
}

/** Yields an answer in pieces; returns why it ended. */
export type AnswerStream = AsyncGenerator<string, "stop" | "length">;

export interface Model {
  answer(input: ChatInput, signal: AbortSignal): AnswerStream;
  /** Gives back what it holds. */
  close?(): void;
}

/** What keeps a model from being served, with the status that says whose fault it is. */
export class ModelError extends Error {
  override name = "ModelError";
  readonly status: 404 | 502 | 503;

  constructor(status: 404 | 502 | 503, message: string) {
    super(message);
    this.status = status;
  }
}

/** Models held in memory at once. */
export const MOST_LOADED = 8;

export interface Models {
  /** @throws ModelError */
  get(id: bigint, version: number): Promise<Model>;
  /** `<id>@<version>` of those in memory. */
  loaded(): string[];
}

/** Loads model versions when they are first asked for; the longest unused ones leave. */
export function createModels({ sql, store, upstream }: { sql: Sql; store: Store; upstream: Upstream | null }): Models {
  const models = new Map<string, Promise<Model>>();

  async function load(id: bigint, version: number): Promise<Model> {
    const uri = await modelVersionUri(sql, id, version);
    if (uri === null) throw new ModelError(404, `There is no model ${id} in version ${version}.`);
    const document = await getDocument(uri, store);
    if (document.type !== "model") throw new ModelError(404, `Model ${id} has no model's document.`);
    if (document.method === "openai") {
      if (!upstream) throw new ModelError(503, "This node has no upstream: set OPENAI_BASE_URL.");
      return upstreamModel(upstream, document.upstream!.model);
    }
    if (document.method === "datanet-classifier") return classifierModel(store, document.classifier!);
    const documents = await documentsOf(sql, id, version).catch((error: unknown) => {
      throw error instanceof NotReadyError ? new ModelError(503, error.message) : error;
    });
    const { quote, close } = await startSearch({ store: store.directory, documents });
    return { ...extractiveModel(quote), close };
  }

  function putAway(key: string) {
    models.get(key)!.then(
      (model) => model.close?.(),
      () => {}, // it never came
    );
    models.delete(key);
  }

  return {
    get(id, version) {
      const key = `${id}@${version}`;
      const model = models.get(key) ?? load(id, version);
      models.delete(key);
      models.set(key, model);
      model.catch(() => {
        if (models.get(key) === model) models.delete(key);
      });
      if (models.size > MOST_LOADED) putAway(models.keys().next().value!);
      return model;
    },
    loaded: () => [...models.keys()],
  };
}
