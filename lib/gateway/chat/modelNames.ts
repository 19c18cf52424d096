import { type ModelVersion, modelVersions, modelVersionsMark } from "../../db/gateway/assets.ts";
import type { Gateway } from "../Gateway.ts";
import { readDocument } from "./documents.ts";
import { slugOf } from "./slugOf.ts";

export interface ModelNames {
  /** The model that each slug leads to. */
  holders: Map<string, bigint>;
  /** Slugs that may be an earlier model's, whose document cannot be read now: they lead nowhere. */
  doubtful: Set<string>;
}

/** Documents read at once. */
const AT_ONCE = 32;
const kept = new WeakMap<Gateway, { mark: string; names: ModelNames }>();

/**
 * Which model each name stands for: the one whose version was the first to bear it on the chain. Worked out anew only when the index
 * shows other versions than before.
 */
export async function modelNames(gateway: Gateway): Promise<ModelNames> {
  const mark = await modelVersionsMark(gateway.sql);
  const known = kept.get(gateway);
  if (known?.mark === mark) return known.names;
  const { names, isWhole } = await readNames(gateway);
  if (isWhole) kept.set(gateway, { mark, names });
  return names;
}

async function readNames(gateway: Gateway): Promise<{ names: ModelNames; isWhole: boolean }> {
  const versions = await modelVersions(gateway.sql);
  const holders = new Map<string, bigint>();
  const doubtful = new Set<string>();
  /** Models with a version whose name nobody can tell, so far. */
  const unreadable = new Set<bigint>();
  for (let at = 0; at < versions.length; at += AT_ONCE) {
    const part = versions.slice(at, at + AT_ONCE);
    const names = await Promise.all(part.map((version) => nameOf(gateway, version)));
    for (const [index, { id }] of part.entries()) {
      const name = names[index];
      if (name === undefined) unreadable.add(id);
      const slug = slugOf(name ?? "");
      if (slug === "" || /^ol-\d+$/.test(slug) || holders.has(slug)) continue;
      // Only what is another's could lead a caller astray.
      if ([...unreadable].some((other) => other !== id)) doubtful.add(slug);
      else if (!doubtful.has(slug)) holders.set(slug, id);
    }
  }
  return { names: { holders, doubtful }, isWhole: unreadable.size === 0 };
}

/** @returns null when it is no model's document, undefined when nobody can tell now */
async function nameOf({ store }: Gateway, { uri, name }: ModelVersion): Promise<string | null | undefined> {
  if (name !== null) return name;
  const found = await readDocument(store, uri);
  if (found === "away") return undefined;
  return found?.document.type === "model" ? found.document.name : null;
}
