import { keccak256, stringToBytes } from "viem";
import { z } from "zod";
import { weighReview } from "../../chain/weighReview.ts";
import { MOST_REVIEWS, reviewVotesOf, saveReviewVote } from "../../db/gateway/reviewVotes.ts";
import type { Gateway } from "../Gateway.ts";
import { idField, lineField, signatureField } from "../http/fields.ts";
import { badRequest } from "../http/GatewayError.ts";
import { parse, readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";

const MAX_BYTES = 16_384;

const schema = z.object({
  validator: idField,
  accept: z.boolean("must be true or false"),
  score: z
    .number("must be a score from 0 to 10,000")
    .int("must be a score from 0 to 10,000")
    .min(0, "must be a score from 0 to 10,000")
    .max(10_000, "must be a score from 0 to 10,000"),
  /** Becomes public. */
  reason: lineField(500),
  signature: signatureField,
});

/** `POST /api/v1/contributions/{id}/reviews`: keeps a validator's signed review, with its reason's text, until the contribution is finalised. */
export async function postReviewVote(
  { sql, store, deployment, quotas }: Gateway,
  request: Request,
  id: string,
  weigh: typeof weighReview = weighReview,
): Promise<Response> {
  quotas.votes.countRequest(request);
  const body = await readJson(request, schema, MAX_BYTES);
  const reason = stringToBytes(body.reason);
  const vote = { contribution: parse(idField, id, "id"), ...body, reasonHash: keccak256(reason) };
  const refusal = await weigh(deployment, vote);
  if (refusal) throw badRequest(refusal.field, refusal.message, "review_refused");
  // Before the review: a reason's hash must never be on chain without its text.
  await store.put(reason);
  if (!(await saveReviewVote(sql, vote)))
    throw badRequest(
      "validator",
      `it has signed ${MOST_REVIEWS} different reviews of this contribution. Sign one of them again.`,
      "review_refused",
    );
  return json({ object: "review", ...vote }, { status: 201 });
}

/** `GET /api/v1/contributions/{id}/reviews`: all that validators signed, ascending by validator, the newest of each first. `Curation.finalize` takes one of each. */
export async function getReviewVotes({ sql }: Gateway, id: string): Promise<Response> {
  return json({ object: "list", data: await reviewVotesOf(sql, parse(idField, id, "id")) });
}
