import { type Account, type Hex, keccak256, toHex } from "viem";
import { openGovernorAbi } from "../../lib/abi/opengovernor.ts";
import type { Parameter } from "../../lib/chain/parameters.ts";
import { DAY, timeOf, travelTo } from "./clock.ts";
import type { Session } from "./session.ts";

/** From a proposal to its execution at the earliest: delay, voting, timelock. */
export const LEGISLATION = 9 * DAY;

export interface Motion {
  by: Account;
  /** Chain time, unix seconds: proposed then or later. */
  from: number;
  description: string;
  calls: { contract: Parameter["contract"]; data: Hex }[];
  ballots: { voter: Account; support: 0 | 1 | 2; reason: string }[];
}

// Order of the governor's enum ProposalState.
const [ACTIVE, SUCCEEDED, QUEUED, EXECUTED] = [1, 4, 5, 7];

/** Proposes, votes, queues and executes what is due by now. To be called as time passes. */
export async function attend(session: Session, motions: Motion[]): Promise<void> {
  for (const motion of motions) {
    if ((await timeOf(session)) >= motion.from) await attendTo(session, motion);
  }
}

/** Sees one motion through to its execution, moving the clock. @throws Error if it does not pass. */
export async function pass(session: Session, motion: Motion): Promise<void> {
  const { governor, id } = await proposalOf(session, motion);
  for (let step = 0; step < 4; step++) {
    await attendTo(session, motion);
    const state = await session.client.readContract({ ...governor, functionName: "state", args: [id] });
    if (state === EXECUTED) return;
    const next = state === QUEUED ? "proposalEta" : state === ACTIVE ? "proposalDeadline" : "proposalSnapshot";
    const moment = await session.client.readContract({ ...governor, functionName: next, args: [id] });
    await travelTo(session, Number(moment) + 1);
  }
  throw new Error(`The proposal "${titleOf(motion)}" did not pass.`);
}

async function attendTo(session: Session, motion: Motion): Promise<void> {
  const { client } = session;
  const { governor, id, call, named } = await proposalOf(session, motion);
  const tell = (functionName: string, args: readonly unknown[], by = motion.by) =>
    session.send(by, { ...governor, functionName, args });

  const known = await client.readContract({ ...governor, functionName: "proposalSnapshot", args: [id] });
  if (known === 0n) {
    await tell("propose", [...call, motion.description]);
    session.say(`proposed: ${titleOf(motion)}`);
  }
  const stateOf = () => client.readContract({ ...governor, functionName: "state", args: [id] });
  let state = await stateOf();
  if (state === ACTIVE) {
    for (const { voter, support, reason } of motion.ballots) {
      const args = [id, voter.address] as const;
      if (await client.readContract({ ...governor, functionName: "hasVoted", args })) continue;
      await tell("castVoteWithReason", [id, support, reason], voter);
    }
  }
  if (state === SUCCEEDED) {
    await tell("queue", named);
    state = await stateOf();
  }
  const eta = await client.readContract({ ...governor, functionName: "proposalEta", args: [id] });
  if (state === QUEUED && (await timeOf(session)) >= eta) await tell("execute", named);
}

async function proposalOf({ client, contracts }: Session, { calls, description }: Motion) {
  const targets = calls.map(({ contract }) => contracts[contract]!);
  const call = [targets, calls.map(() => 0n), calls.map(({ data }) => data)] as const;
  const governor = { address: contracts.governor, abi: openGovernorAbi } as const;
  const named = [...call, keccak256(toHex(description))] as const;
  const id = await client.readContract({ ...governor, functionName: "hashProposal", args: named });
  return { governor, call, named, id };
}

const titleOf = ({ description }: Motion) => description.split("\n")[0]!.replace(/^# /, "");
