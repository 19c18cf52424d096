import type { Sql } from "../../lib/db/client.ts";
import { modelAssets } from "../../lib/db/gateway/assets.ts";
import type { Models } from "./models.ts";

const EVERY_MS = 1_000;

/**
 * Loads each model's newest version before somebody asks for it: the first question should not wait for an index to be built.
 * @returns stops it
 */
export function keepWarm(sql: Sql, models: Models): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;

  async function look() {
    // Whatever fails here (no index yet, a text not there yet) is tried again, and told to whoever asks for the model.
    const assets = await modelAssets(sql).catch(() => []);
    const loaded = models.loaded();
    for (const { id, version } of assets) {
      if (!loaded.includes(`${id}@${version}`)) await models.get(id, version).catch(() => {});
    }
    if (!stopped) timer = setTimeout(look, EVERY_MS);
  }

  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
