import type { Hex } from "viem";
import { type AttributionIndex, buildIndex, buildPassages, ledgerRoot, type Passages } from "../attribution/index.ts";
import type { Classifier } from "../influence/index.ts";
import type { ClassifierPart } from "../storage/documentSchemas.ts";
import { UnavailableError } from "./difference.ts";
import { classifierIfPublished, type Train, trainHere } from "./influenceAgain.ts";
import { isBound, type LedgerEntry, ledgerEntries } from "./ledgerLines.ts";
import type { AssetHistory, LedgerLine, Source } from "./types.ts";

export interface VersionLedger {
  /** By the chain. */
  entries: LedgerEntry[];
  root: Hex;
  byId: Map<bigint, LedgerEntry>;
}

/** Texts hashed before others get their turn: the process or page goes on meanwhile. */
const AT_A_TIME = 20;
/** An index holds about 13 bytes for each word of its ledger. */
const MOST_KEPT = 4;
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Ledgers of model versions: who is in them by the chain, and their texts, checked against that. */
export class VersionLedgers {
  readonly #ledgers = new Map<string, Promise<VersionLedger>>();
  readonly #kept = new Map<string, Promise<LedgerLine[]>>();
  readonly #passages = new Map<string, Promise<Passages>>();
  readonly #indices = new Map<string, Promise<AttributionIndex>>();
  readonly #classifiers = new Map<string, Promise<Classifier | null>>();
  /** Texts by the root that binds them: versions share most of theirs. */
  readonly #bound = new Map<Hex, string>();
  readonly #train: Train;

  /** @param train where training is not to hold up this thread */
  constructor(train: Train = trainHere) {
    this.#train = train;
  }

  /** @param version one that the chain knows */
  entries(source: Source, model: bigint, version: AssetHistory["versions"][number]): Promise<VersionLedger> {
    return kept(this.#ledgers, `${model}@${version.version}`, async () => {
      const { facts } = source;
      const parents = await Promise.all(version.parents.map(async (id) => [id, await facts.asset(id)] as const));
      const entries = ledgerEntries(version, new Map(parents), await facts.accepted());
      return { entries, root: ledgerRoot(entries), byId: new Map(entries.map((entry) => [entry.id, entry])) };
    });
  }

  /** @throws UnavailableError when the ledger that is served is not the chain's. */
  index(source: Source, model: bigint, version: AssetHistory["versions"][number]): Promise<AttributionIndex> {
    return kept(this.#indices, `${model}@${version.version}`, async () =>
      buildIndex(await this.lines(source, model, version)),
    );
  }

  /** What is searched for a prompt: texts of the datanets, without the commons. @throws as `index` */
  passages(source: Source, model: bigint, version: AssetHistory["versions"][number]): Promise<Passages> {
    return kept(this.#passages, `${model}@${version.version}`, async () => {
      const own = (await this.lines(source, model, version)).filter(({ kind }) => kind === "paid");
      return buildPassages(own.map(({ id, title, text }) => ({ id: id.toString(), title, text })));
    });
  }

  /** The ledger as it is served, with its texts. @throws as `index` */
  lines(source: Source, model: bigint, version: AssetHistory["versions"][number]): Promise<LedgerLine[]> {
    return kept(this.#kept, `${model}@${version.version}`, () => this.#lines(source, model, version));
  }

  /** Trained again; null when that gives other weights than were published. @throws UnavailableError as `index` does. */
  classifier(
    source: Source,
    model: bigint,
    version: AssetHistory["versions"][number],
    { weights, ...spec }: ClassifierPart,
  ): Promise<Classifier | null> {
    return kept(this.#classifiers, `${model}@${version.version}`, async () => {
      const trained = await this.#train(await this.lines(source, model, version), spec);
      return classifierIfPublished(trained, weights.keccak);
    });
  }

  /** Contributions with their texts, each checked against the chain. */
  async #lines(source: Source, model: bigint, version: AssetHistory["versions"][number]): Promise<LedgerLine[]> {
    const { entries } = await this.entries(source, model, version);
    const lines = await source.ledger(model, version.version);
    const wrong = (what: string) =>
      new UnavailableError(`the ledger of model ${model} v${version.version}, as it is served, ${what}`);
    if (lines.length !== entries.length) {
      throw wrong(`has ${lines.length} contributions, but ${entries.length} by the chain`);
    }
    for (const [i, line] of lines.entries()) {
      if (i % AT_A_TIME === 0) await breathe();
      const entry = entries[i]!;
      const { id } = entry;
      if (line.id !== id) throw wrong(`has contribution ${line.id} where the chain has ${id}`);
      if (line.kind !== entry.kind) throw wrong(`has contribution ${id} as ${line.kind}, the chain as ${entry.kind}`);
      if (!this.#isOf({ ...line, ...entry })) throw wrong(`has another text of contribution ${id} than its root binds`);
    }
    return lines;
  }

  #isOf(line: LedgerEntry & { text: string; title: string }): boolean {
    const key = `${line.root}${line.contributor}`.toLowerCase() as Hex;
    if (this.#bound.get(key) === line.text) return true;
    if (!isBound(line)) return false;
    this.#bound.set(key, line.text);
    return true;
  }
}

/** The least recently used goes first; a failure is not remembered. */
function kept<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = cache.get(key) ?? make();
  value.catch(() => cache.delete(key));
  cache.delete(key);
  cache.set(key, value);
  if (cache.size > MOST_KEPT) cache.delete(cache.keys().next().value!);
  return value;
}
