import type { Sql } from "../client.ts";

export type CourtCase = {
  id: bigint;
  subject: "epoch" | "asset" | "contribution";
  subjectId: bigint;
  /** What the asset or contribution is called; null for an epoch. */
  subjectName: string | null;
  /** Of an epoch: whether it is one of the pair for the stable token. */
  inDollars: boolean;
  /** Kind of the asset; null for the others. */
  assetKind: number | null;
  /** Of a contribution. */
  datanet: bigint | null;
  item: number;
  challenger: string;
  /** Who posted the epoch, owned the asset or contributed, when the case was opened; the burn address where that is nobody. */
  accused: string;
  settlement: string;
  evidenceHash: string;
  /** Wei of OPEN: of an epoch's case not known from the case, its dispute holds it. */
  bond: bigint;
  /** Stake from before then weighs; the clock runs from then. Of an epoch: when it was disputed. */
  weighedFrom: number;
  openedAt: number;
  openTx: string;
  /** It is open, but a proof has rejected its epoch meanwhile: there is nothing left to rule on. */
  overtaken: boolean;
  /** All below null while it is open. */
  guilty: boolean | null;
  slashBps: number | null;
  recomputedRoot: string | null;
  /** 0: governance ruled. */
  weight: bigint | null;
  total: bigint | null;
  ruledAt: number | null;
  ruleTx: string | null;
  /** Wei that the verdict took of the pool; null where it took nothing. */
  slashed: bigint | null;
  /** Validators whose signed verdicts wait here. */
  signed: number;
};

/** Whose epochs there can be cases about; anybody can bring one about a contract of their own, which is not shown. */
export type Pairs = { settlement: string; dollarSettlement?: string | undefined };

const columns = (sql: Sql, { settlement, dollarSettlement = "" }: Pairs) => sql`
  select c.id, c.subject, c.subject_id, coalesce(d.body->>'name', t.title) as subject_name, p.in_dollars, a.kind as asset_kind,
    k.datanet, c.item, c.challenger, c.accused, c.settlement, c.evidence_hash, c.bond, coalesce(q.at, c.opened_at) as weighed_from, c.opened_at, c.open_tx,
    c.guilty is null and coalesce(q.outcome = 'rejected', false) as overtaken, c.guilty, c.slash_bps, c.recomputed_root, c.weight, c.total, c.ruled_at, c.rule_tx,
    (select sum(x.amount) from indexer.slash x where x.tx = c.rule_tx) as slashed,
    (select count(distinct v.validator)::int from gateway.case_vote v where v.case_id = c.id) as signed
  from indexer.court_case c
  left join indexer.asset a on c.subject = 'asset' and a.id = c.subject_id
  left join worker.document d on d.uri = a.uri
  left join indexer.contribution k on c.subject = 'contribution' and k.id = c.subject_id
  left join worker.content t on t.contribution = k.id and t.uri = k.uri and t.root = k.root
  cross join lateral (
    select c.subject = 'epoch' and c.settlement = ${settlement.toLowerCase()} as in_open,
      c.subject = 'epoch' and c.settlement = ${dollarSettlement.toLowerCase()} as in_dollars
  ) p
  left join lateral (
    select q.at, q.outcome from indexer.dispute q
    where c.subject = 'epoch' and q.settlement = c.settlement and q.epoch = c.subject_id and q.at <= c.opened_at
    order by q.at desc limit 1
  ) q on true
  where c.subject <> 'epoch' or p.in_open or p.in_dollars`;

export type CaseFilter = { state?: "open" | "closed" };

/** Cases, the open ones and then the newest first. */
export async function listCases(sql: Sql, pairs: Pairs, { state }: CaseFilter = {}): Promise<CourtCase[]> {
  return sql<CourtCase[]>`
    select * from (${columns(sql, pairs)}) c
    where true ${state === "open" ? sql`and guilty is null` : state === "closed" ? sql`and guilty is not null` : sql``}
    order by guilty is not null, id desc limit 200`;
}

export async function caseById(sql: Sql, pairs: Pairs, id: bigint): Promise<CourtCase | null> {
  const [row] = await sql<CourtCase[]>`select * from (${columns(sql, pairs)}) c where id = ${id.toString()}`;
  return row ?? null;
}

/** The newest cases about one thing; an epoch is one of the pair for OPEN. */
export async function casesAbout(
  sql: Sql,
  pairs: Pairs,
  subject: CourtCase["subject"],
  id: bigint,
): Promise<CourtCase[]> {
  return sql<CourtCase[]>`
    select * from (${columns(sql, pairs)}) c
    where subject = ${subject} and subject_id = ${id.toString()} and not in_dollars order by id desc limit 20`;
}

export type EpochDispute = {
  epoch: bigint;
  by: string;
  reason: string;
  at: number;
  tx: string;
  outcome: "valid" | "rejected" | null;
  closedAt: number | null;
  closedTx: string | null;
  /** The case about it; null where nobody has opened one. */
  caseId: bigint | null;
};

/** Disputes of epochs, newest first; the reasons are the disputers' own words. @param settlement whose: the pair's address */
export async function disputesOf(
  sql: Sql,
  settlement: string,
  filter: { epoch?: bigint; open?: boolean } = {},
): Promise<EpochDispute[]> {
  return sql<EpochDispute[]>`
    select q.epoch, q.by, q.reason, q.at, q.tx, q.outcome, q.closed_at, q.closed_tx,
      (select min(c.id) from indexer.court_case c where c.subject = 'epoch' and c.settlement = q.settlement
        and c.subject_id = q.epoch and c.opened_at >= q.at) as case_id
    from indexer.dispute q
    where q.settlement = ${settlement.toLowerCase()}
      ${filter.epoch === undefined ? sql`` : sql`and q.epoch = ${filter.epoch.toString()}`}
      ${filter.open ? sql`and q.outcome is null` : sql``}
    order by q.at desc, q.log_index desc limit 100`;
}

export type Proof = { at: number; by: string; tx: string };

/** Who proved an epoch's root malformed where nobody had disputed it; null where nobody did. @param settlement whose: the pair's address */
export async function proofAgainst(sql: Sql, settlement: string, epoch: bigint): Promise<Proof | null> {
  const [proof] = await sql<Proof[]>`
    select r.at, r.by, r.tx from indexer.rejection r
    where r.settlement = ${settlement.toLowerCase()} and r.epoch = ${epoch.toString()}
      and not exists (select from indexer.dispute q where q.settlement = r.settlement and q.closed_tx = r.tx)`;
  return proof ?? null;
}

export type CarriedVote = { validator: bigint; validatorName: string | null; weight: bigint };

/** Who signed the verdict that was carried out, the heaviest first. */
export async function votesOfCase(sql: Sql, caseId: bigint): Promise<CarriedVote[]> {
  return sql<CarriedVote[]>`
    select v.validator, d.body->>'name' as validator_name, v.weight
    from indexer.case_vote v left join indexer.asset a on a.id = v.validator left join worker.document d on d.uri = a.uri
    where v.case_id = ${caseId.toString()} order by v.weight desc, v.validator`;
}
