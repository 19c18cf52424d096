import { type HDAccount, parseEther } from "viem";
import { escrowAbi } from "../../lib/abi/escrow.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { voucherTypedData } from "../../lib/ledger/index.ts";
import { allow } from "./actors.ts";
import type { Session } from "./session.ts";

const CREDIT = parseEther("1000");
/** What a payer allows the gateway to draw in all, at first. */
const LIMIT = parseEther("900");
/** A voucher that was drawn on is public and proves nothing more: a resumed seed signs a higher one. */
const STEP = parseEther("1");

/** Six outsiders deposit for the gateway and get a key each. @returns the keys. */
export async function openAccounts(session: Session): Promise<string[]> {
  const keys: string[] = [];
  for (const payer of localAccounts().payers) {
    await deposit(session, payer);
    const { chainId, contracts, gateway } = session.deployment;
    const known = await session.api.limitOf(payer.address);
    const voucher = { payer: payer.address, gateway, limit: known === 0n ? LIMIT : known + STEP };
    const signature = await payer.signTypedData(voucherTypedData({ chainId, escrow: contracts.escrow }, voucher));
    keys.push(await session.api.createKey(payer.address, "Seeded questions", voucher.limit, signature));
  }
  return keys;
}

async function deposit(session: Session, payer: HDAccount): Promise<void> {
  const { client, contracts, deployment } = session;
  const escrow = { address: contracts.escrow, abi: escrowAbi };
  const args = [payer.address, deployment.gateway] as const;
  const { balance, spent } = await client.readContract({ ...escrow, functionName: "accountOf", args });
  if (balance + spent >= CREDIT) return;
  await allow(session, payer, contracts.escrow);
  await session.send(payer, { ...escrow, functionName: "deposit", args: [...args, CREDIT] });
}
