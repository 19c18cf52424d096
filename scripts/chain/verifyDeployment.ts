import { type Address, getAddress, type Hex, type PublicClient } from "viem";
import { curationAbi } from "../../lib/abi/curation.ts";
import { escrowAbi } from "../../lib/abi/escrow.ts";
import { openAbi } from "../../lib/abi/open.ts";
import { registryAbi } from "../../lib/abi/registry.ts";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { stakingAbi } from "../../lib/abi/staking.ts";
import { type Artifact, CONTRACTS, type ContractName, readArtifact } from "./artifacts.ts";

type Expected = { deployer: Address; holder: Address; council: Address };

/**
 * Reads the chain back: code is what was built, every link between contracts is the intended one, the whole supply is the holder's and the
 * commons are nobody's.
 * @throws naming the first thing that is not so.
 */
export async function verifyDeployment(
  client: PublicClient,
  at: Record<ContractName, Address>,
  { deployer, holder, council }: Expected,
): Promise<void> {
  for (const name of CONTRACTS) await verifyCode(client, name, at[name]);

  const staking = { address: at.Staking, abi: stakingAbi } as const;
  const escrow = { address: at.Escrow, abi: escrowAbi } as const;
  const settlement = { address: at.Settlement, abi: settlementAbi } as const;
  const curation = { address: at.Curation, abi: curationAbi } as const;
  const open = { address: at.Open, abi: openAbi } as const;
  const read = client.readContract;
  const links: [string, Promise<unknown>, unknown][] = [
    ["Staking.token", read({ ...staking, functionName: "token" }), at.Open],
    ["Staking.registry", read({ ...staking, functionName: "registry" }), at.Registry],
    ["Staking.settlement", read({ ...staking, functionName: "settlement" }), at.Settlement],
    ["Staking.arbiter", read({ ...staking, functionName: "arbiter" }), getAddress(council)],
    ["Escrow.token", read({ ...escrow, functionName: "token" }), at.Open],
    ["Escrow.settlement", read({ ...escrow, functionName: "settlement" }), at.Settlement],
    ["Settlement.token", read({ ...settlement, functionName: "token" }), at.Open],
    ["Settlement.registry", read({ ...settlement, functionName: "registry" }), at.Registry],
    ["Settlement.staking", read({ ...settlement, functionName: "staking" }), at.Staking],
    ["Settlement.escrow", read({ ...settlement, functionName: "escrow" }), at.Escrow],
    ["Settlement.arbiter", read({ ...settlement, functionName: "arbiter" }), getAddress(council)],
    ["Curation.token", read({ ...curation, functionName: "token" }), at.Open],
    ["Curation.registry", read({ ...curation, functionName: "registry" }), at.Registry],
    ["Curation.staking", read({ ...curation, functionName: "staking" }), at.Staking],
    ["Curation.governance", read({ ...curation, functionName: "governance" }), getAddress(council)],
    ["the commons' owner", commonsOwner(client, at.Registry), at.Registry],
    ["the supply outside the holder", missingSupply(client, at.Open, holder), 0n],
  ];
  if (deployer.toLowerCase() !== holder.toLowerCase()) {
    const balance = read({ ...open, functionName: "balanceOf", args: [deployer] });
    links.push(["the deployer's OPEN", balance, 0n]);
  }
  for (const [what, actual, expected] of links) {
    const value = await actual;
    if (value !== expected) throw new Error(`deployment: ${what} is ${value}, expected ${expected}.`);
  }
}

async function commonsOwner(client: PublicClient, address: Address): Promise<Address> {
  const registry = { address, abi: registryAbi } as const;
  const commons = await client.readContract({ ...registry, functionName: "COMMONS" });
  return client.readContract({ ...registry, functionName: "ownerOf", args: [commons] });
}

async function missingSupply(client: PublicClient, address: Address, holder: Address): Promise<bigint> {
  const open = { address, abi: openAbi } as const;
  const supply = await client.readContract({ ...open, functionName: "totalSupply" });
  return supply - (await client.readContract({ ...open, functionName: "balanceOf", args: [holder] }));
}

async function verifyCode(client: PublicClient, name: ContractName, address: Address): Promise<void> {
  const artifact = readArtifact(name);
  const code = await client.getCode({ address });
  if (!code) throw new Error(`deployment: there is no code at ${address}, where ${name} should be.`);
  if (maskImmutables(code, artifact) !== maskImmutables(artifact.deployedBytecode, artifact)) {
    throw new Error(`deployment: the code at ${address} is not what contracts/src/${name}.sol compiles to.`);
  }
}

/** Code with the bytes that the constructor fills in set to zero. */
export function maskImmutables(code: Hex, { immutables }: Pick<Artifact, "immutables">): string {
  const bytes = Buffer.from(code.slice(2), "hex");
  for (const { start, length } of immutables) bytes.fill(0, start, start + length);
  return bytes.toString("hex");
}
