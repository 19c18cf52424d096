import { type Account, type HDAccount, zeroAddress, zeroHash } from "viem";
import { arbiterAbi } from "../../lib/abi/arbiter.ts";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { WHOLE } from "../../lib/chain/arbiter.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { verdictTypedData } from "../../lib/ledger/index.ts";
import { allow, assetOf } from "./actors.ts";
import { waitFor } from "./clock.ts";
import type { Session } from "./session.ts";

interface Accusation {
  by: Account;
  /** What evidence says, in plain words. */
  finding: string;
  call: "openAsset" | "openContribution";
  /** Of the call, before the evidence's hash. */
  about: (bigint | number)[];
}

/** A provider that named another’s server as its own: found guilty by four of five validators, a fifth of its stake slashed. */
export async function convictProvider(session: Session): Promise<void> {
  const { payers, formerProvider } = localAccounts();
  const provider = (await assetOf(session, formerProvider, "provider"))!;
  const finding =
    "The endpoint in Harbour node’s document is another provider’s server: before it served a single answer, it was set up to countersign what that one says.";
  const caseId = await open(session, 1n, { by: payers[4]!, finding, call: "openAsset", about: [provider] });
  await rule(session, caseId, { guilty: true, slashBps: 2_000 });
}

/** An accusation that does not hold: half of the bond goes to the accused. */
export async function acquitContributor(session: Session, datanet: bigint): Promise<void> {
  const contribution = await acceptedOf(session, datanet, 12);
  const finding = "The text resembles a licence I wrote in 2009. Both descend from the same template.";
  const by = localAccounts().payers[5]!;
  const caseId = await open(session, 2n, { by, finding, call: "openContribution", about: [contribution, WHOLE] });
  await rule(session, caseId, { guilty: false, slashBps: 0 });
}

/** A case that waits for its validators when the seed ends. */
export async function accuseContributor(session: Session, datanet: bigint): Promise<void> {
  const contribution = await acceptedOf(session, datanet, 30);
  const finding = "This text names an author whom the contributor is not, and no licence lets anybody pass it on.";
  const by = localAccounts().payers[3]!;
  await open(session, 3n, { by, finding, call: "openContribution", about: [contribution, WHOLE] });
}

/** Somebody doubts the newest epoch while its window runs. The worker's validators recompute it, and it stands. */
export async function doubtEpoch(session: Session): Promise<void> {
  const { client, contracts, sql } = session;
  const settlement = { address: contracts.settlement, abi: settlementAbi };
  const doubter = localAccounts().payers[2]!;
  const disputed = await client.getContractEvents({ ...settlement, eventName: "Disputed", fromBlock: 0n });
  const epoch = disputed[0]?.args.id ?? (await client.readContract({ ...settlement, functionName: "last" }));
  if (disputed.length === 0) {
    await allow(session, doubter, contracts.settlement);
    await session.send(doubter, {
      ...settlement,
      functionName: "dispute",
      args: [epoch, "My share is smaller than last week's."],
    });
  }
  await waitFor("the validators' verdict on the disputed epoch", async () => {
    const rows = await sql`select 1 from indexer.dispute where epoch = ${String(epoch)} and outcome is not null`;
    return rows.length > 0;
  });
}

async function acceptedOf({ sql }: Session, datanet: bigint, place: number): Promise<bigint> {
  const [row] = await sql<{ id: bigint }[]>`
    select id from indexer.contribution where datanet = ${String(datanet)} and status = 'accepted' order by id offset ${place} limit 1`;
  return row!.id;
}

/** @param number of the case in the seed's order: an interrupted seed opens none twice */
async function open(session: Session, number: bigint, { by, finding, call, about }: Accusation): Promise<bigint> {
  const { client, contracts } = session;
  const arbiter = { address: contracts.arbiter, abi: arbiterAbi };
  const bonded = await client.getContractEvents({ ...arbiter, eventName: "Opened", fromBlock: 0n });
  // Those about epochs are the worker's.
  const ours = bonded.filter(({ args }) => args.settlement === zeroAddress);
  const known = ours[Number(number) - 1];
  if (known) return known.args.caseId!;
  const evidenceHash = await session.api.keepEvidence(JSON.stringify({ finding }));
  await allow(session, by, contracts.arbiter);
  await session.send(by, { ...arbiter, functionName: call, args: [...about, evidenceHash] });
  return client.readContract({ ...arbiter, functionName: "count" });
}

async function rule(session: Session, caseId: bigint, verdict: { guilty: boolean; slashBps: number }): Promise<void> {
  const { client, contracts, deployment } = session;
  const arbiter = { address: contracts.arbiter, abi: arbiterAbi };
  const { closed } = await client.readContract({ ...arbiter, functionName: "caseOf", args: [caseId] });
  if (closed) return;
  const message = { settlement: zeroAddress, caseId, recomputedRoot: zeroHash, ...verdict };
  const typed = verdictTypedData({ chainId: deployment.chainId, arbiter: contracts.arbiter }, message);
  // All but the one with the least stake: more than the two thirds that decide.
  const jurors: HDAccount[] = localAccounts().validators.slice(1);
  const votes = [];
  for (const juror of jurors) {
    const validator = (await assetOf(session, juror, "validator"))!;
    votes.push({ validator, signature: await juror.signTypedData(typed) });
  }
  const { settlement: _, caseId: __, ...ruling } = message;
  await session.send(jurors[0]!, { ...arbiter, functionName: "rule", args: [caseId, ruling, votes] });
}
