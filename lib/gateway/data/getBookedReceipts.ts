import { assignedReceipts } from "../../db/settlement.ts";
import type { Gateway } from "../Gateway.ts";
import { badRequest } from "../http/GatewayError.ts";
import { json } from "../http/respond.ts";

const MOST_EPOCHS = 100;

/**
 * `GET /api/v1/receipts?after=&upTo=`: id, payer and fee (wei) of the receipts that this gateway keeps for the epochs in (after, upTo], at most
 * 100 epochs. With it anybody can see whether an epoch's file leaves one out.
 */
export async function getBookedReceipts({ sql }: Gateway, request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const epoch = (name: string): number => {
    const text = searchParams.get(name) ?? "";
    if (!/^\d{1,9}$/.test(text)) throw badRequest(name, "is no epoch; give a whole number.");
    return Number(text);
  };
  const [after, upTo] = [epoch("after"), epoch("upTo")];
  if (upTo <= after || upTo - after > MOST_EPOCHS)
    throw badRequest("upTo", `must be 1 to ${MOST_EPOCHS} epochs later than after.`);
  return json({ object: "list", data: await assignedReceipts(sql, after, upTo) });
}
