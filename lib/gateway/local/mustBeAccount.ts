import { type Address, isAddressEqual, zeroAddress } from "viem";
import { badRequest } from "../http/GatewayError.ts";

/** @throws GatewayError 400 where tokens would be lost */
export function mustBeAccount(address: Address, token: Address): void {
  if (!isAddressEqual(address, zeroAddress) && !isAddressEqual(address, token)) return;
  throw badRequest("address", "is nobody's account: tokens sent there are lost. Give your own.");
}
