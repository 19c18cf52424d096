import { readFileSync } from "node:fs";
import path from "node:path";
import { type Chain, createPublicClient, createWalletClient, defineChain, type Hex, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { serverEnv } from "../env/server.ts";
import { type Deployment, deploymentSchema, LOCAL_CHAIN_ID } from "./deployment.ts";

// Server-side chain access: route handlers, worker, scripts. Browser code gets the deployment through the client provider.

let deployment: Deployment | undefined;

/** @throws Error when the deployment file is missing or malformed, with the remedy. */
export function readDeployment(): Deployment {
  if (deployment) return deployment;
  const file = path.resolve(/* turbopackIgnore: true */ serverEnv().DEPLOYMENT_FILE);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Error(`No deployment at ${file}: run the deploy script, or set DEPLOYMENT_FILE.`);
  }
  deployment = deploymentSchema.parse(JSON.parse(text));
  return deployment;
}

function toChain(d: Deployment, rpcUrl: string): Chain {
  return defineChain({
    id: d.chainId,
    name: d.chainName,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
}

/**
 * The chain's address for browsers. RPC_URL may hold a secret, so only a local chain's stands in for PUBLIC_RPC_URL.
 * @throws Error when PUBLIC_RPC_URL is needed and not set.
 */
export function publicRpcUrl(): string {
  const { PUBLIC_RPC_URL, RPC_URL } = serverEnv();
  if (PUBLIC_RPC_URL) return PUBLIC_RPC_URL;
  if (readDeployment().chainId === LOCAL_CHAIN_ID) return RPC_URL;
  throw new Error("PUBLIC_RPC_URL is not set: browsers need an address of the chain that holds no secret.");
}

let client: ReturnType<typeof makePublicClient> | undefined;

function makePublicClient() {
  const { RPC_URL } = serverEnv();
  return createPublicClient({
    chain: toChain(readDeployment(), RPC_URL),
    transport: http(RPC_URL, { batch: true }),
    pollingInterval: 200,
  });
}

export function publicClient() {
  client ??= makePublicClient();
  return client;
}

export function walletClient(key: Hex) {
  const { RPC_URL } = serverEnv();
  return createWalletClient({
    account: privateKeyToAccount(key),
    chain: toChain(readDeployment(), RPC_URL),
    transport: http(RPC_URL),
    pollingInterval: 200,
  });
}

/** Chain time in unix seconds: what the next block would carry. Follows time travel on a local chain. */
export async function chainTime(): Promise<number> {
  const block = await publicClient().getBlock({ blockTag: "pending" });
  return Number(block.timestamp);
}
