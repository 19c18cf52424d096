import type { Gateway } from "../Gateway.ts";
import { addressOf } from "../http/fields.ts";
import { json } from "../http/respond.ts";
import { creditOf } from "./credit.ts";

/** `GET /api/v1/accounts/{address}`: credit at this gateway, in wei. Public, as the escrow and the receipts are. */
export async function getAccount(gateway: Gateway, address: string): Promise<Response> {
  return json(await creditOf(gateway, addressOf(address)));
}
