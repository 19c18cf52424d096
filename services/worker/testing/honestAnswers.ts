import { type Address, type Hex, keccak256, parseEther, stringToBytes, toHex } from "viem";
import { curationAbi } from "../../../lib/abi/curation.ts";
import { openAbi } from "../../../lib/abi/open.ts";
import { registryAbi } from "../../../lib/abi/registry.ts";
import { stakingAbi } from "../../../lib/abi/staking.ts";
import { contentHash, contributionRoot, tokenise } from "../../../lib/attribution/index.ts";
import { assetKind } from "../../../lib/chain/assetKind.ts";
import { localAccounts } from "../../../lib/chain/localAccounts.ts";
import { feeOf } from "../../../lib/ledger/feeOf.ts";
import { reviewTypedData, saltedHash, servedTypedData, targetPayee } from "../../../lib/ledger/index.ts";
import { attributor, modelDocuments } from "../trace/attributor.ts";
import { ModelClassifiers } from "../trace/ModelClassifiers.ts";
import { ModelLedgers } from "../trace/ModelLedgers.ts";
import { traceReceipt } from "../trace/traceReceipt.ts";
import { Trainer } from "../train/Trainer.ts";
import { workerSource } from "../watch/workerSource.ts";
import { JUDGE_STAKE } from "./court.ts";
import { type Keyed, keyed } from "./keyed.ts";
import type { LocalStack } from "./localStack.ts";
import type { settlementWorld } from "./settlementWorld.ts";

const TEXT = "Each licensee obtains a perpetual worldwide sublicensable patent covenant hereby.";
const SPLIT = { provider: 2000, owner: 1500, contributors: 4500, stakers: 1000 };
const NONE = { provider: 0, owner: 0, contributors: 0, stakers: 0 };
const PRICE = parseEther("100");

