import { type Address, type Hex, keccak256, stringToBytes } from "viem";
import { tokenise } from "../../../lib/attribution/index.ts";
import { formatPlural } from "../../../lib/format/number.ts";
import { feeOf } from "../../../lib/ledger/feeOf.ts";
import { payeeAddress } from "../../../lib/ledger/index.ts";
import { type AssetHistory, CLOCK_SLACK, ownersSince, splitsSince, splitText } from "../../../lib/verify/index.ts";
import { sameAmount } from "./shown.ts";
import { checkCountersignature } from "./signatures.ts";
import { type Check, type Claim, notChecked, type Spoken, same } from "./types.ts";

const FEE = "Fee, from words and price";

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
export async function checkTerms(claim: Claim, terms: Terms, document: string, spoken: Spoken): Promise<Check[]> {
  const { price } = JSON.parse(document) as { price: { perThousandTokens: string } };
  const { promptTokens, completionTokens, fee } = claim;
  const wordsAsked = checkWordsAsked(claim, spoken.question);
  const words = promptTokens + completionTokens;
  const charged = sameAmount(FEE, feeOf(words, BigInt(price.perThousandTokens)), fee);
  const from = claim.servedAt - CLOCK_SLACK;
  const splits = splitsSince(terms.model.splits, from, terms.until).map(splitText);
  const ownersOf = ({ owners }: Pick<AssetHistory, "owners">) => ownersSince(owners, from, terms.until);
  const split = splitText(claim.split);
  return [
    same("Model’s document, as on chain", keccak256(stringToBytes(document)), terms.contentHash),
    same("Words of the answer", String(tokenise(spoken.answer).length), String(completionTokens)),
    wordsAsked,
    // A fee that follows from words which nobody counted here is no finding; one that does not follow even from them is.
    charged.ok && wordsAsked.ok === null
      ? notChecked(
          FEE,
          `it follows from the price and the ${formatPlural(words, "word")} of the record, not all counted here`,
        )
      : charged,
    same("Split, as announced on chain", splits.includes(split) ? split : (splits[0] ?? "none"), split),
    ...paidOwner("Paid as the model’s owner", claim, "owner", ownersOf(terms.model)),
    ...paidOwner("Paid as the provider’s owner", claim, "provider", ownersOf(terms.provider)),
    await checkCountersignature(claim, ownersOf(terms.provider)),
  ];
}

/** All messages of a request are counted, but only the last is kept: more words than it has cannot be checked from here. @param question empty where it is private and nobody pasted it */
function checkWordsAsked(claim: Claim, question: string): Check {
  const { promptTokens: counted, passages } = claim;
  const name = "Words of the question";
  if (claim.question === null && question === "")
    return notChecked(name, `the question is private; the record says ${counted}`);
  const asked = tokenise(question).length + (passages ?? []).reduce((sum, [, , words]) => sum + words, 0);
  if (counted <= asked) return same(name, String(asked), String(counted));
  return notChecked(name, `the record says ${counted}; ${counted - asked} of them stood in messages that are not kept`);
}

function paidOwner(name: string, { payouts }: Claim, role: "owner" | "provider", owners: readonly Address[]): Check[] {
  const payee = payouts.find((payout) => payout.role === role)?.payee;
  if (payee === undefined) return []; // its part is nothing
  const paid = (payeeAddress(payee) ?? payee).toLowerCase();
  const known = owners.map((owner) => owner.toLowerCase());
  return [same(name, known.includes(paid) ? paid : (known[0] ?? "nobody"), paid)];
}
