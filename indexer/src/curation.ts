// Ignored: EIP712DomainChanged (the domain is immutable).

import { ponder } from "ponder:registry";
import { contribution, policy, review, takedown } from "ponder:schema";
import { curationStatus, memberOf } from "../../lib/chain/enums.ts";
import { logged } from "../write/written.ts";

ponder.on("Curation:PolicySet", async ({ event, context }) => {
  const { datanet, minReviews, direct } = event.args;
  await context.db.insert(policy).values({ datanet, minReviews, direct }).onConflictDoUpdate({ minReviews, direct });
});

ponder.on("Curation:Committed", async ({ event, context }) => {
  const { id, datanet, contributor, commitment, words, bond } = event.args;
  await context.db.insert(contribution).values({
    id,
    datanet,
    contributor,
    status: "committed",
    commitment,
    words,
    bond,
    committedAt: Number(event.block.timestamp),
    commitTx: event.transaction.hash,
  });
});

ponder.on("Curation:Revealed", async ({ event, context }) => {
  const { id, root, items, uri } = event.args;
  const { datanet } = (await context.db.find(contribution, { id }))!; // committed before
  const ofNow = await context.db.find(policy, { datanet });
  await context.db.update(contribution, { id }).set({
    status: "revealed",
    root,
    items,
    uri,
    minReviews: ofNow?.minReviews ?? 1, // as the contract has it until a policy is set
    revealedAt: Number(event.block.timestamp),
    revealTx: event.transaction.hash,
  });
});

ponder.on("Curation:Reviewed", async ({ event, context }) => {
  const { id, validator, accept, score, reasonHash } = event.args;
  await context.db.insert(review).values({
    contribution: id,
    validator,
    accept,
    score,
    reasonHash,
    at: Number(event.block.timestamp),
    tx: event.transaction.hash,
  });
});

ponder.on("Curation:Finalized", async ({ event, context }) => {
  const { id, status, acceptStake, rejectStake } = event.args;
  await context.db.update(contribution, { id }).set({
    status: memberOf(curationStatus, status),
    acceptStake,
    rejectStake,
    finalizedAt: Number(event.block.timestamp),
    finalizedBlock: Number(event.block.number),
    finalizedLogIndex: event.log.logIndex,
    finalizeTx: event.transaction.hash,
  });
});

ponder.on("Curation:TakenDown", async ({ event, context }) => {
  const { id, item, by, reasonHash } = event.args;
  await context.db.insert(takedown).values({ ...logged(event), contribution: id, item, by, reasonHash });
});
