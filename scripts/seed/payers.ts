import { type HDAccount, parseEther } from "viem";
import { escrowAbi } from "../../lib/abi/escrow.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { accessTypedData, voucherTypedData } from "../../lib/ledger/index.ts";
import { allow } from "./actors.ts";
import type { Session } from "./session.ts";

const CREDIT = parseEther("1000");
/** What a payer allows the gateway to draw in all, at first. */
const LIMIT = parseEther("900");

/** Six outsiders deposit for the gateway and get a key each. @returns the keys. */
export async function openAccounts(session: Session): Promise<string[]> {
  const keys: string[] = [];
  for (const payer of localAccounts().payers) {
    await deposit(session, payer);
    const { chainId, contracts, gateway } = session.deployment;
    const at = { chainId, escrow: contracts.escrow };
    const { address } = payer;
    const limit = (await session.api.limitOf(address)) || LIMIT; // a limit is never lowered
    const signature = await payer.signTypedData(voucherTypedData(at, { payer: address, gateway, limit }));
    const issuedAt = Math.trunc(Date.now() / 1_000);
    const asks = accessTypedData(at, { payer: address, gateway, issuedAt: BigInt(issuedAt) });
    const access = { issuedAt, signature: await payer.signTypedData(asks) };
    keys.push(await session.api.createKey({ payer: address, label: "Seeded questions", limit, signature, access }));
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
