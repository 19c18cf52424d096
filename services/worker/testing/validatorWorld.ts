import { type Abi, type Address, createTestClient, type Hex, http, keccak256, parseEther, publicActions } from "viem";
import { foundry } from "viem/chains";
import { arbiterAbi } from "../../../lib/abi/arbiter.ts";
import { curationAbi } from "../../../lib/abi/curation.ts";
import { openAbi } from "../../../lib/abi/open.ts";
import { registryAbi } from "../../../lib/abi/registry.ts";
import { stakingAbi } from "../../../lib/abi/staking.ts";
import { assetKind } from "../../../lib/chain/assetKind.ts";
import { walletClient } from "../../../lib/chain/clients.ts";
import { localAccounts } from "../../../lib/chain/localAccounts.ts";
import { migrate } from "../../../lib/db/migrate.ts";
import { targetPayee } from "../../../lib/ledger/index.ts";
import { transact } from "../transact.ts";
import { deployed } from "./deployed.ts";
import { keyed } from "./honestAnswers.ts";
import type { LocalStack } from "./localStack.ts";

const SPLIT = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
/** What everybody is given. */
const OPEN = parseEther("5000");
const STAKE = parseEther("1000");

/** An account whose code says that any signature is its own while it is asked by a simulation (which pays no gas price), and else that none is. */
const LIAR = "0x3a15631626ba7e0260e01b5f5260205ff3";

/** Deployed contracts, with what validators need: to register, to stake, to have something to review and to rule about. */
export async function validatorWorld(stack: LocalStack) {
  const { sql, rpcUrl } = stack;
  const local = localAccounts();
  const [holder, ...people] = [local.holder, ...local.validators].map(keyed);
  const deployment = await deployed(stack);
  await migrate(sql);
  const at = deployment.contracts;
  const transport = http(rpcUrl);
  const chain = createTestClient({ mode: "anvil", chain: foundry, transport, pollingInterval: 20 }).extend(
    publicActions,
  );
  const send = (from: { key: Hex }, address: Address, abi: Abi, functionName: string, args: unknown[]) =>
    transact(walletClient(from.key), { address, abi, functionName, args });

  for (const { address, key } of people) {
    await chain.setBalance({ address, value: parseEther("10") });
    await send(holder!, at.open, openAbi, "transfer", [address, OPEN]);
    for (const spender of [at.staking, at.arbiter, at.curation])
      await send({ key }, at.open, openAbi, "approve", [spender, OPEN]);
  }

  /** @returns the registry id */
  const register = async (owner: { key: Hex }, kind: keyof typeof assetKind): Promise<bigint> => {
    await send(owner, at.registry, registryAbi, "register", [assetKind[kind], SPLIT, keccak256("0x"), [], ""]);
    return chain.readContract({ address: at.registry, abi: registryAbi, functionName: "count" });
  };
  const stake = (owner: { key: Hex }, id: bigint, amount = STAKE) =>
    send(owner, at.staking, stakingAbi, "stake", [BigInt(targetPayee(id)), amount]);
  const give = (owner: { address: Address; key: Hex }, id: bigint, to: Address) =>
    send(owner, at.registry, registryAbi, "transferFrom", [owner.address, to, id]);
  const openDatanet = async (owner: { key: Hex }, minReviews: number): Promise<bigint> => {
    const id = await register(owner, "datanet");
    await send(owner, at.curation, curationAbi, "setPolicy", [id, { minReviews, direct: true }]);
    return id;
  };
  /** @returns its id; only stake from before it counts */
  const contribute = async (contributor: { key: Hex }, datanet: bigint, root: Hex): Promise<bigint> => {
    await chain.increaseTime({ seconds: 60 });
    await send(contributor, at.curation, curationAbi, "contribute", [datanet, root, 1, 10, "ipfs://text"]);
    return chain.readContract({ address: at.curation, abi: curationAbi, functionName: "count" });
  };
  /** A case about an asset. @returns its id; only stake from before it counts */
  const accuse = async (challenger: { key: Hex }, asset: bigint): Promise<bigint> => {
    await chain.increaseTime({ seconds: 60 });
    await send(challenger, at.arbiter, arbiterAbi, "openAsset", [asset, `0x${"0".repeat(64)}`]);
    return chain.readContract({ address: at.arbiter, abi: arbiterAbi, functionName: "count" });
  };
  /** Gives an account code that lies to simulations. */
  const makeLiar = (address: Address) => chain.setCode({ address, bytecode: LIAR });

  return { deployment, chain, people, register, stake, give, openDatanet, contribute, accuse, makeLiar };
}
