import { z } from "zod";
import { openGovernorAbi } from "../../abi/opengovernor.ts";
import { publicClient, walletClient } from "../../chain/clients.ts";
import { revertOf } from "../../chain/revertOf.ts";
import { lockFaucet } from "../../db/gateway/faucet.ts";
import { requireKey } from "../../env/server.ts";
import { sentenceOf } from "../../errors/sentenceOf.ts";
import type { Gateway } from "../Gateway.ts";
import { addressField, signatureField } from "../http/fields.ts";
import { badRequest } from "../http/GatewayError.ts";
import { readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";
import { onlyLocal } from "./onlyLocal.ts";

const NO_PROPOSAL = "must be a proposal's number as a decimal string, below 2^256";

const schema = z.object({
  proposal: z
    .string(NO_PROPOSAL)
    .regex(/^\d{1,78}$/, NO_PROPOSAL)
    .transform(BigInt)
    .refine((id) => id < 2n ** 256n, NO_PROPOSAL),
  support: z.union([z.literal(0), z.literal(1), z.literal(2)], "must be 0 (against), 1 (for) or 2 (abstain)"),
  reason: z.string("must be a text, which may be empty").max(4_000, "must be at most 4,000 characters"),
  voter: addressField,
  signature: signatureField,
});

/** `POST /api/local/ballot`: submits a ballot that its voter signed, once the chain says that it counts; the faucet's account pays the gas. */
export async function postBallot(gateway: Gateway, request: Request): Promise<Response> {
  onlyLocal(gateway);
  const { proposal, support, reason, voter, signature } = await readJson(request, schema, 32_768);
  const governor = { address: gateway.deployment.contracts.governor, abi: openGovernorAbi } as const;
  const chain = publicClient();
  const wallet = walletClient(requireKey("FAUCET_KEY"));
  const receipt = await gateway.sql.begin(async (tx) => {
    await lockFaucet(tx); // one account: one transaction at a time
    const { request: call, result: weight } = await chain
      .simulateContract({
        ...governor,
        functionName: "castVoteWithReasonAndParamsBySig",
        args: [proposal, support, voter, reason, "0x", signature],
        account: wallet.account,
        blockTag: "pending",
      })
      .catch((error: unknown) => {
        throw revertOf(error) ? badRequest("signature", `was refused. ${sentenceOf(error)}`) : error;
      });
    if (weight === 0n) throw badRequest("voter", "had no votes when voting began: the ballot would count nothing.");
    return chain.waitForTransactionReceipt({ hash: await wallet.writeContract(call) });
  });
  if (receipt.status !== "success") throw new Error(`the ballot of ${voter} reverted in ${receipt.transactionHash}`);
  return json({ transaction: receipt.transactionHash, block: Number(receipt.blockNumber) });
}
