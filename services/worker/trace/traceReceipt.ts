import { registryAbi } from "../../../lib/abi/registry.ts";
import { publicClient } from "../../../lib/chain/clients.ts";
import { receiptToTrace, type ServedReceipt, saveTrace, type Trace } from "../../../lib/db/worker/traces.ts";
import { addressPayee, receiptPayouts, receiptTypedData, targetPayee } from "../../../lib/ledger/index.ts";
import type { WorkerContext } from "../context.ts";
import type { Attributed } from "./Attributed.ts";
import type { Attribute } from "./attributor.ts";

/**
 * Attributes an answer, splits its fee, signs its receipt and writes all of it, or nothing. @returns false when it had been done before
 * or there is no such receipt.
 */
export async function traceReceipt(context: WorkerContext, attribute: Attribute, id: string): Promise<boolean> {
  const receipt = await receiptToTrace(context.sql, id);
  if (!receipt) return false;
  const [attributed, terms] = await Promise.all([attribute(receipt), termsOf(context, receipt)]);
  return saveTrace(context.sql, await trace(context, receipt, attributed, terms));
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
  { gateway, deployment }: WorkerContext,
  receipt: ServedReceipt,
  { owned, scale, ...attributed }: Attributed,
  { split, payees }: Terms,
): Promise<Trace> {
  const { id, payer, model, version, provider, fee, requestHash, responseHash } = receipt;
  const signature = await gateway.signTypedData(
    receiptTypedData(
      { chainId: deployment.chainId, settlement: deployment.contracts.settlement },
      {
        ...{ id, payer, gateway: gateway.address, model, version, provider, fee, requestHash, responseHash },
        attributionHash: attributed.resultHash,
        servedAt: BigInt(receipt.servedAt),
      },
    ),
  );

  const shares = owned.map((row) => ({ ...row, payee: addressPayee(row.contributor) }));
  const { payouts, parts } = receiptPayouts(fee, split, shares, payees, scale);
  return {
    receipt: id,
    ...attributed,
    signature,
    split,
    shares: owned.map(({ contributor: payee, ...row }, place) => {
      return { ...row, payee, amount: parts[place]!.amount };
    }),
    payouts,
  };
}
