import { registryAbi } from "../abi/registry.ts";
import { publicClient } from "./clients.ts";
import type { Deployment } from "./deployment.ts";

/** Of assets (registry ids) those whose owner is a contract: it alone says what it signed, and may say another thing each time it is asked. */
export async function contractOwned({ contracts }: Deployment, ids: readonly bigint[]): Promise<bigint[]> {
  const client = publicClient();
  const codes = await Promise.all(
    ids.map(async (id) => {
      const call = { address: contracts.registry, abi: registryAbi, functionName: "ownerOf" } as const;
      return client.getCode({ address: await client.readContract({ ...call, args: [id] }) });
    }),
  );
  return ids.filter((_, i) => codes[i]);
}
