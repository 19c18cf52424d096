import { formatDateTime } from "../../format/date.ts";
import type { Sql } from "../client.ts";
import { epochById } from "./epochs.ts";

/** What a case can be brought about, as its page names it. */
export type Accusable = {
  subject: "epoch" | "asset" | "contribution";
  id: bigint;
  name: string;
  /** Who answers for it, and gets half of a lost bond; null where nobody does. */
  accused: string | null;
  /** Of a contribution: how many items it has; else 0. */
  items: number;
  /** An epoch that somebody has disputed: opening its case needs no other bond. */
  disputed: boolean;
  /** Why no case can be brought now, with the next step; null where one can. */
  refusal: string | null;
};

/** @param now chain time, unix seconds. @returns null where there is no such thing */
export async function accusable(
  sql: Sql,
  subject: Accusable["subject"],
  id: bigint,
  now: number,
): Promise<Accusable | null> {
  const about = { subject, id, items: 0, disputed: false, refusal: null };
  if (subject === "asset") {
    const [asset] = await sql<{ name: string | null; owner: string }[]>`
      select d.body->>'name' as name, a.owner from indexer.asset a left join worker.document d on d.uri = a.uri
      where a.id = ${id.toString()}`;
    return asset ? { ...about, name: asset.name ?? `asset ${id}`, accused: asset.owner } : null;
  }
  if (subject === "contribution") {
    const [row] = await sql<{ title: string | null; items: number | null; status: string; contributor: string }[]>`
      select t.title, c.items, c.status, c.contributor from indexer.contribution c
      left join worker.content t on t.contribution = c.id and t.uri = c.uri and t.root = c.root
      where c.id = ${id.toString()}`;
    if (!row) return null;
    const refusal =
      row.status === "accepted" ? null : `It is ${row.status}: only an accepted contribution can be brought before it.`;
    const { contributor: accused, items } = row;
    return { ...about, name: row.title ?? `contribution ${id}`, accused, items: items ?? 1, refusal };
  }
  const [epoch, [posted]] = await Promise.all([
    epochById(sql, id, now),
    sql<{ poster: string | null }[]>`select poster from indexer.epoch where id = ${id.toString()}`,
  ]);
  if (!epoch) return null;
  const refusal = {
    window: null,
    disputed: null,
    sealed: "Its root is not posted yet: there is nothing to object to. Come back when it is.",
    accepted: `Its window closed ${epoch.readyAt === null ? "" : `on ${formatDateTime(epoch.readyAt)}`}: what it pays stands.`,
    rejected: "Its root was rejected already; the next epoch distributes its money.",
  }[epoch.state];
  const accused = posted?.poster ?? null;
  return { ...about, name: `epoch ${id}`, accused, disputed: epoch.state === "disputed", refusal };
}

/** Epochs that can still be objected to or are disputed, the newest first. @param now chain time, unix seconds */
export async function openEpochs(sql: Sql, now: number): Promise<{ id: bigint; disputed: boolean }[]> {
  return sql<{ id: bigint; disputed: boolean }[]>`
    select id, state = 'disputed' as disputed from indexer.epoch
    where state = 'disputed' or (state = 'posted' and ready_at > ${now}) order by id desc`;
}
