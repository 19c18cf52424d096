import { recoverTypedDataAddress } from "viem";
import { answerHash, attribute, buildIndex, parseBits, resultHash } from "../../../lib/attribution/index.ts";
import { addressPayee, contributorPayouts, receiptTypedData, saltedHash, splitFee } from "../../../lib/ledger/index.ts";
import type { LedgerLine } from "./ledger.ts";
import { type Check, type Claim, same } from "./types.ts";

/** Whether the shown texts are those that were hashed, and the gateway signed what is shown. */
export async function checkSignature(claim: Claim): Promise<Check[]> {
  const { id, payer, gateway, model, version, provider, fee, requestHash, responseHash, salt } = claim;
  const checks: Check[] = [];
  if (salt !== null && claim.question !== null && claim.answer !== null) {
    checks.push(same("Question’s hash", saltedHash(salt, claim.question), requestHash));
    checks.push(same("Answer’s hash", saltedHash(salt, claim.answer), responseHash));
  }
  const typed = receiptTypedData(
    { chainId: claim.chain.id, settlement: claim.chain.settlement },
    {
      ...{ id, payer, gateway, model, version, provider, fee, requestHash, responseHash },
      attributionHash: claim.resultHash,
      servedAt: BigInt(claim.servedAt),
    },
  );
  const signer = await recoverTypedDataAddress({ ...typed, signature: claim.signature });
  return [...checks, same("Signed by the gateway", signer.toLowerCase(), gateway.toLowerCase())];
}

/** Attributes the answer again and compares the result, the shares and the money with the record. */
export function checkShares(lines: readonly LedgerLine[], answer: string, bitsTsv: string, claim: Claim): Check[] {
  const bits = parseBits(bitsTsv);
  const result = attribute(buildIndex(lines), answer, bits, { params: claim.params });
  const { params, rows, shares, treasury } = result;
  const hash = resultHash({
    ...{ params, rows, shares, treasury },
    bitsHash: bits.hash,
    ledgerRoot: claim.ledgerRoot,
    answerHash: answerHash(answer),
  });
  const recomputed = shares.map(({ contribution, share }) => {
    const line = lines[contribution]!;
    return { contribution: line.id, payee: addressPayee(line.contributor), share };
  });
  const { parts } = contributorPayouts(splitFee(claim.fee, claim.split).contributors, recomputed, params.scale);
  const told = (rows: readonly { contribution: bigint; share: number; amount: bigint }[]) =>
    [...rows]
      .sort((a, b) => (a.contribution < b.contribution ? -1 : 1))
      .map((row) => `${row.contribution}:${row.share}:${row.amount}`)
      .join(" ");
  const amounts = parts.map((part, i) => ({ ...part, share: recomputed[i]!.share }));
  const equal = told(amounts) === told(claim.shares);
  return [
    same("Word table’s hash", bits.hash, claim.bitsHash),
    same("Result’s hash, as signed", hash, claim.resultHash),
    {
      name: "Shares and amounts",
      ok: equal,
      value: `${claim.shares.length} ${claim.shares.length === 1 ? "share" : "shares"}, to the wei`,
      ...(!equal && {
        detail: `recomputed ${told(amounts) || "none"}, but the record says ${told(claim.shares) || "none"} (contribution:share:wei)`,
      }),
    },
  ];
}
