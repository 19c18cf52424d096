import { hashTypedData, isAddressEqual } from "viem";
import { recoverStrictly } from "../../../lib/chain/recoverStrictly.ts";
import { voucherTypedData } from "../../../lib/ledger/index.ts";
import type { WorkerContext } from "../context.ts";
import type { PayerAccount } from "./payerAccounts.ts";

/**
 * Whether a draw that goes well when simulated goes well when mined, whatever the payer does meanwhile: its own key signed, and no withdrawal
 * can take the balance away. A session key may be revoked in between, and a contract (ERC-1271) may tell a simulation from the real thing.
 */
export async function isSure(
  { deployment, gateway }: Pick<WorkerContext, "deployment" | "gateway">,
  { payer, thawing, voucher }: PayerAccount,
): Promise<boolean> {
  if (thawing > 0n || !voucher) return false;
  const at = { chainId: deployment.chainId, escrow: deployment.contracts.escrow };
  const typed = voucherTypedData(at, { payer, gateway: gateway.address, limit: voucher.limit });
  const signer = await recoverStrictly(hashTypedData(typed), voucher.signature);
  return signer !== null && isAddressEqual(signer, payer);
}
