import { type Address, type Hex, keccak256, stringToBytes } from "viem";
import { tokenise } from "../../../lib/attribution/index.ts";
import { feeOf } from "../../../lib/ledger/feeOf.ts";
import { payeeAddress } from "../../../lib/ledger/index.ts";
import { type AssetHistory, CLOCK_SLACK, ownersSince, splitsSince, splitText } from "../../../lib/verify/index.ts";
import { sameAmount } from "./shown.ts";
import { checkCountersignature } from "./signatures.ts";
import { type Check, type Claim, same } from "./types.ts";

/** What the chain says of the model and the provider of an answer. */
export type Terms = {
  /** keccak256 of the model version's document. */
  contentHash: Hex;
  uri: string;
  model: Pick<AssetHistory, "splits" | "owners">;
  provider: Pick<AssetHistory, "owners">;
  /** When the epoch was posted, unix seconds: what held later was not applied. Infinite while it is not. */
  until: number;
};

/** Whether what was charged and how it was split are the terms that the chain holds. @param document the model version's, as JSON */
export async function checkTerms(claim: Claim, terms: Terms, document: string, answer: string): Promise<Check[]> {
  const { price } = JSON.parse(document) as { price: { perThousandTokens: string } };
  const { promptTokens, completionTokens, fee, question } = claim;
  const added = (claim.passages ?? []).reduce((sum, [, , words]) => sum + words, 0);
  const asked = question === null ? null : tokenise(question).length + added;
  const from = claim.servedAt - CLOCK_SLACK;
  const splits = splitsSince(terms.model.splits, from, terms.until).map(splitText);
  const ownersOf = ({ owners }: Pick<AssetHistory, "owners">) => ownersSince(owners, from, terms.until);
  const split = splitText(claim.split);
  return [
    same("Model’s document, as on chain", keccak256(stringToBytes(document)), terms.contentHash),
    same("Words of the answer", String(tokenise(answer).length), String(completionTokens)),
    ...(asked === null ? [] : [wordsAsked(asked, promptTokens)]),
    sameAmount(
      "Fee, from words and price",
      feeOf(promptTokens + completionTokens, BigInt(price.perThousandTokens)),
      fee,
    ),
    same("Split, as announced on chain", splits.includes(split) ? split : (splits[0] ?? "none"), split),
    ...paidOwner("Paid as the model’s owner", claim, "owner", ownersOf(terms.model)),
    ...paidOwner("Paid as the provider’s owner", claim, "provider", ownersOf(terms.provider)),
    await checkCountersignature(claim, ownersOf(terms.provider)),
  ];
}

/** All messages of a request are counted, but only the last is kept: more words than it has cannot be checked from here. */
function wordsAsked(asked: number, counted: number): Check {
  const name = "Words of the question";
  if (counted <= asked) return same(name, String(asked), String(counted));
  return {
    name,
    ok: null,
    detail: `${counted} were counted; ${counted - asked} of them in messages that are not kept`,
  };
}

function paidOwner(name: string, { payouts }: Claim, role: "owner" | "provider", owners: readonly Address[]): Check[] {
  const payee = payouts.find((payout) => payout.role === role)?.payee;
  if (payee === undefined) return []; // its part is nothing
  const paid = (payeeAddress(payee) ?? payee).toLowerCase();
  const known = owners.map((owner) => owner.toLowerCase());
  return [same(name, known.includes(paid) ? paid : (known[0] ?? "nobody"), paid)];
}
