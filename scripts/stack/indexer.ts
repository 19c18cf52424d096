import path from "node:path";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { connect } from "../../lib/db/client.ts";
import { chainClient } from "./chain.ts";
import { contentHash } from "./contentHash.ts";
import { type Context, nodeCommand } from "./context.ts";
import { databaseUrl } from "./postgres.ts";
import { get, until } from "./ready.ts";

/** The schema is the chain's and the code's: neither a reset chain nor a changed indexer may go on with old rows. */
function indexerSchema(root: string, genesisHash: string): string {
  const code = contentHash(root, ["indexer", "lib/abi"]);
  return `chain_${genesisHash.slice(2, 10)}_${code.slice(0, 8)}`;
}

function indexerArguments(root: string, schema: string, port: number): string[] {
  const ponder = path.join(root, "node_modules/ponder/dist/esm/bin/ponder.js");
  const server = ["--hostname", "127.0.0.1", "--port", String(port)];
  return [
    ponder,
    "start",
    "--root",
    path.join(root, "indexer"),
    "--schema",
    schema,
    "--views-schema",
    "indexer",
    ...server,
  ];
}

/**
 * A chain that was killed may have lost its last seconds: if its head is before what was indexed, index again from the start.
 * @returns whether it dropped the tables.
 */
async function dropIfAhead(url: string, schema: string, head: bigint): Promise<boolean> {
  const sql = connect(url, { max: 1 });
  try {
    const [known] = await sql`select to_regclass(${`${schema}._ponder_checkpoint`}) as table`;
    if (!known?.table) return false;
    const [row] = await sql`select max(latest_checkpoint) as latest from ${sql(schema)}._ponder_checkpoint`;
    if (!row?.latest || blockOf(row.latest) <= head) return false;
    await sql`drop schema ${sql(schema)} cascade`;
    return true;
  } finally {
    await sql.end();
  }
}

/** A checkpoint is digits: time (10), chain (16), block (16), … */
const blockOf = (checkpoint: string) => BigInt(checkpoint.slice(26, 42));

export async function startIndexer(context: Context, { genesisHash }: Deployment): Promise<void> {
  const { root, ports, rpcUrl, progress, processes } = context;
  const schema = indexerSchema(root, genesisHash);
  const head = await chainClient(rpcUrl).getBlockNumber();
  if (await dropIfAhead(databaseUrl(ports.postgres), schema, head)) {
    progress.step("indexer", "knew blocks that the chain has lost, so it begins again");
  }
  processes.start("indexer", nodeCommand(context, ...indexerArguments(root, schema, ports.indexer)));
  await until("The indexer", () => get(`http://127.0.0.1:${ports.indexer}/ready`));
  progress.step("indexer", "ready");
}
