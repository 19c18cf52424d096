import { type Account, encodeFunctionData, type Hex } from "viem";
import { curationAbi } from "../../lib/abi/curation.ts";
import { allow } from "./actors.ts";
import { waitFor } from "./clock.ts";
import type { Prepared, PreparedLot } from "./prepare.ts";
import type { Session } from "./session.ts";

/** Commits what is not on the chain yet, in the given order: that is the order of the ledger. */
export function commitLots(session: Session, lots: PreparedLot[]): Promise<void> {
  return sendLots(session, lots, ({ commitment, datanet, words }, known) =>
    known.has(commitment) ? null : encode("commit", [datanet, commitment, words]),
  );
}

/** Reveals what was committed and is not revealed. The chain's clock must have moved on since the commits. */
export async function revealLots(session: Session, lots: PreparedLot[]): Promise<void> {
  const revealed = await revealedIds(session);
  return sendLots(session, lots, ({ commitment, root, uri, salt }, known) => {
    const id = known.get(commitment)!;
    return revealed.has(id) ? null : encode("reveal", [id, root, 1, uri, salt]);
  });
}

/** Commits and reveals in one transaction, on a datanet that allows it. */
export function contributeLots(session: Session, lots: PreparedLot[]): Promise<void> {
  return sendLots(session, lots, ({ commitment, datanet, root, words, uri }, known) =>
    known.has(commitment) ? null : encode("contribute", [datanet, root, 1, words, uri]),
  );
}

/** Waits until the worker's validators have decided on everything that was revealed. */
export async function awaitReviews({ client, contracts, sql }: Session): Promise<void> {
  await waitFor("the review of all contributions", async () => {
    const count = await client.readContract({ address: contracts.curation, abi: curationAbi, functionName: "count" });
    const [row] = await sql<{ decided: number }[]>`
      select count(*)::int as decided from indexer.contribution where status in ('accepted', 'rejected', 'expired')`;
    return Number(count) - row!.decided;
  });
}

/** One transaction per lot, with a call for each of its items that still needs one. */
async function sendLots(
  session: Session,
  lots: PreparedLot[],
  callFor: (item: Prepared, known: Map<Hex, bigint>) => Hex | null,
): Promise<void> {
  const known = await commitments(session);
  for (const { contributor, items } of lots) {
    const calls = items.map((item) => callFor(item, known)).filter((call) => call !== null);
    if (calls.length > 0) await sendTogether(session, contributor, calls);
  }
}

async function sendTogether(session: Session, contributor: Account, calls: Hex[]): Promise<void> {
  const address = session.contracts.curation;
  await allow(session, contributor, address);
  await session.send(contributor, { address, abi: curationAbi, functionName: "multicall", args: [calls] });
}

/** Ids of all contributions on the chain, by commitment. */
async function commitments({ client, contracts }: Session): Promise<Map<Hex, bigint>> {
  const curation = { address: contracts.curation, abi: curationAbi, fromBlock: 0n, strict: true } as const;
  const events = await client.getContractEvents({ ...curation, eventName: "Committed" });
  return new Map(events.map(({ args }) => [args.commitment, args.id]));
}

async function revealedIds({ client, contracts }: Session): Promise<Set<bigint>> {
  const curation = { address: contracts.curation, abi: curationAbi, fromBlock: 0n, strict: true } as const;
  const events = await client.getContractEvents({ ...curation, eventName: "Revealed" });
  return new Set(events.map(({ args }) => args.id));
}

const encode = (functionName: "commit" | "reveal" | "contribute", args: readonly unknown[]): Hex =>
  encodeFunctionData({ abi: curationAbi, functionName, args } as Parameters<typeof encodeFunctionData>[0]);
