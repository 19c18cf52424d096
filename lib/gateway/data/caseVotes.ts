import type { Hex } from "viem";
import { z } from "zod";
import { MOST_SLASHED } from "../../chain/arbiter.ts";
import { weighVerdict } from "../../chain/weighVerdict.ts";
import { type CaseVote, caseVotesOf, MOST_VERDICTS, saveCaseVote } from "../../db/gateway/caseVotes.ts";
import type { Gateway } from "../Gateway.ts";
import { idField, signatureField } from "../http/fields.ts";
import { badRequest } from "../http/GatewayError.ts";
import { parse, readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";

const MAX_BYTES = 16_384;

const schema = z
  .object({
    validator: idField,
    guilty: z.boolean("must be true or false"),
    recomputedRoot: z
      .string("must be a root: 0x and 64 hex digits")
      .regex(/^0x[0-9a-fA-F]{64}$/, "must be a root: 0x and 64 hex digits")
      .transform((value) => value.toLowerCase() as Hex),
    slashBps: z
      .number(`must be basis points from 0 to ${MOST_SLASHED}`)
      .int(`must be basis points from 0 to ${MOST_SLASHED}`)
      .min(0, `must be basis points from 0 to ${MOST_SLASHED}`)
      .max(MOST_SLASHED, `must be basis points from 0 to ${MOST_SLASHED}`),
    signature: signatureField,
  })
  .refine(({ guilty, slashBps }) => guilty || slashBps === 0, {
    path: ["slashBps"],
    message: "must be 0 where the verdict is not guilty",
  });

/** `POST /api/v1/cases/{id}/votes`: keeps a validator's signed verdict for whoever takes it to the chain, once the chain would weigh it. */
export async function postCaseVote(
  { sql, deployment, quotas }: Gateway,
  request: Request,
  id: string,
  weigh: typeof weighVerdict = weighVerdict,
): Promise<Response> {
  quotas.votes.countRequest(request);
  const vote: CaseVote = { caseId: parse(idField, id, "id"), ...(await readJson(request, schema, MAX_BYTES)) };
  const refusal = await weigh(deployment.contracts.arbiter, vote);
  if (refusal) throw badRequest(refusal.field, refusal.message, "vote_refused");
  if (!(await saveCaseVote(sql, vote)))
    throw badRequest(
      "validator",
      `it has signed ${MOST_VERDICTS} different verdicts on this case. Sign one of them again.`,
      "vote_refused",
    );
  return json({ object: "case_vote", ...vote }, { status: 201 });
}

/** `GET /api/v1/cases/{id}/votes`: all that validators signed, verdict by verdict, ascending by validator as `Arbiter.rule` takes them. */
export async function getCaseVotes({ sql }: Gateway, id: string): Promise<Response> {
  return json({ object: "list", data: await caseVotesOf(sql, parse(idField, id, "id")) });
}
