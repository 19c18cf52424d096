import { encodeFunctionData } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { curationAbi } from "../../lib/abi/curation.ts";
import { walletClient } from "../../lib/chain/clients.ts";
import { contractOwned } from "../../lib/chain/contractOwned.ts";
import { countedReviews } from "../../lib/chain/countedReviews.ts";
import { type ReviewVote, reviewVotesOf } from "../../lib/db/gateway/reviewVotes.ts";
import {
  type ReviewableContribution,
  reviewableContributions,
  saveReasons,
  validatorsOf,
} from "../../lib/db/worker/reviews.ts";
import { reviewTypedData } from "../../lib/ledger/index.ts";
import type { WorkerContext } from "./context.ts";
import type { Log } from "./log.ts";
import { Rests } from "./Rests.ts";
import { allReviews } from "./review/allReviews.ts";
import { eligibleValidators, type Validator } from "./review/eligibleValidators.ts";
import { type Finalization, finalizeBatch, joined } from "./review/finalizeBatch.ts";
import { type Opinion, opinionOf } from "./review/opinionOf.ts";

const BATCH = 50;
/** Contributions remembered as told of. */
const MOST_WARNED = 10_000;
/** How long a contribution the contract has taken (or refused) is left alone; the indexer shows it long before. */
const REST_MS = 60_000;
/** Where a review was signed by hand its owner's code may run: how much it may cost, for the decision and for each review. */
const GAS = { decision: 300_000n, review: 200_000n };

/** Reviews what intake has read, for the validators whose keys this worker holds, and sends the decisions in batches. */
export function review(context: WorkerContext, log: Log): () => Promise<boolean> {
  const { sql, deployment, validatorKeys, store } = context;
  const accounts = validatorKeys.map((key) => privateKeyToAccount(key));
  const eligible = eligibleValidators();
  const handled = new Map<bigint, number>();
  const warned = new Set<bigint>();
  /** Contributions whose decision was mined and reverted; validators that are left out since one did with their reviews. */
  const burning = new Rests<bigint>();
  const distrusted = new Rests<bigint>();

  const ownValidators = async (): Promise<Validator[]> => {
    const rows = await validatorsOf(
      sql,
      accounts.map(({ address }) => address.toLowerCase()),
    );
    return rows.map(({ id, owner }) => ({
      id,
      account: accounts.find(({ address }) => address.toLowerCase() === owner)!,
    }));
  };

  const finalization = async (
    id: bigint,
    opinion: Opinion,
    reviewers: Validator[],
    byHand: ReviewVote[],
  ): Promise<Finalization> => {
    const { accept, score, reasonHash } = opinion;
    const at = { chainId: deployment.chainId, curation: deployment.contracts.curation };
    const typed = reviewTypedData(at, { contribution: id, accept, score, reasonHash });
    const own = await Promise.all(
      reviewers.map(async ({ id: validator, account }) => {
        const signature = await account.signTypedData(typed);
        return { validator, accept, score, reasonHash, signature };
      }),
    );
    const args = [id, allReviews(own, byHand)] as const;
    return { id, data: encodeFunctionData({ abi: curationAbi, functionName: "finalize", args }) };
  };

  /**
   * One that was signed by hand goes alone: what its signers' code does when mined is nobody else's trouble. If it reverts then, those signers
   * whose owner is a contract are left out for a while, and it is tried without them.
   */
  const decideAlone = async (one: Finalization, byHand: readonly ReviewVote[], reviews: number) => {
    const wallet = walletClient(validatorKeys[0]!);
    const end = await finalizeBatch(wallet, [one], log, GAS.decision + GAS.review * BigInt(reviews));
    if (end.burnt.length === 0) return end;
    const suspects = await contractOwned(
      deployment,
      byHand.map(({ validator }) => validator),
    );
    for (const id of suspects) distrusted.begin(id);
    if (suspects.length === 0) return end;
    log(`contribution ${one.id} reverted when mined; without the reviews of contracts next: ${suspects.join(", ")}`);
    return { ...end, burnt: [] };
  };

  /** Who reviews it here and what was signed by hand, if that is enough together. */
  const reviewersOf = async (contribution: ReviewableContribution, validators: Validator[]) => {
    const { id, minReviews } = contribution;
    const trusted = async () => (await reviewVotesOf(sql, id)).filter(({ validator }) => !distrusted.has(validator));
    const [reviewers, byHand] = await Promise.all([
      eligible(contribution, validators),
      trusted().then((votes) => countedReviews(deployment, votes)),
    ]);
    const together = new Set([...reviewers.map(({ id }) => id), ...byHand.map(({ validator }) => validator)]);
    if (together.size >= minReviews) return { reviewers, byHand, reviews: together.size };
    if (!warned.has(id)) {
      if (warned.size >= MOST_WARNED) warned.clear();
      warned.add(id);
      log(
        `contribution ${id} needs ${minReviews} reviews; this worker's staked validators and those who signed can give ${together.size}`,
      );
    }
    return null;
  };

  return async () => {
    if (accounts.length === 0) return false;
    const now = Date.now();
    for (const [id, until] of handled) if (until < now) handled.delete(id);
    const open = (await reviewableContributions(sql, handled.size + BATCH)).filter(({ id }) => !handled.has(id));
    if (open.length === 0) return false;

    const validators = await ownValidators();
    const batch: Finalization[] = [];
    const alone: (() => ReturnType<typeof decideAlone>)[] = [];
    const reasons = new Map<string, Opinion>();
    for (const contribution of open.slice(0, BATCH)) {
      const given = await reviewersOf(contribution, validators);
      if (!given) {
        handled.set(contribution.id, now + REST_MS);
        continue;
      }
      const opinion = opinionOf(contribution);
      reasons.set(opinion.reasonHash, opinion);
      const { reviewers, byHand, reviews } = given;
      const one = await finalization(contribution.id, opinion, reviewers, byHand);
      if (byHand.length > 0) alone.push(() => decideAlone(one, byHand, reviews));
      else batch.push(one);
    }
    if (batch.length + alone.length === 0) return true;
    // Before the decision: a reason's hash must never be on chain without its text.
    await Promise.all([...reasons.values()].map(({ reason }) => store.put(new TextEncoder().encode(reason))));
    await saveReasons(
      sql,
      [...reasons.values()].map(({ reasonHash, reason }) => ({ hash: reasonHash, text: reason })),
    );
    const ends = [await finalizeBatch(walletClient(validatorKeys[0]!), batch, log)];
    for (const decide of alone) ends.push(await decide());
    const { decided, refused, burnt } = joined(ends);
    for (const id of [...decided, ...refused]) handled.set(id, now + REST_MS);
    for (const id of burnt) handled.set(id, now + burning.begin(id));
    log(`decided ${decided.length} contributions`);
    return true;
  };
}
