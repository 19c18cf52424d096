import { writeFileSync } from "node:fs";
import path from "node:path";
import { keccak256 } from "viem";
import type { Deployment } from "../../../lib/chain/deployment.ts";
import { localAccounts } from "../../../lib/chain/localAccounts.ts";
import { deploy } from "../../../scripts/chain/deploy.ts";
import type { LocalStack } from "./localStack.ts";

/** The contracts on a test's chain, with the local accounts in their roles; clients read the deployment from its file. */
export async function deployed({ rpcUrl, directory }: LocalStack): Promise<Deployment> {
  const { deployer, holder, guardian, gateway, treasury } = localAccounts();
  const deployment = await deploy({
    ...{ rpcUrl, chainName: "test", deployer, holder: holder.address, guardian: guardian.address },
    ...{ gateway: gateway.address, treasury: treasury.address },
    commons: { contentHash: keccak256("0x"), uri: "ipfs://commons" },
  });
  writeFileSync(path.join(directory, "deployment.json"), JSON.stringify(deployment));
  return deployment;
}
