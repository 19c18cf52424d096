import type { Address, Hex } from "viem";
import type { Sql } from "../client.ts";

/** OPEN there is, in wei: fixed by the token's code. */
export const SUPPLY = 10n ** 27n;

export type Proposal = {
  id: bigint;
  proposer: Address;
  targets: Address[];
  /** Wei of the chain's coin sent along. */
  amounts: bigint[];
  calldatas: Hex[];
  description: string;
  /** Times in unix seconds of chain time. */
  voteStart: number;
  voteEnd: number;
  createdAt: number;
  tx: string;
  queuedAt: number | null;
  eta: number | null;
  queueTx: string | null;
  executedAt: number | null;
  executeTx: string | null;
  canceledAt: number | null;
  cancelTx: string | null;
  /** Votes in wei, as all below. */
  forVotes: bigint;
  againstVotes: bigint;
  abstainVotes: bigint;
  ballots: number;
  /** Of the snapshot; while that is to come, of now. */
  quorum: bigint;
};

const proposalSql = (sql: Sql) => sql`
  select p.id, p.proposer, p.targets, p.amounts, p.calldatas, p.description, p.vote_start, p.vote_end, p.created_at, p.tx,
    p.queued_at, p.eta, p.queue_tx, p.executed_at, p.execute_tx, p.canceled_at, p.cancel_tx,
    b.for_votes, b.against_votes, b.abstain_votes, b.ballots,
    div(${String(SUPPLY)}::numeric * q.value, 100) as quorum
  from indexer.proposal p
  cross join lateral (
    select coalesce(sum(weight) filter (where support = 1), 0) as for_votes,
      coalesce(sum(weight) filter (where support = 0), 0) as against_votes,
      coalesce(sum(weight) filter (where support = 2), 0) as abstain_votes, count(*)::int as ballots
    from indexer.ballot where proposal = p.id
  ) b
  cross join lateral (
    select value from indexer.parameter_change
    where contract = 'governor' and name = 'quorumNumerator' and at <= p.vote_start
    order by block desc, log_index desc limit 1
  ) q`;

/** All proposals with their tallies, newest first. */
export async function listProposals(sql: Sql, page: { limit: number; offset: number }) {
  const [rows, [count]] = await Promise.all([
    sql<
      Proposal[]
    >`${proposalSql(sql)} order by p.block desc, p.log_index desc limit ${page.limit} offset ${page.offset}`,
    sql<{ total: number }[]>`select count(*)::int as total from indexer.proposal`,
  ]);
  return { rows: [...rows], total: count?.total ?? 0 };
}

export async function proposalById(sql: Sql, id: bigint): Promise<Proposal | null> {
  const [row] = await sql<Proposal[]>`${proposalSql(sql)} where p.id = ${String(id)}`;
  return row ?? null;
}

export type CastBallot = { voter: Address; support: 0 | 1 | 2; weight: bigint; reason: string; at: number; tx: string };

/** Ballots of a proposal, newest first. */
export async function ballotsOf(sql: Sql, proposal: bigint, limit: number): Promise<CastBallot[]> {
  return sql<CastBallot[]>`
    select voter, support, weight, reason, at, tx from indexer.ballot where proposal = ${String(proposal)}
    order by block desc, log_index desc limit ${limit}`;
}

/** What the proposal's execution changed: the value before, by contract and parameter. */
export async function changesOf(sql: Sql, executeTx: string) {
  return sql<{ contract: string; name: string; old: bigint | null; value: bigint }[]>`
    select contract, name, old, value from indexer.parameter_change where tx = ${executeTx}`;
}
