import { textForPayer } from "../../db/gateway/receipts.ts";
import { attributionOf, payoutsOf, receiptById, sharesOf } from "../../db/queries/receiptDetail.ts";
import { callerByKey } from "../account/authenticate.ts";
import type { Gateway } from "../Gateway.ts";
import { badRequest, notFound } from "../http/GatewayError.ts";
import { json } from "../http/respond.ts";
import { readPassages } from "./readPassages.ts";

/**
 * `GET /api/v1/receipts/{id}`: who paid whom for what, and what it was attributed to; `attribution` is null for the moment until it has
 * been traced. Text and spans of a private receipt are given to its payer only, who sends an API key.
 */
export async function getReceipt(gateway: Gateway, request: Request, id: string): Promise<Response> {
  if (!/^0x[0-9a-fA-F]{64}$/.test(id)) throw badRequest("id", "is no receipt; give 0x and 64 hex digits.");
  const { sql, deployment, appUrl } = gateway;
  const [receipt, attribution, shares, payouts, text] = await Promise.all([
    receiptById(sql, id),
    attributionOf(sql, id),
    sharesOf(sql, id),
    payoutsOf(sql, id),
    request.headers.has("authorization")
      ? callerByKey(gateway, request).then(({ payer }) => textForPayer(sql, id, payer))
      : null,
  ]);
  if (!receipt) throw notFound("id", `There is no receipt ${id}.`, "receipt_not_found");
  const { spans, influence, ...opened } = text ?? {};
  const passages = text?.passages ?? receipt.passages;
  return json({
    object: "receipt",
    ...receipt,
    ...opened,
    passages,
    gateway: deployment.gateway,
    receiptUrl: `${appUrl}/receipts/${receipt.id}`,
    attribution: attribution && {
      ...attribution,
      spans: spans ?? attribution.spans,
      influence: influence ?? attribution.influence,
      shares: shares.filter(({ channel }) => channel === "exact"),
      /** What passages in the prompt explain of the words that nobody’s text has: never part of `shares`. */
      context:
        attribution.residualBps === null
          ? null
          : {
              residualBps: attribution.residualBps,
              shares: shares.filter(({ channel }) => channel === "context"),
              passages: passages && (await readPassages(sql, gateway.store, passages)),
            },
    },
    payouts,
  });
}
