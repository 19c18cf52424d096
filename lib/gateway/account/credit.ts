import { type Address, formatEther } from "viem";
import { accountUse, reserve } from "../../db/gateway/accounts.ts";
import { voucherOf } from "../../db/gateway/vouchers.ts";
import type { EscrowAccount } from "../chain.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError, unavailable } from "../http/GatewayError.ts";
import { fundsOf } from "./fundsOf.ts";
import { type Cost, remedyOf, remedySentence } from "./remedy.ts";

/** How long a reservation outlives a process that died: longer than any request may run. */
const RESERVATION_SECONDS = 600;

export type Credit = {
  /** Wei in the escrow, not drawn yet. */
  balance: bigint;
  /** Wei announced for withdrawal; part of the balance, not spendable. */
  thawing: bigint;
  /** Wei the escrow has drawn, cumulative. */
  collected: bigint;
  /** Wei of all answers served, cumulative: what was collected and what will be. */
  spent: bigint;
  /** Wei that running requests may still cost. */
  reserved: bigint;
  /** Wei, cumulative: the highest signed limit; 0 without a voucher. */
  limit: bigint;
  /** Wei that can be spent now. */
  available: bigint;
};

/**
 * What a payer can spend: min(limit, prepaid) - spent - reserved, where prepaid = drawn + balance - thawing. All terms count from the
 * beginning, so a collection moves wei from `balance` to `drawn` and changes nothing, whichever side of it we read.
 * @throws GatewayError 503 when the chain does not answer
 */
export async function creditOf(gateway: Gateway, payer: Address): Promise<Credit> {
  const account = await readAccount(gateway, payer);
  const key = payer.toLowerCase();
  const [voucher, { spent, reserved }] = await Promise.all([
    voucherOf(gateway.sql, key),
    accountUse(gateway.sql, key, account.spent),
  ]);
  const limit = voucher?.spendLimit ?? 0n;
  const { balance, thawing } = account;
  const left = fundsOf(account, limit) - spent - reserved;
  return { balance, thawing, collected: account.spent, spent, reserved, limit, available: left > 0n ? left : 0n };
}

/**
 * Sets the most a request can cost aside, before it runs.
 * @returns the reservation's id
 * @throws GatewayError 402 with the remedy when credit does not reach, 503 when the chain does not answer
 */
export async function reserveCredit(gateway: Gateway, payer: Address, cost: Cost): Promise<string> {
  const account = await readAccount(gateway, payer);
  const key = payer.toLowerCase();
  const voucher = await voucherOf(gateway.sql, key);
  const reservation = await reserve(gateway.sql, {
    payer: key,
    funds: fundsOf(account, voucher?.spendLimit ?? 0n),
    drawn: account.spent,
    amount: cost.most,
    seconds: RESERVATION_SECONDS,
  });
  return reservation ?? Promise.reject(insufficient(gateway, payer, cost, await creditOf(gateway, payer)));
}

async function readAccount({ chain }: Gateway, payer: Address): Promise<EscrowAccount> {
  return chain.accountOf(payer).catch((error) => {
    console.error("gateway: chain:", error);
    throw unavailable("The chain does not answer, so credit cannot be checked. Try again.", "chain_unavailable");
  });
}

function insufficient({ deployment }: Gateway, payer: Address, cost: Cost, credit: Credit): GatewayError {
  const { gateway, contracts, chainId } = deployment;
  const remedy = remedyOf(credit, cost);
  const needs = `this request may cost ${formatEther(cost.most)} OPEN and ${formatEther(credit.available)} OPEN are available`;
  return new GatewayError(402, `Credit is short: ${needs}. ${remedySentence(remedy, { gateway, ...contracts })}`, {
    type: "insufficient_credit",
    code: "insufficient_credit",
    openledger: {
      ...{ payer, gateway, escrow: contracts.escrow, token: contracts.open, chainId, required: cost.most.toString() },
      ...Object.fromEntries(Object.entries(credit).map(([name, wei]) => [name, wei.toString()])),
      signLimit: remedy.signLimit?.toString() ?? null,
      deposit: remedy.deposit.toString(),
    },
  });
}
