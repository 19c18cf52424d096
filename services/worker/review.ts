import { encodeFunctionData } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { curationAbi } from "../../lib/abi/curation.ts";
import { walletClient } from "../../lib/chain/clients.ts";
import { weighReview } from "../../lib/chain/weighReview.ts";
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
import { allReviews } from "./review/allReviews.ts";
import { eligibleValidators, type Validator } from "./review/eligibleValidators.ts";
import { type Finalization, finalizeBatch } from "./review/finalizeBatch.ts";
import { type Opinion, opinionOf } from "./review/opinionOf.ts";

const BATCH = 50;
/** Contributions remembered as told of. */
const MOST_WARNED = 10_000;
/** How long a contribution the contract has taken (or refused) is left alone; the indexer shows it long before. */
const REST_MS = 60_000;

/** Reviews what intake has read, for the validators whose keys this worker holds, and sends the decisions in batches. */
export function review(context: WorkerContext, log: Log): () => Promise<boolean> {
  const { sql, deployment, validatorKeys, store } = context;
  const accounts = validatorKeys.map((key) => privateKeyToAccount(key));
  const eligible = eligibleValidators();
  const handled = new Map<bigint, number>();
  const warned = new Set<bigint>();

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

  /** A validator that changed hands since it signed would spoil the whole decision. */
  const stillCounted = async (votes: ReviewVote[]) => {
    const refusals = await Promise.all(votes.map((vote) => weighReview(deployment, vote)));
    return votes.filter((_, i) => refusals[i] === null);
  };

  /** Who reviews it here and what was signed by hand, if that is enough together. */
  const reviewersOf = async (contribution: ReviewableContribution, validators: Validator[]) => {
    const [reviewers, byHand] = await Promise.all([
      eligible(contribution, validators),
      reviewVotesOf(sql, contribution.id).then(stillCounted),
    ]);
    const together = new Set([...reviewers.map(({ id }) => id), ...byHand.map(({ validator }) => validator)]);
    if (together.size >= contribution.minReviews) return { reviewers, byHand };
    if (!warned.has(contribution.id)) {
      if (warned.size >= MOST_WARNED) warned.clear();
      warned.add(contribution.id);
      const { id, minReviews } = contribution;
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
    const reasons = new Map<string, Opinion>();
    for (const contribution of open.slice(0, BATCH)) {
      const given = await reviewersOf(contribution, validators);
      if (!given) {
        handled.set(contribution.id, now + REST_MS);
        continue;
      }
      const opinion = opinionOf(contribution);
      reasons.set(opinion.reasonHash, opinion);
      batch.push(await finalization(contribution.id, opinion, given.reviewers, given.byHand));
    }
    if (batch.length === 0) return true;
    // Before the decision: a reason's hash must never be on chain without its text.
    await Promise.all([...reasons.values()].map(({ reason }) => store.put(new TextEncoder().encode(reason))));
    await saveReasons(
      sql,
      [...reasons.values()].map(({ reasonHash, reason }) => ({ hash: reasonHash, text: reason })),
    );
    const decided = await finalizeBatch(walletClient(validatorKeys[0]!), batch, log);
    for (const id of decided) handled.set(id, now + REST_MS);
    log(`decided ${decided.length} contributions`);
    return true;
  };
}
