import { type Address, getAbiItem, type Hex, type PublicClient } from "viem";
import { curationAbi } from "../abi/curation.ts";
import { registryAbi } from "../abi/registry.ts";
import { settlementAbi } from "../abi/settlement.ts";
import { TEXT_ITEMS } from "../chain/arbiter.ts";
import { drawnBetween, type LogPlace, startOfBlock } from "../chain/drawnBetween.ts";
import { curationStatus } from "../chain/enums.ts";
import { type Redirects, redirectsOf } from "../ledger/index.ts";
import { UnavailableError } from "./difference.ts";
import type { AcceptedContribution, AssetHistory, Facts, Place } from "./types.ts";

const sealedEvent = getAbiItem({ abi: settlementAbi, name: "Sealed" });
const postedEvent = getAbiItem({ abi: settlementAbi, name: "Posted" });
const rejectedEvent = getAbiItem({ abi: settlementAbi, name: "Rejected" });
const registeredEvent = getAbiItem({ abi: registryAbi, name: "Registered" });
const publishedEvent = getAbiItem({ abi: registryAbi, name: "Published" });
const splitEvent = getAbiItem({ abi: registryAbi, name: "SplitSet" });
const transferEvent = getAbiItem({ abi: registryAbi, name: "Transfer" });
const payoutEvent = getAbiItem({ abi: registryAbi, name: "PayoutSet" });
const committedEvent = getAbiItem({ abi: curationAbi, name: "Committed" });
const revealedEvent = getAbiItem({ abi: curationAbi, name: "Revealed" });
const finalizedEvent = getAbiItem({ abi: curationAbi, name: "Finalized" });
const takenDownEvent = getAbiItem({ abi: curationAbi, name: "TakenDown" });

type At = { settlement: Address; escrow: Address; registry: Address; curation: Address; startBlock: number };
type Reader = Pick<PublicClient, "getLogs" | "getBlock">;

/** What the chain's own events say, asked from a node. Each question is asked once. */
export function chainFacts(client: Reader, { settlement, escrow, registry, curation, startBlock }: At): Facts {
  const range = { fromBlock: BigInt(startBlock), strict: true } as const;
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = kept.get(key) ?? ask();
    kept.set(key, known);
    return known as Promise<T>;
  };
  const timeOf = (block: bigint) =>
    once(`time ${block}`, async () => Number((await client.getBlock({ blockNumber: block })).timestamp));

  async function postings() {
    const [posts, rejections] = await Promise.all([
      client.getLogs({ ...range, address: settlement, event: postedEvent }),
      client.getLogs({ ...range, address: settlement, event: rejectedEvent }),
    ]);
    const rejected = new Set(rejections.map(({ args }) => args.id));
    return posts
      .map(({ args: { id, root, total, dataHash, cid }, blockNumber: block }) => {
        return { ...{ id: Number(id), root, total, dataHash, cid, block }, isRejected: rejected.has(id) };
      })
      .sort((a, b) => a.id - b.id);
  }

  const sealOf = (epoch: number) =>
    once(`seal ${epoch}`, async () => {
      const args = { id: BigInt(epoch) };
      const logs = await client.getLogs({ ...range, address: settlement, event: sealedEvent, args });
      return logs.at(-1) ?? null;
    });

  async function sealed(epoch: number) {
    const seal = await sealOf(epoch);
    return seal && { total: seal.args.total, block: seal.blockNumber };
  }

  async function drawn(gateway: Address, after: number, upTo: number) {
    const [from, to] = await Promise.all([after === 0 ? startOfBlock(range.fromBlock) : sealOf(after), sealOf(upTo)]);
    if (!from) throw new UnavailableError(`the chain does not show the seal of epoch ${after}`);
    return to ? drawnBetween(client, { escrow, gateway }, from, to) : new Map<string, bigint>();
  }

  async function redirects(block: bigint): Promise<Redirects> {
    const announced = await client.getLogs({ ...range, toBlock: block, address: registry, event: payoutEvent });
    return redirectsOf(announced.map(({ args }) => args));
  }

  async function asset(id: bigint): Promise<AssetHistory> {
    const at = { ...range, address: registry };
    const [registered, published, splits, transfers] = await Promise.all([
      client.getLogs({ ...at, event: registeredEvent, args: { id } }),
      client.getLogs({ ...at, event: publishedEvent, args: { id } }),
      client.getLogs({ ...at, event: splitEvent, args: { id } }),
      client.getLogs({ ...at, event: transferEvent, args: { tokenId: id } }),
    ]);
    return {
      kind: registered[0]?.args.kind ?? null,
      versions: published.map(({ args: { version, contentHash, parents, uri }, ...log }) => {
        return { version, contentHash, parents, uri, place: placeOf(log) };
      }),
      splits: splits.map(({ args }) => ({ split: args.split, at: Number(args.at) })),
      owners: await Promise.all(
        transfers.map(async ({ args, blockNumber }) => ({ owner: args.to, since: await timeOf(blockNumber) })),
      ),
    };
  }

  async function accepted(): Promise<AcceptedContribution[]> {
    const at = { ...range, address: curation };
    const [committed, revealed, finalized, takenDown] = await Promise.all([
      client.getLogs({ ...at, event: committedEvent }),
      client.getLogs({ ...at, event: revealedEvent }),
      client.getLogs({ ...at, event: finalizedEvent }),
      client.getLogs({ ...at, event: takenDownEvent, args: { item: TEXT_ITEMS } }),
    ]);
    const commits = new Map(committed.map(({ args }) => [args.id, args]));
    // The last of equal keys stays: of several takedowns the first.
    const takedowns = new Map(takenDown.toReversed().map(({ args, ...log }) => [args.id, placeOf(log)]));
    const roots = new Map<bigint, Hex>(revealed.map(({ args }) => [args.id, args.root]));
    return finalized
      .filter(({ args }) => args.status === curationStatus.accepted)
      .map(({ args: { id }, ...log }) => {
        const { datanet, contributor } = commits.get(id)!;
        return {
          id,
          datanet,
          contributor,
          root: roots.get(id)!,
          place: placeOf(log),
          takenDown: takedowns.get(id) ?? null,
        };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  return {
    postings: () => once("postings", postings),
    sealed,
    drawn: (gateway, after, upTo) => once(`drawn ${gateway} ${after} ${upTo}`, () => drawn(gateway, after, upTo)),
    redirects: (block) => once(`redirects ${block}`, () => redirects(block)),
    asset: (id) => once(`asset ${id}`, () => asset(id)),
    accepted: () => once("accepted", accepted),
    timeOf,
  };
}

const placeOf = ({ blockNumber, logIndex }: LogPlace): Place => ({
  block: blockNumber,
  logIndex,
});
