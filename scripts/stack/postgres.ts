import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { connect } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";
import type { Context } from "./context.ts";
import { StackError } from "./error.ts";
import { accountFor } from "./postgresAccount.ts";
import { postgresBinary } from "./postgresPackage.ts";
import type { Command } from "./processes.ts";
import { until } from "./ready.ts";

const USER = "openledger";

export const databaseUrl = (port: number, database = USER) =>
  `postgres://${USER}:${USER}@127.0.0.1:${port}/${database}`;

/**
 * Prepares a database cluster, once, and tells how to run it. It listens on 127.0.0.1 only, so whoever reaches it is on this machine.
 * @throws StackError when the cluster cannot be made.
 */
function preparePostgres(data: string, port: number): Command {
  const cluster = path.join(data, "postgres");
  const binary = postgresBinary("postgres");
  const { prefix, uid, gid } = accountFor(cluster);
  const ids = prefix.length === 0 ? { uid, gid } : {};
  const command = (file: string, args: string[]): Command => {
    const [first, ...rest] = [...prefix, file, ...args];
    return { file: first!, args: rest, cwd: data, env: { PATH: "/usr/sbin:/usr/bin:/bin", TZ: "UTC" }, ...ids };
  };
  if (!existsSync(cluster)) initialise(cluster, command, uid, gid);
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port: String(port) };
  return command(binary, [
    "-D",
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
}

function initialise(
  cluster: string,
  command: (file: string, args: string[]) => Command,
  uid: number | undefined,
  gid: number | undefined,
): void {
  // Renamed when complete: an interrupted start must not leave half a cluster behind.
  const unfinished = `${cluster}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(unfinished, uid, gid);
  const { file, args, ...options } = command(postgresBinary("initdb"), [
    `--pgdata=${unfinished}`,
    `--username=${USER}`,
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--lc-messages=C",
    "--no-instructions",
  ]);
  const { status, stderr, error } = spawnSync(file, args, {
    ...options,
    env: options.env as NodeJS.ProcessEnv,
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new StackError(`PostgreSQL could not make its files in ${cluster}: ${(error?.message ?? stderr).trim()}`);
  }
  renameSync(unfinished, cluster);
}

/** Starts the database and brings its tables up to date. */
export async function startPostgres({ options, ports, progress, processes }: Context): Promise<void> {
  processes.start("postgres", preparePostgres(options.data, ports.postgres));
  await until("PostgreSQL", () => ensureDatabase(ports.postgres), 60);
  const sql = connect(databaseUrl(ports.postgres), { max: 1 });
  const applied = await migrate(sql);
  await sql.end();
  progress.step("postgres", applied.length ? `ready, ${applied.length} migration(s) applied` : "ready");
}

async function ensureDatabase(port: number): Promise<void> {
  const admin = connect(databaseUrl(port, "postgres"), { max: 1 });
  try {
    const [known] = await admin`select 1 from pg_database where datname = ${USER}`;
    if (!known) await admin.unsafe(`create database ${USER}`);
  } finally {
    await admin.end();
  }
}
