// Ignored: EIP712DomainChanged (the domain is immutable).

import { ponder } from "ponder:registry";
import { caseVote, courtCase } from "ponder:schema";
import { caseSubject, memberOf } from "../../lib/chain/enums.ts";
import { accusedOf } from "../write/accusedOf.ts";
import { setGoverned } from "../write/setParameter.ts";
import { written } from "../write/written.ts";

ponder.on("Arbiter:Opened", async ({ event, context }) => {
  const { caseId, subject, id, challenger, settlement, item, evidenceHash, bond } = event.args;
  const kind = memberOf(caseSubject, subject);
  await context.db.insert(courtCase).values({
    id: caseId,
    subject: kind,
    subjectId: id,
    challenger,
    accused: await accusedOf(context, kind, id, settlement),
    settlement,
    item,
    evidenceHash,
    bond,
    openedAt: Number(event.block.timestamp),
    openTx: event.transaction.hash,
  });
});

ponder.on("Arbiter:Voted", async ({ event, context }) => {
  // New: votes come with the ruling, each validator's once, and a case is ruled once.
  await context.db.insert(caseVote).values({ ...event.args, ...written(event) });
});

ponder.on("Arbiter:Ruled", async ({ event, context }) => {
  const { caseId, guilty, slashBps, recomputedRoot, weight, total } = event.args;
  await context.db.update(courtCase, { id: caseId }).set({
    guilty,
    slashBps,
    recomputedRoot,
    weight,
    total,
    ruledAt: Number(event.block.timestamp),
    ruleTx: event.transaction.hash,
  });
});

ponder.on("Arbiter:ParameterSet", ({ event, context }) => setGoverned(context, event));
