import type { Sql } from "../../lib/db/client.ts";
import { modelAssets } from "../../lib/db/gateway/assets.ts";
import { MOST_LOADED, type Models } from "./models.ts";

const EVERY_MS = 1_000;

/**
 * Loads models' newest versions before somebody asks for them: the first question should not wait for an index to be built. Only of the
 * oldest models, as many as memory holds, and each version once: warming must not drive out what is in use.
 * @returns stops it
 */
export function keepWarm(sql: Sql, models: Models): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const warmed = new Set<string>();

  async function look() {
    // Whatever fails here (no index yet, a text not there yet) is tried again, and told to whoever asks for the model.
    const assets = await modelAssets(sql).catch(() => []);
    for (const { id, version } of assets.slice(0, MOST_LOADED)) {
      const name = `${id}@${version}`;
      if (warmed.has(name)) continue;
      await models.get(id, version).then(
        () => warmed.add(name),
        () => {},
      );
    }
    if (!stopped) timer = setTimeout(look, EVERY_MS);
  }

  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
