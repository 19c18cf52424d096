import type { Address } from "viem";
import type { Sql } from "../client.ts";

/** Votes that are delegated now, in wei, by where the OPEN is. The rest of the supply votes nowhere. */
export async function delegatedVotes(sql: Sql): Promise<{ held: bigint; staked: bigint }> {
  const [row] = await sql<{ held: bigint; staked: bigint }[]>`
    select coalesce(sum(votes) filter (where kind = 'held'), 0) as held,
      coalesce(sum(votes) filter (where kind = 'staked'), 0) as staked
    from indexer.vote_power`;
  return row!;
}

/** Everybody who ever had votes. */
export async function everyDelegate(sql: Sql): Promise<Address[]> {
  const rows = await sql<{ delegate: Address }[]>`select distinct delegate from indexer.vote_power order by delegate`;
  return rows.map(({ delegate }) => delegate);
}

export const delegateSorts = ["participation"] as const;

export type Delegate = {
  delegate: Address;
  /** Votes in wei. */
  held: bigint;
  staked: bigint;
  /** Accounts that named this one, itself included. */
  delegators: number;
  itself: boolean;
  /** Of `RECENT` proposals whose voting began last: how many this one voted on, of those that began since it first had votes. */
  voted: number;
  open: number;
  /** Its newest ballot with a reason. */
  reason: string | null;
  reasonProposal: bigint | null;
};

/** Proposals that participation looks back on. */
const RECENT = 10;

/**
 * Delegates with votes; never by power, so that being large is no reason to become larger: shuffled anew each day, the same for everybody, or
 * those first who took part most.
 * @param now chain time, unix seconds
 */
export async function listDelegates(
  sql: Sql,
  now: number,
  { sort, limit, offset }: { sort?: (typeof delegateSorts)[number] | undefined; limit: number; offset: number },
): Promise<{ rows: Delegate[]; total: number }> {
  const day = Math.floor(now / 86_400);
  const rows = await sql<(Delegate & { total: number })[]>`
    with recent as (
      select id, vote_start from indexer.proposal
      where vote_start < ${now} and canceled_at is null order by vote_start desc limit ${RECENT}
    ), power as (
      select delegate, coalesce(sum(votes) filter (where kind = 'held'), 0) as held,
        coalesce(sum(votes) filter (where kind = 'staked'), 0) as staked, min(since) as since
      from indexer.vote_power group by delegate having sum(votes) > 0
    )
    select p.delegate, p.held, p.staked,
      (select count(distinct delegator)::int from indexer.delegation d where d.delegate = p.delegate) as delegators,
      exists (select 1 from indexer.delegation d where d.delegate = p.delegate and d.delegator = p.delegate) as itself,
      (select count(*)::int from recent r join indexer.ballot b on b.proposal = r.id where b.voter = p.delegate) as voted,
      (select count(*)::int from recent r where r.vote_start >= p.since) as open,
      n.reason, n.proposal as reason_proposal, count(*) over ()::int as total
    from power p
    left join lateral (
      select reason, proposal from indexer.ballot where voter = p.delegate and reason <> ''
      order by block desc, log_index desc limit 1
    ) n on true
    order by ${sort === "participation" ? sql`voted desc,` : sql``} md5(p.delegate || ${String(day)}), p.delegate
    limit ${limit} offset ${offset}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The account's own stakes that vote: shares that thaw do not. `worth` in wei, rounded down as the contract does. */
export async function votingStakes(sql: Sql, account: string): Promise<{ target: bigint; worth: bigint }[]> {
  return sql<{ target: bigint; worth: bigint }[]>`
    select s.target, div(s.shares * p.tokens, p.shares) as worth
    from indexer.position s join indexer.pool p on p.target = s.target
    where s.who = ${account.toLowerCase()} and s.shares > 0 order by s.target`;
}
