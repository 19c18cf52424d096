import type { Address } from "viem";
import { addressPayee, type Channel } from "../../ledger/index.ts";
import type { Sql } from "../client.ts";
import { type Entitlement, entitlementOf, indexedPaid, indexedStanding } from "./entitlement.ts";

export type ContributorTotals = Entitlement & {
  contributions: number;
  accepted: number;
  words: number;
  answers: number;
  /** Wei from fees as a contributor, all time; the entitlement counts every role the address is paid for. */
  earned: bigint;
};

/** @param now chain time in unix seconds */
export async function contributorTotals(sql: Sql, address: string, now: number): Promise<ContributorTotals> {
  const who = address.toLowerCase();
  const payee = addressPayee(address as Address);
  const [standing, paid, [row]] = await Promise.all([
    indexedStanding(sql, now),
    indexedPaid(sql, payee),
    sql<Omit<ContributorTotals, keyof Entitlement>[]>`
      select c.contributions, c.accepted, c.words, s.answers, s.earned from
        (select count(*)::int as contributions, count(*) filter (where status = 'accepted')::int as accepted,
          coalesce(sum(words) filter (where status = 'accepted'), 0)::bigint as words
          from indexer.contribution where contributor = ${who}) c,
        (select count(distinct receipt)::int as answers, coalesce(sum(amount), 0) as earned
          from worker.share where payee = ${who}) s`,
  ]);
  return { ...row!, ...(await entitlementOf(sql, payee, standing, paid)) };
}

export type EarningsPoint = {
  /** Null: earned, but in no epoch yet. */
  epoch: number | null;
  state: string | null;
  readyAt: number | null;
  sealedAt: number | null;
  answers: number;
  /** Wei from fees as a contributor. */
  earned: bigint;
};

/** Earnings of every epoch, also those that paid nothing; oldest first, what waits for an epoch last. */
export async function contributorEarnings(sql: Sql, address: string): Promise<EarningsPoint[]> {
  return sql<EarningsPoint[]>`
    with mine as (
      select e.epoch, count(distinct s.receipt)::int as answers, sum(s.amount) as earned
      from worker.share s left join worker.epoch_receipt e on e.receipt = s.receipt
      where s.payee = ${address.toLowerCase()} group by e.epoch
    )
    select coalesce(i.id::bigint, mine.epoch) as epoch, i.state, i.ready_at, i.sealed_at,
      coalesce(mine.answers, 0) as answers, coalesce(mine.earned, 0) as earned
    from indexer.epoch i full join mine on mine.epoch = i.id order by 1 nulls last`;
}

export type ContributorModel = { model: bigint; name: string | null; answers: number; earned: bigint };

/** Models whose answers used the address's contributions, by what they paid. */
export async function contributorModels(sql: Sql, address: string): Promise<ContributorModel[]> {
  return sql<ContributorModel[]>`
    select r.model, d.body->>'name' as name, count(distinct r.id)::int as answers, sum(s.amount) as earned
    from worker.share s join gateway.receipt r on r.id = s.receipt
    left join indexer.asset a on a.id = r.model left join worker.document d on d.uri = a.uri
    where s.payee = ${address.toLowerCase()} group by r.model, d.body->>'name' order by earned desc, r.model`;
}

export type EarningsLine = {
  servedAt: number;
  receipt: string;
  model: bigint;
  contribution: bigint;
  datanet: bigint | null;
  channel: Channel;
  share: number;
  amount: bigint;
  epoch: number | null;
};

/** One line per answer, contribution and channel, oldest first, all of them, a page at a time: what the CSV holds. */
export async function* earningsPages(sql: Sql, address: string, size = 5_000): AsyncGenerator<EarningsLine[]> {
  let last: EarningsLine | undefined;
  do {
    const lines = await sql<EarningsLine[]>`
      select r.served_at, s.receipt, r.model, s.contribution, c.datanet, s.channel, s.share, s.amount, e.epoch
      from worker.share s join gateway.receipt r on r.id = s.receipt
      left join indexer.contribution c on c.id = s.contribution
      left join worker.epoch_receipt e on e.receipt = s.receipt
      where s.payee = ${address.toLowerCase()}
        ${
          last
            ? sql`and (r.served_at, s.receipt, s.contribution, s.channel) >
          (${last.servedAt}, ${last.receipt}, ${last.contribution}, ${last.channel})`
            : sql``
        }
      order by r.served_at, s.receipt, s.contribution, s.channel limit ${size}`;
    yield lines;
    last = lines.length === size ? lines.at(-1) : undefined;
  } while (last);
}
