import { type Address, formatEther } from "viem";
import type { Credit } from "./credit.ts";

/** What a request can cost, in wei. */
export interface Cost {
  /** With the longest answer it allows; set aside before it runs. */
  most: bigint;
  /** With an answer of one word. */
  least: bigint;
}

/** What lets a request through that credit does not cover. The first three are needed together; each of the others is enough by itself. */
export interface Remedy {
  /** Wei, cumulative: the least limit a new voucher needs; null when the signed one reaches. */
  signLimit: bigint | null;
  /** Wei to deposit, if nothing is done about a withdrawal; 0 when enough is prepaid. */
  deposit: bigint;
  /** Wei to deposit when the announced withdrawal is cancelled; null when none is announced or nothing is to be deposited. */
  depositIfKept: bigint | null;
  /** Running requests hold enough: when they end, it fits unless they cost all they may. */
  waiting: boolean;
  /** A shorter answer fits at once. */
  shortening: boolean;
}

/**
 * What helps when `cost.most` exceeds `available` = min(limit, prepaid) - spent - reserved (see `creditOf`). Both terms of the minimum must
 * reach spent + reserved + most: either may be short, or both.
 */
export function remedyOf(credit: Credit, cost: Cost): Remedy {
  const { balance, collected, spent, reserved, limit, available } = credit;
  const { thawing } = credit;
  const needed = spent + reserved + cost.most;
  const prepaid = collected + balance;
  const funds = thawing < balance ? prepaid - thawing : collected;
  const isShort = funds < needed;
  return {
    signLimit: limit < needed ? needed : null,
    // More may be announced for withdrawal than is there: a deposit fills that up first.
    deposit: isShort ? needed - (prepaid - thawing) : 0n,
    depositIfKept: isShort && thawing > 0n ? atLeastZero(needed - prepaid) : null,
    waiting: reserved > 0n && needed - reserved <= limit && needed - reserved <= funds,
    shortening: cost.least <= available,
  };
}

/** The remedy for a person: the steps that are needed, then the ways round them. Amounts in OPEN, exact. */
export function remedySentence(remedy: Remedy, { gateway, escrow }: { gateway: Address; escrow: Address }): string {
  const { signLimit, deposit, depositIfKept } = remedy;
  const steps: string[] = [];
  if (deposit > 0n) {
    const inEscrow = `for the gateway ${gateway} in the escrow ${escrow}`;
    const plain = `deposit at least ${formatEther(deposit)} OPEN ${inEscrow}`;
    if (depositIfKept === null) steps.push(plain);
    else if (depositIfKept === 0n) steps.push(`cancel the withdrawal you announced, or ${plain}`);
    else steps.push(`${plain}, or cancel the withdrawal you announced and deposit ${formatEther(depositIfKept)} OPEN`);
  }
  if (signLimit !== null) steps.push(`sign a voucher with a limit of at least ${formatEther(signLimit)} OPEN in all`);
  const sentences = [`${capital(steps.join("; then "))}.`];
  if (remedy.waiting) sentences.push("Or wait until your running requests end: they hold the rest.");
  if (remedy.shortening) sentences.push("Or lower max_tokens.");
  return sentences.join(" ");
}

const atLeastZero = (wei: bigint) => (wei > 0n ? wei : 0n);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
