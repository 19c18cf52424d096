import { readDeployment } from "../../lib/chain/clients.ts";

const names = new Map(
  Object.entries(readDeployment().contracts).map(([name, address]) => [address.toLowerCase(), name]),
);

/** What the deployment calls the contract at an address. @throws Error for a contract that is none of the deployment */
export function instanceAt(address: `0x${string}`): string {
  const name = names.get(address.toLowerCase());
  if (!name) throw new Error(`${address} is none of the deployment's contracts.`);
  return name;
}
