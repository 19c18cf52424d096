import { isDeepStrictEqual } from "node:util";
import type { Address } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { weighVerdict } from "../../../lib/chain/weighVerdict.ts";
import { type CaseVote, caseVotesOf, saveCaseVote } from "../../../lib/db/gateway/caseVotes.ts";
import { validatorsOf } from "../../../lib/db/worker/reviews.ts";
import { verdictTypedData } from "../../../lib/ledger/index.ts";
import type { WorkerContext } from "../context.ts";
import type { Log } from "../log.ts";
import type { Judgement } from "./judgementOf.ts";

/**
 * Signs a judgement for the validators whose keys this worker holds, and keeps it for whoever takes it to the chain. Whom the arbiter would
 * not hear, for want of stake before the case or as a party to it, abstains. @returns how many signatures are new.
 */
export async function castVotes(
  { sql, deployment, validatorKeys }: WorkerContext,
  arbiter: Address,
  caseId: bigint,
  judgement: Judgement,
  log: Log,
): Promise<number> {
  const accounts = new Map(
    validatorKeys.map((key) => privateKeyToAccount(key)).map((account) => [account.address.toLowerCase(), account]),
  );
  const { chainId, contracts } = deployment;
  const typed = verdictTypedData({ chainId, arbiter }, { settlement: contracts.settlement, caseId, ...judgement });
  const known = await caseVotesOf(sql, caseId);
  let cast = 0;
  for (const { id: validator, owner } of await validatorsOf(sql, [...accounts.keys()])) {
    const signature = await accounts.get(owner)!.signTypedData(typed);
    const vote: CaseVote = { caseId, validator, ...judgement, signature };
    if (known.some((one) => isDeepStrictEqual({ ...one }, vote))) continue;
    const refusal = await weighVerdict(arbiter, vote);
    if (refusal) {
      log(`case ${caseId}: validator ${validator} abstains: ${refusal.field}: ${refusal.message}`);
      continue;
    }
    if (await saveCaseVote(sql, vote)) cast++;
  }
  return cast;
}
