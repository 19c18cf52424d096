import { registryAbi } from "../../../lib/abi/registry.ts";
import { answerHash, METHOD, resultHash, spansOf } from "../../../lib/attribution/index.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import { receiptToTrace, type ServedReceipt, saveTrace, type Trace } from "../../../lib/db/worker/traces.ts";
import { addressPayee, receiptPayouts, receiptTypedData, targetPayee } from "../../../lib/ledger/index.ts";
import type { WorkerContext } from "../context.ts";
import type { ModelLedger, ModelLedgers } from "./ModelLedgers.ts";

/**
 * Attributes an answer, splits its fee, signs its receipt and writes all of it, or nothing. @returns false when it had been done before
 * or there is no such receipt.
 */
export async function traceReceipt(context: WorkerContext, ledgers: ModelLedgers, id: string): Promise<boolean> {
  const receipt = await receiptToTrace(context.sql, id);
  if (!receipt) return false;
  const [ledger, terms] = await Promise.all([ledgers.get(receipt.model, receipt.version), termsOf(context, receipt)]);
  return saveTrace(context.sql, await trace(context, receipt, ledger, terms));
}

type Terms = Awaited<ReturnType<typeof termsOf>>;

/** Split and owners in force now, from the chain. */
async function termsOf({ deployment }: WorkerContext, { model, provider }: ServedReceipt) {
  const client = publicClient();
  const registry = { address: deployment.contracts.registry, abi: registryAbi } as const;
  const [{ provider: toProvider, owner, contributors, stakers }, modelOwner, providerOwner] = await Promise.all([
    client.readContract({ ...registry, functionName: "splitOf", args: [model] }),
    client.readContract({ ...registry, functionName: "ownerOf", args: [model] }),
    client.readContract({ ...registry, functionName: "ownerOf", args: [provider] }),
  ]);
  return {
    split: { provider: toProvider, owner, contributors, stakers },
    payees: {
      owner: addressPayee(modelOwner),
      provider: addressPayee(providerOwner),
      stakers: targetPayee(model),
      protocol: addressPayee(deployment.treasury),
    },
  };
}

async function trace(
  { bits, gateway, deployment }: WorkerContext,
  receipt: ServedReceipt,
  { items, root, attribute }: ModelLedger,
  { split, payees }: Terms,
): Promise<Trace> {
  const started = performance.now();
  const result = await attribute(receipt.answer);
  const traceUs = Math.round((performance.now() - started) * 1000);

  const { params, rows, shares, treasury, coverageBps } = result;
  const attributionHash = resultHash({
    ...{ params, rows, shares, treasury },
    bitsHash: bits.hash,
    ledgerRoot: root,
    answerHash: answerHash(receipt.answer),
  });
  const { id, payer, model, version, provider, fee, requestHash, responseHash } = receipt;
  const signature = await gateway.signTypedData(
    receiptTypedData(
      { chainId: deployment.chainId, settlement: deployment.contracts.settlement },
      {
        ...{ id, payer, gateway: gateway.address, model, version, provider, fee, requestHash, responseHash },
        attributionHash,
        servedAt: BigInt(receipt.servedAt),
      },
    ),
  );

  const idOf = (place: number) => Number(items[place]!.id);
  const owned = shares.map(({ contribution, share }) => {
    const { id, contributor } = items[contribution]!;
    return { contribution: id, contributor, payee: addressPayee(contributor), share };
  });
  const { payouts, parts } = receiptPayouts(fee, split, owned, payees, params.scale);
  return {
    receipt: id,
    method: METHOD,
    params: { ...params },
    bitsHash: bits.hash,
    ledgerRoot: root,
    ledgerSize: items.length,
    rows: rows.map((row) => [row.start, row.from, row.to, idOf(row.contribution), row.offset]),
    spans: spansOf(result).map(({ start, end, contribution }) => [start, end, idOf(contribution)]),
    treasury,
    coverageBps,
    resultHash: attributionHash,
    signature,
    split,
    traceUs,
    shares: owned.map(({ contribution, contributor: payee, share }, place) => {
      return { contribution, payee, share, amount: parts[place]!.amount };
    }),
    payouts,
  };
}
