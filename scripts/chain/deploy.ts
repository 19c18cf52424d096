import {
  type Account,
  type Address,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  getContractAddress,
  type Hex,
  http,
  type PublicClient,
  parseEther,
  type WalletClient,
} from "viem";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { CONTRACTS, type ContractName, readArtifact } from "./artifacts.ts";
import { verifyDeployment } from "./verifyDeployment.ts";

/** The protocol's least share of any fee, in basis points (protocol.md §4). */
const MIN_PROTOCOL_BPS = 500;
/** Stake an attributor needs to post, in wei: ten times the dispute bond. */
const MIN_ATTRIBUTOR_BOND = parseEther("10000");

export type DeployOptions = {
  rpcUrl: string;
  chainName: string;
  /** Pays the gas; keeps nothing and holds no role. */
  deployer: Account;
  /** Receives the whole supply of OPEN. */
  holder: Address;
  /** Arbiter of disputes and governance of the commons. */
  council: Address;
  gateway: Address;
  treasury: Address;
  /** The first version of datanet 1, which nobody owns. */
  commons: { contentHash: Hex; uri: string };
  minProtocolBps?: number;
  /** In wei; at least 2,000 OPEN. */
  minBond?: bigint;
};

type Addresses = Record<ContractName, Address>;

/**
 * Deploys all contracts and checks what is on the chain afterwards. Contracts name each other as immutables in a circle, so their addresses
 * are computed first, from the deployer's nonce: the deployer must send nothing else meanwhile.
 * @throws before it sends anything if a parameter is out of the contracts' bounds; later if a contract reverts, lands at another address, or
 * fails the check.
 */
export async function deploy(options: DeployOptions): Promise<Deployment> {
  checkBounds(options);
  const transport = http(options.rpcUrl);
  const client = createPublicClient({ transport, pollingInterval: 100 });
  const chain = await chainOf(client, options);
  const wallet = createWalletClient({ account: options.deployer, chain, transport });
  const nonce = await client.getTransactionCount({ address: options.deployer.address, blockTag: "pending" });
  const addresses = predictAddresses(options.deployer.address, nonce);
  const args = constructorArgs(addresses, options);

  let startBlock: bigint | undefined;
  for (const [i, name] of CONTRACTS.entries()) {
    const block = await create(client, wallet, { name, args: args[name], nonce: nonce + i, expected: addresses[name] });
    startBlock ??= block;
  }
  await verifyDeployment(client, addresses, { ...options, deployer: options.deployer.address });

  const genesis = await client.getBlock({ blockNumber: 0n });
  return {
    chainId: chain.id,
    chainName: options.chainName,
    genesisHash: genesis.hash,
    startBlock: Number(startBlock),
    contracts: {
      open: addresses.Open,
      registry: addresses.Registry,
      curation: addresses.Curation,
      escrow: addresses.Escrow,
      staking: addresses.Staking,
      settlement: addresses.Settlement,
    },
    gateway: options.gateway,
    treasury: options.treasury,
  };
}

/** The constructors refuse the same, but as a bare selector and with half of the contracts deployed. */
function checkBounds({ minProtocolBps = MIN_PROTOCOL_BPS, minBond = MIN_ATTRIBUTOR_BOND }: DeployOptions): void {
  if (!Number.isInteger(minProtocolBps) || minProtocolBps < 0 || minProtocolBps > 1_000) {
    throw new Error(`deploy: minProtocolBps is ${minProtocolBps}; give whole basis points from 0 to 1,000.`);
  }
  const least = parseEther("2000");
  if (minBond < least) {
    throw new Error(`deploy: minBond is ${minBond} wei; give at least ${least}, twice the dispute bond.`);
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

function predictAddresses(from: Address, nonce: number): Addresses {
  const entries = CONTRACTS.map((name, i) => [name, getContractAddress({ from, nonce: BigInt(nonce + i) })] as const);
  return Object.fromEntries(entries) as Addresses;
}

function constructorArgs(at: Addresses, options: DeployOptions): Record<ContractName, unknown[]> {
  const { holder, council, commons, minProtocolBps = MIN_PROTOCOL_BPS, minBond = MIN_ATTRIBUTOR_BOND } = options;
  return {
    Open: [holder],
    Registry: [minProtocolBps, commons.contentHash, commons.uri],
    Staking: [at.Open, at.Registry, at.Settlement, council],
    Escrow: [at.Open, at.Settlement],
    Settlement: [at.Open, at.Registry, at.Staking, at.Escrow, council, minBond],
    Curation: [at.Open, at.Registry, at.Staking, council],
  };
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
