import { LOCAL_CHAIN_ID } from "../../chain/deployment.ts";
import type { Gateway } from "../Gateway.ts";
import { notFound } from "../http/GatewayError.ts";

/** @throws GatewayError 404 on any chain but the local one: there is nothing here. */
export function onlyLocal({ deployment }: Gateway): void {
  if (deployment.chainId !== LOCAL_CHAIN_ID) throw notFound("path", "There is nothing here.");
}
