import path from "node:path";
import { publicRpcUrl } from "../chain/clients.ts";
import { type ServerEnv, serverEnv, usualServerEnv } from "../env/server.ts";

const LOCAL_HOST = "127.0.0.1";

/**
 * The command that redoes an epoch against this very server: with the options a local stack was started with, or the addresses of one elsewhere.
 * @param usual what holds for a stack that was started without options
 * @param publicRpc the chain's address for others
 */
export function verifyCommand(which: bigint | "all", env: ServerEnv, usual: ServerEnv, publicRpc: string): string {
  const [app, rpc] = [new URL(env.APP_URL), new URL(env.RPC_URL)];
  const offset = Number(app.port) - Number(new URL(usual.APP_URL).port);
  const isStack =
    app.hostname === LOCAL_HOST &&
    rpc.hostname === LOCAL_HOST &&
    Number(rpc.port) - Number(new URL(usual.RPC_URL).port) === offset;
  const options = isStack
    ? [dataOption(env.DEPLOYMENT_FILE, usual.DEPLOYMENT_FILE), offset === 0 ? "" : `--port-offset ${offset}`]
    : [`--rpc ${publicRpc}`, `--api ${env.APP_URL}`];
  return ["npm run verify --", String(which), ...options].filter((part) => part !== "").join(" ");
}

/** `verifyCommand` of this process. */
export const verifyCommandHere = (which: bigint | "all"): string =>
  verifyCommand(which, serverEnv(), usualServerEnv(), publicRpcUrl());

/** Relative to the repository where it is below it, as one would type it. */
function dataOption(file: string, usual: string): string {
  const directory = path.dirname(path.resolve(/* turbopackIgnore: true */ file));
  if (directory === path.dirname(path.resolve(/* turbopackIgnore: true */ usual))) return "";
  const below = path.relative(/* turbopackIgnore: true */ process.cwd(), directory);
  const named = below.startsWith("..") ? directory : below;
  return `--data ${/^[\w./-]+$/.test(named) ? named : `'${named.replaceAll("'", "'\\''")}'`}`;
}
