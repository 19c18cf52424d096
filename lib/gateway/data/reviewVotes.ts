import { keccak256, stringToBytes } from "viem";
import { z } from "zod";
import { weighReview } from "../../chain/weighReview.ts";
import { reviewVotesOf, saveReviewVote } from "../../db/gateway/reviewVotes.ts";
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
  if (refusal) {
    const [field, ...message] = refusal.split(": ");
    throw badRequest(field!, message.join(": "), "review_refused");
  }
  // Before the review: a reason's hash must never be on chain without its text.
  await store.put(reason);
  await saveReviewVote(sql, vote);
  return json({ object: "review", ...vote }, { status: 201 });
}

/** `GET /api/v1/contributions/{id}/reviews`: the signed reviews that wait, ascending by validator, as `Curation.finalize` takes them. */
export async function getReviewVotes({ sql }: Gateway, id: string): Promise<Response> {
  return json({ object: "list", data: await reviewVotesOf(sql, parse(idField, id, "id")) });
}
