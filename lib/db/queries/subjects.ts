import { assetKind } from "../../chain/assetKind.ts";
import type { Sql } from "../client.ts";

/** What the page of one thing is about. */
export type Subject =
  | { kind: "datanet" | "model"; id: bigint }
  | { kind: "proposal"; id: bigint }
  | { kind: "contribution"; id: bigint; datanet: bigint }
  /** 0x and 64 hex digits. */
  | { kind: "receipt"; id: string };

/** Whether the index, or for a receipt the gateway, knows it. Each is one look-up by key. */
export async function subjectExists(sql: Sql, subject: Subject): Promise<boolean> {
  const id = String(subject.id).toLowerCase();
  const rows =
    subject.kind === "receipt"
      ? await sql`select 1 from gateway.receipt where id = ${id}`
      : subject.kind === "proposal"
        ? await sql`select 1 from indexer.proposal where id = ${id}`
        : subject.kind === "contribution"
          ? await sql`select 1 from indexer.contribution where id = ${id} and datanet = ${String(subject.datanet)}`
          : await sql`select 1 from indexer.asset where id = ${id} and kind = ${assetKind[subject.kind]}`;
  return rows.length > 0;
}
