import { connection } from "next/server";
import { readDeployment } from "../../lib/chain/clients.ts";
import { type Deployment, LOCAL_CHAIN_ID } from "../../lib/chain/deployment.ts";
import { serverEnv } from "../../lib/env/server.ts";
import { NetworkSource } from "../wallet/NetworkSource.tsx";
import { Pill } from "./Pill.tsx";

function deploymentOrNull(): Deployment | null {
  try {
    return readDeployment();
  } catch {
    return null; // pages must render without a chain; the pill says what is missing
  }
}

/** Reads the deployment per request (it is not known when the pages are built), hands it to the wallet and says when the chain is a toy. */
export async function NetworkBoot() {
  await connection();
  const deployment = deploymentOrNull();
  if (!deployment) return <Pill title="The server has no deployment file">No chain</Pill>;
  const { PUBLIC_RPC_URL, RPC_URL } = serverEnv();
  const local = deployment.chainId === LOCAL_CHAIN_ID;
  return (
    <>
      <NetworkSource network={{ deployment, rpcUrl: PUBLIC_RPC_URL ?? RPC_URL, local }} />
      {local && <Pill title="A test chain on this machine: its OPEN is worth nothing">Local chain</Pill>}
    </>
  );
}
