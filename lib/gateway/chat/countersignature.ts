import { type Hex, isAddressEqual, recoverTypedDataAddress } from "viem";
import { saltedHash, servedTypedData } from "../../ledger/index.ts";
import type { Gateway } from "../Gateway.ts";
import { ProviderError } from "./askProvider.ts";
import type { Order } from "./Order.ts";
import type { Provider } from "./providers.ts";

/**
 * A provider's signature, when it is its owner's and over exactly what was served.
 * @throws ProviderError else: nobody would answer for what was served
 */
export async function checkCountersignature(
  { deployment }: Gateway,
  { receipt, salt }: Order,
  provider: Provider,
  text: string,
  signature: Hex | null,
): Promise<Hex> {
  if (!signature) throw new ProviderError("it did not countersign its answer");
  const at = { chainId: deployment.chainId, settlement: deployment.contracts.settlement };
  const served = { receipt, responseHash: saltedHash(salt, text.toWellFormed()) };
  const signer = await recoverTypedDataAddress({ ...servedTypedData(at, served), signature }).catch(() => null);
  if (signer && isAddressEqual(signer, provider.owner as Hex)) return signature;
  console.error(`gateway: provider ${provider.id} signed ${receipt} as ${signer ?? "nobody"}, not as its owner`);
  throw new ProviderError("its countersignature is not its owner's over what was served");
}
