import { parseEther } from "viem";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { licenceFamilies } from "../../lib/influence/index.ts";
import { register, stake } from "./actors.ts";
import { waitFor } from "./clock.ts";
import { licenceFamilyDocument } from "./documents.ts";
import type { Session } from "./session.ts";

const SPLIT = { provider: 1500, owner: 2000, contributors: 5000, stakers: 1000 };

/** A classifier that the licence datanet's owner trains on it, as the dashboard does. Its next versions are the worker's to train. */
export async function registerClassifier(session: Session, datanet: bigint): Promise<bigint> {
  const [lawyer] = localAccounts().datanetOwners;
  const order = { datanets: [String(datanet)], labels: licenceFamilies };
  let training = await session.api.train(order);
  await waitFor("the training of the classifier", async () => {
    if (training.state === "failed") throw new Error(`the classifier cannot be trained: ${training.problem}`);
    if (training.state !== "done") training = await session.api.training(training.id);
    return training.state === "done";
  });
  const { labels, dimensions, penalty, weights, ledgerRoot, evaluation } = training;
  const document = licenceFamilyDocument({
    ...{ labels, dimensions, penalty },
    ...{ weights: weights!, ledgerRoot: ledgerRoot!, evaluation: evaluation! },
  });
  const model = await register(session, lawyer!, "model", document, { split: SPLIT, parents: [datanet] });
  await stake(session, lawyer!, model, parseEther("1000"));
  return model;
}
