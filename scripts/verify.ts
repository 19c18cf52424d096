import { readFileSync } from "node:fs";
import path from "node:path";
import { createPublicClient, formatEther, http } from "viem";
import { parseBits } from "../lib/attribution/index.ts";
import { readDeployment } from "../lib/chain/clients.ts";
import type { Deployment } from "../lib/chain/deployment.ts";
import { serverEnv } from "../lib/env/server.ts";
import { formatPlural } from "../lib/format/number.ts";
import { chainFacts, createHttpSource, createVerifier, sentenceOf, type Verdict } from "../lib/verify/index.ts";
import { commandArguments, type Manual } from "./stack/arguments.ts";
import { stackEnvironment } from "./stack/environment.ts";
import { placeOf, placeOptions } from "./stack/place.ts";
import { portsAt } from "./stack/ports.ts";

// Redoes posted epochs from the chain and what is public, and says whether they are what they must be.

const MANUAL: Manual = {
  name: "verify",
  does: "Redoes one epoch, or all, from the chain and public files, and names the first difference; --data and --port-offset as the stack was started with.",
  usage: "npm run verify -- <epoch|all> [--data DIR] [--port-offset N] [--rpc URL] [--api URL]",
};
const ROOT = path.join(import.meta.dirname, "..");
const BITS_FILE = path.join(ROOT, "public/bits-v1.tsv");

/** @throws Error in one sentence when the arguments are wrong, or nothing runs where they point. @returns the exit code */
async function main(): Promise<number> {
  const { which, rpc, api } = read();
  await assertServed(api);
  const deployment = readDeployment();
  const facts = await connect(rpc, deployment);
  const postings = await facts.postings();
  const { chainId, contracts, gateway, treasury } = deployment;
  const terms = { chainId, settlement: contracts.settlement, gateway, treasury };
  const verifier = createVerifier(createHttpSource(facts, api), terms, parseBits(readFileSync(BITS_FILE, "utf8")));

  const counts = { equal: 0, different: 0 };
  for (const { id, isRejected } of postings) {
    if (which !== "all" && which !== id) continue;
    if (which === "all" && isRejected) {
      console.log(`epoch ${id}: rejected; its money is in the next`);
      continue;
    }
    const verdict = await verifier.verify(id);
    counts[verdict.verdict === "equal" ? "equal" : "different"]++;
    for (const line of linesOf(verdict)) console.log(line);
  }
  if (which !== "all" && counts.equal + counts.different === 0) {
    throw new Error(`epoch ${which} has no root on chain; the newest is ${postings.at(-1)?.id ?? "none yet"}.`);
  }
  console.log(`${counts.equal} equal, ${counts.different} different`);
  return counts.different === 0 ? 0 : 1;
}

function read() {
  const url = { type: "string" } as const;
  const config = { allowPositionals: true, options: { ...placeOptions, rpc: url, api: url } } as const;
  const { positionals, values } = commandArguments(config, MANUAL);
  const [which] = positionals;
  if (positionals.length !== 1 || !(which === "all" || /^[1-9]\d{0,8}$/.test(which!))) {
    throw new Error(`name one epoch, or all. Usage: ${MANUAL.usage}`);
  }
  // Without either, what the environment says, as for a server.
  if (values.data !== undefined || values["port-offset"] !== undefined) {
    const { data, portOffset } = placeOf(values, ROOT, MANUAL);
    Object.assign(process.env, stackEnvironment(data, portsAt(portOffset)));
  }
  const { RPC_URL, APP_URL } = serverEnv();
  const rpc = urlOf("--rpc", values.rpc ?? RPC_URL);
  const api = urlOf("--api", values.api ?? APP_URL);
  return { which: which === "all" ? ("all" as const) : Number(which), rpc, api };
}

function urlOf(option: string, text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new Error(
      `${option} is "${text}", but must be an address such as http://127.0.0.1:3000. Usage: ${MANUAL.usage}`,
    );
  }
  return text.replace(/\/+$/, "");
}

async function connect(rpc: string, { chainId, genesisHash, contracts, startBlock }: Deployment) {
  const client = createPublicClient({ transport: http(rpc) });
  const genesis = await client.getBlock({ blockNumber: 0n }).catch(() => {
    throw new Error(
      `no chain answers at ${rpc}: start one with npm start, or name another with --port-offset or --rpc.`,
    );
  });
  if ((await client.getChainId()) !== chainId || genesis.hash !== genesisHash) {
    throw new Error(
      `the chain at ${rpc} is not that of ${serverEnv().DEPLOYMENT_FILE}: name the directory of its stack with --data, or set DEPLOYMENT_FILE.`,
    );
  }
  return chainFacts(client, { ...contracts, startBlock });
}

async function assertServed(api: string): Promise<void> {
  const answer = await fetch(`${api}/api/v1/status`).catch(() => null);
  if (!answer?.ok) {
    throw new Error(
      `no OpenLedger answers at ${api}: start one with npm start, or name another with --port-offset or --api.`,
    );
  }
}

function linesOf(verdict: Verdict): string[] {
  const { epoch } = verdict;
  if (verdict.verdict === "different") return [`DIFFERENT  ${sentenceOf(verdict.difference)}`];
  if (verdict.verdict === "unavailable") return [`DIFFERENT  epoch ${epoch} is unavailable: ${verdict.what}`];
  const { receipts, attributed, payees, total, notes } = verdict;
  const hidden = receipts - attributed;
  const told = hidden > 0 ? `, ${hidden} private: their shares by ledger and amounts only` : "";
  const line = `equal      epoch ${epoch}: ${formatPlural(receipts, "receipt")}, ${attributed} attributed again${told}; ${formatPlural(payees, "payee")}, ${formatEther(total)} OPEN in all`;
  return [line, ...notes.map((note) => `           ${note}`)];
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`verify: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
