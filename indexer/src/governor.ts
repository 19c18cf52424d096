// Ignored: EIP712DomainChanged (the domain is immutable).

import { type Context, ponder } from "ponder:registry";
import { ballot, proposal } from "ponder:schema";
import { setParameter } from "../write/setParameter.ts";
import { written } from "../write/written.ts";

ponder.on("Governor:ProposalCreated", async ({ event, context }) => {
  const { proposalId, proposer, targets, values, calldatas, voteStart, voteEnd, description } = event.args;
  const { at, ...where } = written(event);
  // New: the id is the hash of all of it, and the governor takes each once.
  await context.db.insert(proposal).values({
    id: proposalId,
    proposer,
    targets: [...targets],
    amounts: [...values],
    calldatas: [...calldatas],
    description,
    voteStart: Number(voteStart),
    voteEnd: Number(voteEnd),
    createdAt: at,
    ...where,
  });
});

ponder.on("Governor:ProposalExtended", async ({ event, context }) => {
  const { proposalId, extendedDeadline } = event.args;
  await context.db.update(proposal, { id: proposalId }).set({ voteEnd: Number(extendedDeadline) });
});

ponder.on("Governor:ProposalQueued", async ({ event, context }) => {
  const { proposalId, etaSeconds } = event.args;
  await context.db.update(proposal, { id: proposalId }).set({
    queuedAt: Number(event.block.timestamp),
    eta: Number(etaSeconds),
    queueTx: event.transaction.hash,
  });
});

ponder.on("Governor:ProposalExecuted", async ({ event, context }) => {
  await context.db
    .update(proposal, { id: event.args.proposalId })
    .set({ executedAt: Number(event.block.timestamp), executeTx: event.transaction.hash });
});

ponder.on("Governor:ProposalCanceled", async ({ event, context }) => {
  await context.db
    .update(proposal, { id: event.args.proposalId })
    .set({ canceledAt: Number(event.block.timestamp), cancelTx: event.transaction.hash });
});

type Cast = Parameters<typeof written>[0] & {
  args: { voter: `0x${string}`; proposalId: bigint; support: number; weight: bigint; reason: string };
};

async function cast(event: Cast, context: Context): Promise<void> {
  const { voter, proposalId, support, weight, reason } = event.args;
  // New: nobody votes twice.
  await context.db.insert(ballot).values({ proposal: proposalId, voter, support, weight, reason, ...written(event) });
}

ponder.on("Governor:VoteCast", ({ event, context }) => cast(event, context));
// The parameters mean nothing to our counting.
ponder.on("Governor:VoteCastWithParams", ({ event, context }) => cast(event, context));

ponder.on("Governor:VotingDelaySet", ({ event, context }) =>
  setParameter(context, event, "votingDelay", event.args.newVotingDelay),
);
ponder.on("Governor:VotingPeriodSet", ({ event, context }) =>
  setParameter(context, event, "votingPeriod", event.args.newVotingPeriod),
);
ponder.on("Governor:ProposalThresholdSet", ({ event, context }) =>
  setParameter(context, event, "proposalThreshold", event.args.newProposalThreshold),
);
ponder.on("Governor:QuorumNumeratorUpdated", ({ event, context }) =>
  setParameter(context, event, "quorumNumerator", event.args.newQuorumNumerator),
);
ponder.on("Governor:LateQuorumVoteExtensionSet", ({ event, context }) =>
  setParameter(context, event, "lateQuorumVoteExtension", event.args.newVoteExtension),
);
ponder.on("Governor:TimelockChange", ({ event, context }) =>
  setParameter(context, event, "timelock", BigInt(event.args.newTimelock)),
);
