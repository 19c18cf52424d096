import { parseEther } from "viem";
import { registryAbi } from "../../lib/abi/registry.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { serverEnv } from "../../lib/env/server.ts";
import { register, stake } from "./actors.ts";
import { registerClassifier } from "./classifier.ts";
import { waitFor } from "./clock.ts";
import type { Datanets } from "./datanets.ts";
import { licenceCounselDocument, nextGuideDocument, plainLicencesDocument } from "./documents.ts";
import type { Session } from "./session.ts";

const SPLIT = { provider: 1500, owner: 2000, contributors: 5000, stakers: 1000 };

export interface Models {
  counsel: bigint;
  /** Labels texts; trained on the licences. */
  family: bigint;
  guide: bigint;
}

/** One model per datanet that quotes it, by two developers who also stake on their own, and a classifier by a datanet's owner. */
export async function registerModels(session: Session, { licences, manual }: Datanets): Promise<Models> {
  const [lawyer, builder, paraphraser] = localAccounts().developers;
  const counsel = await register(session, lawyer!, "model", licenceCounselDocument, {
    split: SPLIT,
    parents: [licences],
  });
  const guide = await register(session, builder!, "model", nextGuideDocument, { split: SPLIT, parents: [manual] });
  await stake(session, lawyer!, counsel, parseEther("3000"));
  await stake(session, builder!, guide, parseEther("2000"));
  if (serverEnv().OPENAI_BASE_URL) {
    const options = { split: SPLIT, parents: [licences] };
    const plain = await register(session, paraphraser!, "model", plainLicencesDocument, options);
    await stake(session, paraphraser!, plain, parseEther("2000"));
  }
  const family = await registerClassifier(session, licences);
  return { counsel, guide, family };
}

/** The worker publishes a model's next version when a datanet of it has one. */
export async function awaitModelVersion({ client, contracts }: Session, model: bigint, version: number): Promise<void> {
  await waitFor(`version ${version} of model ${model}`, async () => {
    const registry = { address: contracts.registry, abi: registryAbi };
    return (await client.readContract({ ...registry, functionName: "versionOf", args: [model] })) >= version;
  });
}
