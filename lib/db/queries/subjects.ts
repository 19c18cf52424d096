import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";

/** What the page of one thing is about. */
export type Subject =
  | { kind: "datanet" | "model" | "validator"; id: bigint }
  | { kind: "epoch" | "case" | "proposal"; id: bigint }
  | { kind: "contribution"; id: bigint; datanet: bigint }
  /** 0x and 64 hex digits. */
  | { kind: "receipt"; id: string };

/** Whether the index, or for a receipt the gateway, knows it. Each is one look-up by key. */
export async function subjectExists(sql: Sql, subject: Subject): Promise<boolean> {
  const id = String(subject.id).toLowerCase();
  const rows = await lookUp(sql, subject, id);
  return rows.length > 0;
}

function lookUp(sql: Sql, subject: Subject, id: string) {
  switch (subject.kind) {
    case "receipt":
      return sql`select 1 from gateway.receipt where id = ${id}`;
    case "contribution":
      return sql`select 1 from indexer.contribution where id = ${id} and datanet = ${String(subject.datanet)}`;
    case "epoch":
      return sql`select 1 from indexer.epoch where id = ${id}`;
    case "proposal":
      return sql`select 1 from indexer.proposal where id = ${id}`;
    case "case":
      return sql`select 1 from indexer.court_case where id = ${id}`;
    default:
      return sql`select 1 from indexer.asset where id = ${id} and kind = ${assetKind[subject.kind]}`;
  }
}
