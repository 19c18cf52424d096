import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseEther } from "viem";
import { type Deployment, deploymentSchema } from "../../lib/chain/deployment.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { putDocument } from "../../lib/storage/documents.ts";
import { deploy } from "../chain/deploy.ts";
import { commonsDocument } from "../seed/documents.ts";
import { chainClient } from "./chain.ts";
import { type Context, nodeCommand } from "./context.ts";
import { StackError } from "./error.ts";

/**
 * Compiles and deploys the contracts on a new chain, or checks that the kept deployment is on the kept chain.
 * @throws StackError when they do not belong together.
 */
export async function ensureDeployment(context: Context): Promise<Deployment> {
  const { rpcUrl, processes, progress } = context;
  const file = context.env.DEPLOYMENT_FILE!;
  if (existsSync(file)) {
    const deployment = deploymentSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    await assertSameChain(deployment, rpcUrl);
    return deployment;
  }
  await processes.run("contracts", nodeCommand(context, "scripts/contracts.ts"));
  progress.step("contracts", "compiled");
  const deployment = await deployTo(file, context);
  progress.step("contracts", "deployed");
  return deployment;
}

async function assertSameChain({ contracts, genesisHash }: Deployment, rpcUrl: string): Promise<void> {
  const client = chainClient(rpcUrl);
  const genesis = await client.getBlock({ blockNumber: 0n });
  const code = await client.getCode({ address: contracts.curation });
  if (genesis.hash === genesisHash && code) return;
  throw new StackError(
    `The chain was reset: the contracts and the database kept here belong to another chain (genesis ${genesisHash.slice(0, 10)}, now ${genesis.hash.slice(0, 10)}). Begin again with npm start -- --fresh.`,
  );
}

async function deployTo(file: string, { rpcUrl, options }: Context): Promise<Deployment> {
  const { deployer, holder, guardian, gateway, treasury } = localAccounts();
  const deployment = await deploy({
    rpcUrl,
    chainName: "OpenLedger local",
    deployer,
    holder: holder.address,
    guardian: guardian.address,
    gateway: gateway.address,
    treasury: treasury.address,
    stable: "test",
    // A proposal of the seed raises it to what is documented.
    minBond: options.seed ? parseEther("5000") : undefined,
    commons: await putDocument(commonsDocument),
  });
  writeFileSync(file, `${JSON.stringify(deployment, null, 2)}\n`);
  return deployment;
}
