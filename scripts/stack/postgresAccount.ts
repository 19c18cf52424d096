import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { StackError } from "./error.ts";

/** How to run a program as an account PostgreSQL accepts: it refuses to run as root. */
export interface Account {
  /** Goes before the program's own command line. */
  prefix: string[];
  uid?: number;
  gid?: number;
}

const NAME = "postgres";

/**
 * Nothing special for an ordinary user. For root: the system's `postgres` account, made if there is none.
 * @param cluster the directory of its data.
 * @throws StackError when it cannot, with the remedy.
 */
export function accountFor(cluster: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const uid = idOf("-u") ?? createAccount();
  const gid = idOf("-g") ?? uid;
  const closed = closedParent(cluster);
  if (!closed) return { prefix: [], uid, gid };
  if (!hasSetpriv()) {
    throw new StackError(
      `PostgreSQL must not run as root, and its account "${NAME}" may not enter ${closed}: run as an ordinary user, or move the project to a directory that others may enter, such as /opt.`,
    );
  }
  // Typical for a clone in /root: lend the account the right to pass, instead of opening root's home to everybody.
  const lent = "+dac_override";
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
  return { prefix: ["setpriv", ...ids, `--inh-caps=${lent}`, `--ambient-caps=${lent}`], uid, gid };
}

function idOf(option: "-u" | "-g"): number | undefined {
  const { status, stdout } = spawnSync("id", [option, NAME], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}

function createAccount(): number {
  const { status, stderr, error } = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", NAME], {
    encoding: "utf8",
  });
  const uid = idOf("-u");
  if (status === 0 && uid !== undefined) return uid;
  throw new StackError(
    `PostgreSQL must not run as root, and the account "${NAME}" could not be made (${(error?.message ?? stderr).trim()}): run as an ordinary user.`,
  );
}

/** The first directory above a file that others may not enter. */
export function closedParent(file: string): string | undefined {
  const parent = path.dirname(file);
  if (parent === file) return undefined;
  return closedParent(parent) ?? ((statSync(parent).mode & 0o001) === 0 ? parent : undefined);
}

const hasSetpriv = () => spawnSync("setpriv", ["--version"]).status === 0;
