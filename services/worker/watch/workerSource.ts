import { publicClient } from "../../../lib/chain/clients.ts";
import { ledgerOf } from "../../../lib/db/ledgers.ts";
import { assignedReceipts } from "../../../lib/db/settlement.ts";
import { servedText } from "../../../lib/db/worker/verdicts.ts";
import { decodeText } from "../../../lib/storage/decodeText.ts";
import { BadCidError, BlobCorruptError, BlobNotFoundError } from "../../../lib/storage/errors.ts";
import { chainFacts, type Source, UnavailableError } from "../../../lib/verify/index.ts";
import type { WorkerContext } from "../context.ts";

/**
 * What the verifier reads, from this worker's own store and database. Private answers are open to it: they are the gateway's own. The
 * chain is asked anew by each source.
 */
export function workerSource({ sql, store, deployment }: WorkerContext): Source {
  const { contracts, startBlock } = deployment;
  const file = (cid: string) =>
    store.get(cid).catch((error: unknown) => {
      const isMissing =
        error instanceof BlobNotFoundError || error instanceof BlobCorruptError || error instanceof BadCidError;
      throw isMissing ? new UnavailableError(error.message) : error;
    });

  async function ledger(model: bigint, version: number) {
    const items = await ledgerOf(sql, model, version).catch((error: Error) => {
      throw "code" in error ? error : new UnavailableError(error.message); // a code is the database's own
    });
    return Promise.all(items.map(async ({ cid, ...item }) => ({ ...item, text: decodeText(await file(cid)) })));
  }
  return {
    facts: chainFacts(publicClient(), { ...contracts, startBlock }),
    file,
    ledger,
    receipt: (id) => servedText(sql, id),
    booked: (after, upTo) => assignedReceipts(sql, after, upTo),
  };
}
