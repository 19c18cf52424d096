// npm run deploy -- --network NAME [--rpc URL] [--key-file FILE] [--again]
// Reads contracts/networks/NAME.json, deploys the whole protocol, checks it on the chain and writes contracts/deployments/NAME.json: the file
// that DEPLOYMENT_FILE names. FILE holds the deployer's private key in hex; the local chain has its own.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Account, createPublicClient, type Hex, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { LOCAL_CHAIN_ID } from "../lib/chain/deployment.ts";
import { localAccounts } from "../lib/chain/localAccounts.ts";
import { deploy } from "./chain/deploy.ts";
import { type Network, readNetwork } from "./deploy/network.ts";
import { commandArguments } from "./stack/arguments.ts";
import { messageOf, StackError } from "./stack/error.ts";

const CONTRACTS = path.resolve(import.meta.dirname, "../contracts");
const MANUAL = {
  name: "deploy",
  does: "Deploys the whole protocol on a network of contracts/networks, and checks it there.",
  usage: "npm run deploy -- --network NAME [--rpc URL] [--key-file FILE] [--again]",
};

function options() {
  const string = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const options = { network: string, rpc: string, "key-file": string, again: flag };
  const { values } = commandArguments({ options }, MANUAL);
  const { network } = values;
  if (!network || !/^[\w-]+$/.test(network))
    throw new StackError(`--network must name a file of contracts/networks. Usage: ${MANUAL.usage}`);
  return { ...values, network };
}

function deployerOf(network: Network, keyFile: string | undefined): Account {
  if (keyFile) return privateKeyToAccount(readFileSync(keyFile, "utf8").trim() as Hex);
  if (network.chainId === LOCAL_CHAIN_ID) return localAccounts().deployer;
  throw new StackError(`${network.chainName} needs a deployer: give --key-file, a file with its private key in hex.`);
}

async function assertChain(rpcUrl: string, { chainId }: Network): Promise<void> {
  const actual = await createPublicClient({ transport: http(rpcUrl) }).getChainId();
  if (actual !== chainId) throw new StackError(`${rpcUrl} is chain ${actual}, not ${chainId}. Give another --rpc.`);
}

async function main(): Promise<void> {
  const { network: name, rpc, "key-file": keyFile, again } = options();
  const output = path.join(CONTRACTS, "deployments", `${name}.json`);
  if (existsSync(output) && !again)
    throw new StackError(`${output} exists. Add --again to deploy anew and replace it.`);
  const network = readNetwork(path.join(CONTRACTS, "networks", `${name}.json`));
  const rpcUrl = rpc ?? network.rpcUrl;
  await assertChain(rpcUrl, network);
  const deployer = deployerOf(network, keyFile);
  const progress = (instance: string, address: string) => console.log(`${instance.padEnd(17)} ${address}`);
  const deployment = await deploy({ ...network, rpcUrl, deployer, progress });
  mkdirSync(path.dirname(output), { recursive: true });
  writeFileSync(output, `${JSON.stringify(deployment, null, 2)}\n`);
  console.log(`code, links, parameters and roles are as planned; the deployer holds nothing\n${output}`);
}

main().catch((error) => {
  console.error(messageOf(error));
  process.exitCode = 1;
});
