import "server-only";
import { readDeployment } from "@/lib/chain/clients.ts";
import { serverEnv } from "@/lib/env/server.ts";
import type { ReceiptView } from "../readReceipt.ts";
import type { Claim } from "./types.ts";

/** What the record says, for checking in the browser. Null while the answer is being attributed. */
export function claimOf({ receipt, attribution, shares }: ReceiptView): Claim | null {
  if (!attribution) return null;
  const { chainId, contracts, gateway, startBlock } = readDeployment();
  const { PUBLIC_RPC_URL, RPC_URL } = serverEnv();
  const {
    id,
    payer,
    model,
    version,
    provider,
    fee,
    requestHash,
    responseHash,
    servedAt,
    salt,
    question,
    answer,
    epoch,
  } = receipt;
  const { params, bitsHash, ledgerRoot, ledgerSize, resultHash, signature, split } = attribution;
  return {
    ...{ id, payer, model, version, provider, fee, requestHash, responseHash, servedAt, salt, question, answer, epoch },
    ...{ params, bitsHash, ledgerRoot, ledgerSize, resultHash, signature, split, gateway },
    shares: shares.map(({ contribution, payee, share, amount }) => ({ contribution, payee, share, amount })),
    chain: { id: chainId, rpcUrl: PUBLIC_RPC_URL ?? RPC_URL, settlement: contracts.settlement, startBlock },
  };
}
