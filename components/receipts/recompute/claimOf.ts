import "server-only";
import { publicRpcUrl, readDeployment } from "@/lib/chain/clients.ts";
import type { ReceiptView } from "../readReceipt.ts";
import type { Claim } from "./types.ts";

/** What the record says, for checking in the browser. Null while the answer is being attributed. */
export function claimOf({ receipt, attribution, shares, context, payouts }: ReceiptView): Claim | null {
  if (!attribution) return null;
  const { chainId, contracts, gateway, treasury, startBlock } = readDeployment();
  const { id, payer, model, version, provider, fee, requestHash, responseHash, servedAt } = receipt;
  const { salt, question, answer, epoch, promptTokens, completionTokens, providerSignature } = receipt;
  const { method, influence, params, bitsHash, ledgerRoot, ledgerSize, resultHash, signature, split, coverageBps } =
    attribution;
  return {
    ...{ id, payer, model, version, provider, fee, requestHash, responseHash, servedAt, salt, question, answer, epoch },
    ...{ promptTokens, completionTokens, providerSignature, payouts, coverageBps },
    treasuryShare: attribution.treasury,
    spans: answer === null ? null : attribution.spans,
    ...{ method, influence, params, bitsHash, ledgerRoot, ledgerSize, resultHash, signature, split, gateway },
    ...{ passages: receipt.passages, residualBps: attribution.residualBps },
    shares: [...shares, ...(context?.shares ?? [])].map(({ contribution, channel, payee, share, amount }) => {
      return { contribution, channel, payee, share, amount };
    }),
    chain: {
      ...{ id: chainId, rpcUrl: publicRpcUrl(), startBlock, treasury },
      ...{ settlement: contracts.settlement, escrow: contracts.escrow },
      ...{ registry: contracts.registry, curation: contracts.curation },
    },
  };
}
