import type { Address, Hex } from "viem";
import { arbiterAbi } from "../../lib/abi/arbiter.ts";
import { publicClient, walletClient } from "../../lib/chain/clients.ts";
import { caseVotesOf, votedCases } from "../../lib/db/gateway/caseVotes.ts";
import { VersionLedgers } from "../../lib/verify/index.ts";
import type { WorkerContext } from "./context.ts";
import { castVotes } from "./judge/castVotes.ts";
import { judgementOf } from "./judge/judgementOf.ts";
import { openCase } from "./judge/openCase.ts";
import { ruleCase } from "./judge/ruleCase.ts";
import type { Log } from "./log.ts";
import { Rests } from "./Rests.ts";
import { trainInThread } from "./train/trainInThread.ts";
import { MinedRevert } from "./transact.ts";
import { type Finding, look } from "./watch/look.ts";
import { readOpenEpoch } from "./watch/readOpenEpoch.ts";

/**
 * Judges for the validators whose keys this worker holds: a disputed epoch gets its case, is redone, and what was found is signed. Any case,
 * epoch's or not, is ruled once two thirds of the stake have signed the same, whoever collected the signatures. Cases about assets and
 * contributions are for people: nobody signs those here.
 * @returns a function that resolves to whether it made a step (then there may be another).
 */
export function judge(
  context: WorkerContext,
  log: Log,
  ledgers = new VersionLedgers(trainInThread),
): () => Promise<boolean> {
  const { arbiter } = context.deployment.contracts;
  const closed = new Set<bigint>();
  /** Cases whose verdict was mined and reverted. */
  const burning = new Rests<bigint>();
  let finding: Finding | null = null;
  /** What was said of which case, so that it is said once. */
  let said = "";

  const opine = async (): Promise<boolean> => {
    const open = await readOpenEpoch(context.deployment.contracts.settlement);
    if (open?.state !== "disputed") return false;
    const known = finding?.epoch === open.id && finding.root === open.root && Date.now() < finding.until;
    if (!known) finding = await look(context, ledgers, open.id);
    const found = finding!;
    if (found.fraud) return false; // the watcher proves it, which needs no judge
    const current = await caseOf(context, arbiter, open.id);
    if (!current) {
      await openCase(context, arbiter, found);
      log(`epoch ${open.id}: opened the case of its dispute: ${found.sentence}`);
      return true;
    }
    const judgement = judgementOf(found.verdict, open.root, current.openedAt, open.now);
    const opinion = judgement && `${current.id} ${open.root} ${JSON.stringify(judgement)}`;
    if (!judgement || !opinion || opinion === said) return false;
    const cast = await castVotes(context, arbiter, current.id, judgement, log);
    said = opinion;
    if (cast > 0) log(`case ${current.id}: ${cast} validators signed ${wordsOf(judgement)}: ${found.sentence}`);
    return cast > 0;
  };

  const ruleOne = async (id: bigint): Promise<boolean> => {
    const of = await publicClient().readContract({ ...at(arbiter), functionName: "caseOf", args: [id] });
    if (of.closed) closed.add(id);
    if (of.closed || of.openedAt === 0) return false;
    const wallet = walletClient(context.validatorKeys[0] ?? context.attributorKey);
    const ruling = await ruleCase(wallet, context.deployment, id, await caseVotesOf(context.sql, id));
    if (ruling) log(`case ${id}: ruled ${wordsOf(ruling.judgement)}`);
    return ruling !== null;
  };

  /** Each case for itself: what keeps one from being ruled keeps no other. */
  const rule = async (): Promise<boolean> => {
    let ruled = false;
    let trouble: unknown = null;
    for (const id of (await votedCases(context.sql)).filter((id) => !closed.has(id) && !burning.has(id))) {
      try {
        ruled = (await ruleOne(id)) || ruled;
      } catch (error) {
        if (error instanceof MinedRevert)
          log(`case ${id}: ${error.message}; left alone for ${burning.begin(id) / 60_000} min`);
        else trouble = error;
      }
    }
    if (trouble !== null && !ruled) throw trouble;
    return ruled;
  };

  return async () => {
    const [opinion] = await Promise.allSettled([opine()]);
    if (opinion.status === "fulfilled" && opinion.value) return true;
    // What cannot be judged now keeps nobody's verdict from being carried out.
    const ruled = await rule();
    if (opinion.status === "rejected") throw opinion.reason;
    return ruled;
  };
}

const at = (arbiter: Address) => ({ address: arbiter, abi: arbiterAbi }) as const;

/** The open case of an epoch's dispute; null before anybody opened it. */
async function caseOf({ deployment }: WorkerContext, arbiter: Address, epoch: number) {
  const { settlement } = deployment.contracts;
  const client = publicClient();
  const args = [settlement, BigInt(epoch)] as const;
  const id = await client.readContract({ ...at(arbiter), functionName: "caseOfEpoch", args });
  if (id === 0n) return null;
  const { closed, openedAt } = await client.readContract({ ...at(arbiter), functionName: "caseOf", args: [id] });
  return closed ? null : { id, openedAt };
}

const wordsOf = ({ guilty, slashBps }: { guilty: boolean; recomputedRoot: Hex; slashBps: number }): string =>
  guilty ? `guilty, ${slashBps / 100} % of the stake` : "not guilty";
