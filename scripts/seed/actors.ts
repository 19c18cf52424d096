import { type Account, maxUint256, parseEther } from "viem";
import { openAbi } from "../../lib/abi/open.ts";
import { registryAbi } from "../../lib/abi/registry.ts";
import { stakingAbi } from "../../lib/abi/staking.ts";
import { assetKind } from "../../lib/chain/assetKind.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { targetPayee } from "../../lib/ledger/index.ts";
import {
  attributorDocument,
  formerProviderDocument,
  gatewayDocument,
  providerDocument,
  validatorDocuments,
} from "./documents.ts";
import type { Session } from "./session.ts";

const NO_SPLIT = { provider: 0, owner: 0, contributors: 0, stakers: 0 };

/** Tokens for everybody, the operators' registrations, and the stakes of provider, attributor and validators. */
export async function registerActors(session: Session): Promise<void> {
  const { gateway, attributor, provider, formerProvider, validators, datanetOwners, developers, contributors, payers } =
    localAccounts();
  await give(session, [...contributors, ...datanetOwners], parseEther("5000"));
  await give(session, [...payers, ...developers], parseEther("10000"));
  await give(session, [provider, attributor, ...validators], parseEther("100000"));

  await register(session, gateway, "gateway", gatewayDocument);
  const providerId = await register(session, provider, "provider", providerDocument(session.providerUrl));
  // Ten times what gateways ask for: one slash does not end its work.
  await stake(session, provider, providerId, parseEther("10000"));
  await give(session, [formerProvider], parseEther("10000"));
  const formerId = await register(session, formerProvider, "provider", formerProviderDocument);
  // Less than gateways ask for: nobody is sent to a node that is off.
  await stake(session, formerProvider, formerId, parseEther("900"));
  const attributorId = await register(session, attributor, "attributor", attributorDocument);
  await stake(session, attributor, attributorId, parseEther("50000"));
  for (const [i, validator] of validators.entries()) {
    const id = await register(session, validator, "validator", validatorDocuments[i]!);
    await stake(session, validator, id, parseEther(String(20_000 + 5_000 * i)));
  }
  session.say(`gateway, two providers, attributor and ${validators.length} validators registered and staked`);
}

/** Registers an asset of which its owner has one of the kind. @returns its id, also when it was registered before. */
export async function register(
  session: Session,
  owner: Account,
  kind: keyof typeof assetKind,
  document: object,
  { split = NO_SPLIT, parents = [] as bigint[] } = {},
): Promise<bigint> {
  const known = await assetOf(session, owner, kind);
  if (known !== undefined) return known;
  const { uri, contentHash } = await session.upload(document);
  const args = [assetKind[kind], split, contentHash, parents, uri] as const;
  await session.send(owner, { address: session.contracts.registry, abi: registryAbi, functionName: "register", args });
  return (await assetOf(session, owner, kind))!;
}

/** The id of the asset of a kind that somebody registered first. */
export async function assetOf({ client, contracts }: Session, owner: Account, kind: keyof typeof assetKind) {
  const [event] = await client.getContractEvents({
    address: contracts.registry,
    abi: registryAbi,
    eventName: "Registered",
    args: { owner: owner.address, kind: assetKind[kind] },
    fromBlock: 0n,
  });
  return event?.args.id;
}

/** Stakes on an asset until its owner's position holds `amount` wei. */
export async function stake(session: Session, owner: Account, asset: bigint, amount: bigint): Promise<void> {
  const { client, contracts } = session;
  const target = BigInt(targetPayee(asset));
  const staking = { address: contracts.staking, abi: stakingAbi };
  const position = await client.readContract({ ...staking, functionName: "positionOf", args: [target, owner.address] });
  if (position.shares >= amount) return;
  await allow(session, owner, contracts.staking);
  await session.send(owner, { ...staking, functionName: "stake", args: [target, amount - position.shares] });
}

/** Lets a contract pull its caller's OPEN. */
export async function allow(session: Session, owner: Account, spender: `0x${string}`): Promise<void> {
  const open = { address: session.contracts.open, abi: openAbi };
  const allowance = await session.client.readContract({
    ...open,
    functionName: "allowance",
    args: [owner.address, spender],
  });
  if (allowance > maxUint256 / 2n) return;
  await session.send(owner, { ...open, functionName: "approve", args: [spender, maxUint256] });
}

/** A first transfer from the holder of the supply, to those who never received one. */
export async function give(session: Session, accounts: Account[], amount: bigint): Promise<void> {
  const open = { address: session.contracts.open, abi: openAbi };
  for (const { address } of accounts) {
    const received = await session.client.getContractEvents({
      ...open,
      eventName: "Transfer",
      args: { from: localAccounts().holder.address, to: address },
      fromBlock: 0n,
    });
    if (received.length > 0) continue;
    await session.send(localAccounts().holder, { ...open, functionName: "transfer", args: [address, amount] });
  }
}
