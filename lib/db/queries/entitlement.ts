import type { Hex } from "viem";
import type { Sql } from "../client.ts";

// What a payee has earned and where that money is: the one definition behind the rewards page, its API and the contributor's profile. Every
// wei earned is in exactly one place; only the treasury has more, since its leaf also takes what no receipt accounts for.

/** Where the epochs stand. One epoch at a time is open; those before it were accepted or rejected. */
export type Standing = {
  /** The newest that can be claimed from; 0 for none. */
  accepted: number;
  /** The one posted after it that is not accepted yet, and when (chain time, unix seconds) its window closes; null for none. */
  open: { id: number; readyAt: number } | null;
  /** The open one is disputed: its window does not close by itself. */
  isDisputed: boolean;
};

/** All in wei, for every role the payee is paid for. */
export type Entitlement = {
  /** By attributed answers that no standing epoch holds: not posted yet, or its epoch was rejected. */
  accrued: bigint;
  /** Held by a posted epoch in its challenge window. */
  inWindow: bigint;
  /** Held by a disputed epoch: neither accrued nor to be claimed until the dispute is resolved. */
  inDispute: bigint;
  /** In the newest accepted epoch beyond what was paid out. */
  claimable: bigint;
  /** Paid out by the chain. */
  paid: bigint;
};

/** @param payee 32 bytes @param paid wei that the chain has paid out to it */
export async function entitlementOf(sql: Sql, payee: Hex, standing: Standing, paid: bigint): Promise<Entitlement> {
  const { accepted, open, isDisputed } = standing;
  const newest = open?.id ?? accepted;
  const who = payee.toLowerCase();
  const [row] = await sql<{ due: bigint; promised: bigint; accrued: bigint }[]>`
    select coalesce((select amount from worker.leaf where epoch = ${accepted} and payee = ${who}), 0) as due,
      coalesce((select amount from worker.leaf where epoch = ${newest} and payee = ${who}), 0) as promised,
      (select coalesce(sum(p.amount), 0) from worker.payout p left join worker.epoch_receipt e on e.receipt = p.receipt
        where p.payee = ${who} and (e.epoch is null or e.epoch > ${newest})) as accrued`;
  const { due, promised, accrued } = row!;
  const held = promised > due ? promised - due : 0n;
  return {
    accrued,
    inWindow: isDisputed ? 0n : held,
    inDispute: isDisputed ? held : 0n,
    claimable: due > paid ? due - paid : 0n,
    paid,
  };
}

/** Where the epochs stand by the index. @param now chain time, unix seconds */
export async function indexedStanding(sql: Sql, now: number): Promise<Standing> {
  const rows = await sql<{ id: bigint; state: string; readyAt: number }[]>`
    select id, state, ready_at from indexer.epoch where state in ('posted', 'disputed') order by id desc limit 2`;
  const accepted = rows.find(({ state, readyAt }) => state === "posted" && now >= readyAt);
  const open = rows.find((row) => row !== accepted && row.id > (accepted?.id ?? 0n));
  return {
    accepted: Number(accepted?.id ?? 0n),
    open: open ? { id: Number(open.id), readyAt: open.readyAt } : null,
    isDisputed: open?.state === "disputed",
  };
}

/** Wei that the chain has paid out to a payee (32 bytes), by the index. */
export async function indexedPaid(sql: Sql, payee: Hex): Promise<bigint> {
  const [row] = await sql<{ paid: bigint }[]>`
    select coalesce(sum(amount), 0) as paid from indexer.claim where payee = ${payee.toLowerCase()}`;
  return row!.paid;
}
