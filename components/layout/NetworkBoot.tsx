import { connection } from "next/server";
import { publicRpcUrl, readDeployment } from "../../lib/chain/clients.ts";
import { LOCAL_CHAIN_ID } from "../../lib/chain/deployment.ts";
import { NetworkSource } from "../wallet/NetworkSource.tsx";
import { Pill } from "./Pill.tsx";

/** Null when something is missing: pages must render without a chain. */
function networkOrNull() {
  try {
    const deployment = readDeployment();
    return { deployment, rpcUrl: publicRpcUrl(), local: deployment.chainId === LOCAL_CHAIN_ID };
  } catch {
    return null;
  }
}

/** Reads the deployment per request (it is not known when the pages are built), hands it to the wallet and says when the chain is a toy. */
export async function NetworkBoot() {
  await connection();
  const network = networkOrNull();
  if (!network)
    return <Pill title="The server has no deployment file, or no chain address for browsers">No chain</Pill>;
  return (
    <>
      <NetworkSource network={network} />
      {network.local && <Pill title="A test chain on this machine: its OPEN is worth nothing">Local chain</Pill>}
    </>
  );
}
