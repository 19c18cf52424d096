import { type Address, formatEther, parseEther } from "viem";
import { accountUse, reserve } from "../../db/gateway/accounts.ts";
import { voucherOf } from "../../db/gateway/vouchers.ts";
import type { EscrowAccount } from "../chain.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError, unavailable } from "../http/GatewayError.ts";
import { assertCollectable } from "./assertCollectable.ts";
import { fundsOf } from "./fundsOf.ts";
import { type Cost, remedyOf, remedySentence } from "./remedy.ts";

/** How long a reservation outlives a process that died: longer than any request may run. */
const RESERVATION_SECONDS = 600;

/** Wei that may be unpaid where only a contract says what it signed (ERC-1271): it may say otherwise when fees are collected. */
const MOST_ON_A_CONTRACTS_WORD = parseEther("1");

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
 * @throws GatewayError 402 with the remedy when credit does not reach or could not be collected, 503 when the chain does not answer
 */
export async function reserveCredit(gateway: Gateway, payer: Address, cost: Cost): Promise<string> {
  const account = await readAccount(gateway, payer);
  const key = payer.toLowerCase();
  const voucher = await voucherOf(gateway.sql, key);
  const { isContract } = voucher ? await assertCollectable(gateway, payer, voucher) : { isContract: false };
  const all = fundsOf(account, voucher?.spendLimit ?? 0n);
  const trusted = account.spent + MOST_ON_A_CONTRACTS_WORD;
  const isCapped = isContract && trusted < all;
  const reservation = await reserve(gateway.sql, {
    payer: key,
    funds: isCapped ? trusted : all,
    drawn: account.spent,
    amount: cost.most,
    seconds: RESERVATION_SECONDS,
  });
  if (reservation) return reservation;
  const credit = await creditOf(gateway, payer);
  if (isCapped && credit.available >= cost.most) throw tooMuchUnpaid(payer);
  throw insufficient(gateway, payer, cost, credit);
}

/** Before a voucher is taken on a contract's word alone. @throws GatewayError 402 when more is unpaid than that is good for */
export async function assertLittleUnpaid(gateway: Gateway, payer: Address): Promise<void> {
  const { spent, collected, reserved } = await creditOf(gateway, payer);
  if (spent - collected + reserved > MOST_ON_A_CONTRACTS_WORD) throw tooMuchUnpaid(payer);
}

function tooMuchUnpaid(payer: Address): GatewayError {
  const most = `at most ${formatEther(MOST_ON_A_CONTRACTS_WORD)} OPEN may be unpaid at a time`;
  const remedy =
    "Lower max_tokens, wait until fees are collected after midnight UTC, or sign the voucher by the payer's own key or a session key.";
  return new GatewayError(402, `Credit is short: ${payer} signs by a contract (ERC-1271), so ${most}. ${remedy}`, {
    type: "insufficient_credit",
    code: "too_much_unpaid",
    openledger: { payer, mostUnpaid: MOST_ON_A_CONTRACTS_WORD.toString() },
  });
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
