import {
  type Account,
  type Address,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  getContractAddress,
  http,
  type PublicClient,
  parseEther,
  type WalletClient,
} from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { parameters } from "../../lib/chain/parameters.ts";
import { type ContractName, readArtifact } from "./artifacts.ts";
import { type Addresses, deploymentPlan, type PlanOptions, type Step } from "./plan.ts";
import { verifyDeployment } from "./verifyDeployment.ts";

const documentedOf = (name: string) => parameters.find((parameter) => parameter.name === name)!.documented!;
const MIN_PROTOCOL_BPS = Number(documentedOf("minProtocolBps"));
const MIN_ATTRIBUTOR_BOND = documentedOf("minBond");

export type DeployOptions = Pick<PlanOptions, "guardian" | "holder" | "commons" | "stable"> & {
  rpcUrl: string;
  chainName: string;
  /** Pays the gas; keeps nothing and holds no role. */
  deployer: Account;
  gateway: Address;
  treasury: Address;
  /** 0 to 1,000. */
  minProtocolBps?: number | undefined;
  /** In wei; 2,000 to 10,000,000 OPEN. */
  minBond?: bigint | undefined;
  /** Called with each contract that stands. */
  progress?: (instance: string, address: Address) => void;
};

/**
 * Deploys all contracts and checks what is on the chain afterwards. Contracts name each other as immutables in a circle, so their addresses
 * are computed first, from the deployer's nonce: the deployer must send nothing else meanwhile.
 * @throws before it sends anything if a parameter is out of the contracts' bounds; later if a contract reverts, lands at another address, or
 * fails the check.
 */
export async function deploy(options: DeployOptions): Promise<Deployment> {
  const { minProtocolBps = MIN_PROTOCOL_BPS, minBond = MIN_ATTRIBUTOR_BOND, deployer, holder } = options;
  checkBounds(minProtocolBps, minBond);
  const transport = http(options.rpcUrl);
  const client = createPublicClient({ transport, pollingInterval: 100 });
  const chain = await chainOf(client, options);
  const wallet = createWalletClient({ account: deployer, chain, transport });
  const nonce = await client.getTransactionCount({ address: deployer.address, blockTag: "pending" });
  const plan = deploymentPlan({ ...options, minProtocolBps, minBond });
  const addresses = predictAddresses(plan, deployer.address, nonce);

  let startBlock: bigint | undefined;
  for (const [i, { instance, contract, args }] of plan.entries()) {
    const values = args(addresses).map(([, value]) => value);
    const expected = addresses[instance];
    const block = await create(client, wallet, { name: contract, args: values, nonce: nonce + i, expected });
    startBlock ??= block;
    options.progress?.(instance, expected);
  }
  await verifyDeployment(client, { plan, addresses, deployer: deployer.address, holder, startBlock: startBlock! });

  const genesis = await client.getBlock({ blockNumber: 0n });
  return {
    chainId: chain.id,
    chainName: options.chainName,
    genesisHash: genesis.hash,
    startBlock: Number(startBlock),
    contracts: options.stable && options.stable !== "test" ? { ...addresses, dollar: options.stable } : addresses,
    gateway: options.gateway,
    treasury: options.treasury,
  };
}

/** The constructors refuse the same, but as a bare selector and with half of the contracts deployed. */
function checkBounds(minProtocolBps: number, minBond: bigint): void {
  if (!Number.isInteger(minProtocolBps) || minProtocolBps < 0 || minProtocolBps > 1_000) {
    throw new Error(`deploy: minProtocolBps is ${minProtocolBps}; give whole basis points from 0 to 1,000.`);
  }
  const [least, most] = [parseEther("2000"), parseEther("10000000")];
  if (minBond < least || minBond > most) {
    throw new Error(
      `deploy: minBond is ${minBond} wei; give at least ${least}, twice the dispute bond, and at most ${most}.`,
    );
  }
}

async function chainOf(client: PublicClient, { rpcUrl, chainName }: DeployOptions): Promise<Chain> {
  return defineChain({
    id: await client.getChainId(),
    name: chainName,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
}

/** Of what the plan creates, and of nothing else. */
function predictAddresses(plan: Step[], from: Address, nonce: number): Addresses {
  const entries = plan.map(
    ({ instance }, i) => [instance, getContractAddress({ from, nonce: BigInt(nonce + i) })] as const,
  );
  return Object.fromEntries(entries) as Addresses;
}

type Creation = { name: ContractName; args: unknown[]; nonce: number; expected: Address };

/** Returns the block it was mined in. */
async function create(client: PublicClient, wallet: WalletClient, { name, args, nonce, expected }: Creation) {
  const { abi, bytecode } = readArtifact(name);
  const { account, chain } = wallet;
  if (!account) throw new Error("deploy: the wallet has no account.");
  const hash = await wallet.deployContract({ abi, bytecode, args, nonce, account, chain });
  const receipt = await client.waitForTransactionReceipt({ hash });
  if (receipt.status !== "success") throw new Error(`deploy: ${name}'s constructor reverted in ${hash}.`);
  if (receipt.contractAddress?.toLowerCase() !== expected.toLowerCase()) {
    throw new Error(
      `deploy: ${name} is at ${receipt.contractAddress}, not ${expected}. Send nothing else from the deployer.`,
    );
  }
  return receipt.blockNumber;
}
