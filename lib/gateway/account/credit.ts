import type { Address } from "viem";
import { accountUse, reserve } from "../../db/gateway/accounts.ts";
import { voucherOf } from "../../db/gateway/vouchers.ts";
import type { EscrowAccount } from "../chain.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError, unavailable } from "../http/GatewayError.ts";

/** How long a reservation outlives a process that died: longer than any request may run. */
const RESERVATION_SECONDS = 600;

export interface Credit {
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
}

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
 * @param amount wei
 * @returns the reservation's id
 * @throws GatewayError 402 with the remedy when credit does not reach, 503 when the chain does not answer
 */
export async function reserveCredit(gateway: Gateway, payer: Address, amount: bigint): Promise<string> {
  const account = await readAccount(gateway, payer);
  const key = payer.toLowerCase();
  const voucher = await voucherOf(gateway.sql, key);
  const reservation = await reserve(gateway.sql, {
    payer: key,
    funds: fundsOf(account, voucher?.spendLimit ?? 0n),
    drawn: account.spent,
    amount,
    seconds: RESERVATION_SECONDS,
  });
  return reservation ?? Promise.reject(insufficient(gateway, payer, amount, await creditOf(gateway, payer)));
}

function fundsOf({ spent, balance, thawing }: EscrowAccount, limit: bigint): bigint {
  const prepaid = spent + balance - (thawing < balance ? thawing : balance);
  return limit < prepaid ? limit : prepaid;
}

async function readAccount({ chain }: Gateway, payer: Address): Promise<EscrowAccount> {
  return chain.accountOf(payer).catch((error) => {
    console.error("gateway: chain:", error);
    throw unavailable("The chain does not answer, so credit cannot be checked. Try again.", "chain_unavailable");
  });
}

function insufficient({ deployment }: Gateway, payer: Address, required: bigint, credit: Credit): GatewayError {
  const short = required - credit.available;
  const prepaid = credit.collected + credit.balance - credit.thawing;
  const remedy =
    credit.limit <= prepaid
      ? `Sign a voucher with a limit of at least ${credit.limit + short} wei`
      : `Deposit at least ${short} wei for the gateway ${deployment.gateway} in the escrow ${deployment.contracts.escrow}`;
  return new GatewayError(
    402,
    `Credit is short: this request may cost ${required} wei and ${credit.available} wei are available. ${remedy}, or lower max_tokens.`,
    {
      type: "insufficient_credit",
      code: "insufficient_credit",
      openledger: {
        payer,
        gateway: deployment.gateway,
        escrow: deployment.contracts.escrow,
        token: deployment.contracts.open,
        chainId: deployment.chainId,
        required: required.toString(),
        ...Object.fromEntries(Object.entries(credit).map(([name, wei]) => [name, wei.toString()])),
      },
    },
  );
}