/** A model over a datanet with one accepted contribution, all of it on chain, and answers that are attributed and signed as real ones are. */
export async function honestAnswers({ sql }: LocalStack, world: Awaited<ReturnType<typeof settlementWorld>>) {
  const { context, chain, give, send } = world;
  const { chainId, contracts: at } = context.deployment;
  const local = localAccounts();
  const [provider, owner, developer] = [local.provider, local.datanetOwners[0]!, local.developers[0]!].map(keyed);
  const [validator, contributor] = [local.validators[0]!, local.contributors[0]!].map(keyed);

  const put = async (text: string) => {
    const { cid } = await context.store.put(stringToBytes(text));
    return { uri: `ipfs://${cid}`, cid, hash: keccak256(stringToBytes(text)) };
  };
  const count = (address: Address) => chain.readContract({ address, abi: registryAbi, functionName: "count" });
  const register = async (from: Keyed, kind: number, split: typeof NONE, document: object, parents: bigint[] = []) => {
    await give(from.address, parseEther("30000"));
    const { uri, hash } = await put(JSON.stringify(document));
    await send(from, at.registry, registryAbi, "register", [kind, split, hash, parents, uri]);
    return count(at.registry);
  };
  const approve = (from: Keyed, spender: Address) =>
    send(from, at.open, openAbi, "approve", [spender, parseEther("30000")]);

  const providerId = await register(provider!, assetKind.provider, NONE, { type: "provider" });
  const datanet = await register(owner!, assetKind.datanet, NONE, { type: "datanet" });
  const validatorId = await register(validator!, assetKind.validator, NONE, { type: "validator" });
  const [pool, kept, extra] = [BigInt(targetPayee(validatorId)), parseEther("20000"), JUDGE_STAKE + 1n];
  await give(validator!.address, extra);
  await send(validator!, at.open, openAbi, "approve", [at.staking, kept + extra]);
  await send(validator!, at.staking, stakingAbi, "stake", [pool, kept + extra]);
  await send(owner!, at.curation, curationAbi, "setPolicy", [datanet, { minReviews: 1, direct: true }]);
  await chain.increaseTime({ seconds: 10 });
  await chain.mine({ blocks: 1 });

  await give(contributor!.address, parseEther("100"));
  await approve(contributor!, at.curation);
  const root = contributionRoot([contentHash(TEXT)], contributor!.address);
  const text = await put(TEXT);
  const words = tokenise(TEXT).length;
  await send(contributor!, at.curation, curationAbi, "contribute", [datanet, root, 1, words, text.uri]);
  const contribution = await count(at.curation);
  const review = { accept: true, score: 9_000, reasonHash: keccak256("0x") };
  const typed = reviewTypedData({ chainId, curation: at.curation }, { contribution, ...review });
  const signed = { validator: validatorId, ...review, signature: await validator!.signTypedData(typed) };
  await send(contributor!, at.curation, curationAbi, "finalize", [contribution, [signed]]);
  // A majority for this; what follows is the judge's.
  await send(validator!, at.staking, stakingAbi, "unstake", [pool, extra]);
  await send(owner!, at.registry, registryAbi, "publish", [datanet, root, [], text.uri]);
  const document = { type: "model", price: { perThousandTokens: String(PRICE) } };
  const model = await register(developer!, assetKind.model, SPLIT, document, [datanet]);

  // As the indexer and the intake would have it.
  const { facts } = workerSource(context);
  for (const id of [datanet, model]) {
    const { kind, versions } = await facts.asset(id);
    await sql`insert into indexer.asset (id, kind) values (${String(id)}, ${kind})`;
    for (const { version, parents, uri, place } of versions) {
      await sql`insert into indexer.asset_version (asset_id, version, parents, uri, block, log_index) values (${String(id)}, ${version},
        ${sql.array(parents.map(String))}::numeric[], ${uri}, ${String(place.block)}, ${place.logIndex})`;
    }
  }
  for (const { id, place, ...accepted } of await facts.accepted()) {
    await sql`insert into indexer.contribution (id, datanet, contributor, status, root, uri, finalized_block, finalized_log_index)
      values (${String(id)}, ${String(accepted.datanet)}, ${accepted.contributor.toLowerCase()}, 'accepted', ${accepted.root},
        ${text.uri}, ${String(place.block)}, ${place.logIndex})`;
    await sql`insert into worker.content values (${String(id)}, 'A text', 'text/plain', ${text.cid}, 1, 1, 0, null, ${text.uri}, ${accepted.root})`;
  }

  const { store } = context;
  const classifiers = new ModelClassifiers(sql, store, new Trainer(sql, store, () => {}), () => {});
  const ledgers = new ModelLedgers(sql, context.tracing, () => {});
  const attribute = attributor(context, modelDocuments(context), ledgers, classifiers);
  let served = 0;
  /** An answer, served now by chain time, attributed and signed. */
  return async function answer(payer: { address: Address }, visibility: "public" | "private"): Promise<Hex> {
    const id = keccak256(toHex(`answer ${served++}`));
    const salt = keccak256(id);
    const [question, text] = ["why?", `They say: ${TEXT} (${served})`];
    const [asked, answered] = [tokenise(question).length, tokenise(text).length];
    const [request, response] = [saltedHash(salt, question), saltedHash(salt, text)];
    const typed = servedTypedData({ chainId, settlement: at.settlement }, { receipt: id, responseHash: response });
    const { timestamp } = await chain.getBlock({ blockTag: "pending" });
    await sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt, request_hash,
        response_hash, provider_signature, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
      values (${id}, ${payer.address.toLowerCase()}, ${String(model)}, 1, ${String(providerId)}, ${String(feeOf(asked + answered, PRICE))},
        ${question}, ${text}, ${visibility}, ${salt}, ${request}, ${response}, ${await provider!.signTypedData(typed)}, ${asked},
        ${answered}, 1, 1, ${Number(timestamp)})`;
    await traceReceipt(context, attribute, id);
    return id;
  };
}
