import type { PrivateKeyAccount } from "viem/accounts";
import { stakingAbi } from "../../../lib/abi/staking.ts";
import { publicClient, readDeployment } from "../../../lib/chain/clients.ts";
import type { ReviewableContribution } from "../../../lib/db/worker/reviews.ts";
import { targetPayee } from "../../../lib/ledger/index.ts";

export interface Validator {
  id: bigint;
  account: PrivateKeyAccount;
}

/** Remembered weights; contributions of one block share theirs. */
const MAX_REMEMBERED = 10_000;

/**
 * Tells which validators may review a contribution: staked before its reveal, neither its contributor nor the datanet's owner. Past
 * stake never changes, so each answer of the chain is remembered.
 */
export function eligibleValidators() {
  const staked = new Map<string, Promise<boolean>>();

  const wasStaked = (validator: bigint, time: number): Promise<boolean> => {
    const key = `${validator}@${time}`;
    const known = staked.get(key);
    if (known) return known;
    if (staked.size >= MAX_REMEMBERED) staked.clear();
    const answer = publicClient()
      .readContract({
        address: readDeployment().contracts.staking,
        abi: stakingAbi,
        functionName: "stakeAt",
        args: [BigInt(targetPayee(validator)), time],
      })
      .then((weight) => weight > 0n);
    answer.catch(() => staked.delete(key));
    staked.set(key, answer);
    return answer;
  };

  return async (contribution: ReviewableContribution, validators: readonly Validator[]): Promise<Validator[]> => {
    const conflicted = [contribution.contributor.toLowerCase(), contribution.datanetOwner.toLowerCase()];
    const independent = validators.filter(({ account }) => !conflicted.includes(account.address.toLowerCase()));
    const stakes = await Promise.all(independent.map(({ id }) => wasStaked(id, contribution.revealedAt - 1)));
    return independent.filter((_, index) => stakes[index]);
  };
}
