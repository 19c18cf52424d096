import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import OpenAI from "openai";
import { type Hex, parseEther } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { createProvider } from "../../../services/provider/createProvider.ts";
import { extractiveModel } from "../../../services/provider/extractiveModel.ts";
import type { Model } from "../../../services/provider/models.ts";
import type { LocalStack } from "../../../services/worker/testing/localStack.ts";
import { answerFrom, buildPassages } from "../../attribution/index.ts";
import { assetKind } from "../../chain/assetKind.ts";
import type { Deployment } from "../../chain/deployment.ts";
import { createMeasurer } from "../../intake/createMeasurer.ts";
import { accessTypedData, targetPayee, voucherTypedData } from "../../ledger/index.ts";
import { putDocument } from "../../storage/documents.ts";
import { createFileStore } from "../../storage/fileStore.ts";
import { hashSecret, newSecret } from "../account/secret.ts";
import type { EscrowAccount } from "../chain.ts";
import { createRetriever } from "../chat/createRetriever.ts";
import { getModels } from "../chat/getModels.ts";
import { createProviderHealth } from "../chat/ProviderHealth.ts";
import { postChatCompletion } from "../chat/postChatCompletion.ts";
import { createQuotas } from "../data/quotas.ts";
import { createAskEndpoint } from "../endpoint/askEndpoint.ts";
import type { Gateway } from "../Gateway.ts";
import { respond } from "../http/respond.ts";

const address = (digit: string) => `0x${digit.repeat(40)}` as const;

/** Wei for a thousand words. */
export const PRICE = parseEther("1");
const NOW = 1_800_000_000;
const MODEL = 7n;

const passages = buildPassages([
  {
    id: "5",
    title: "Apache License 2.0",
    text: "Subject to the terms of this License, each Contributor hereby grants to You a perpetual, worldwide patent license to make, use and sell the Work.",
  },
]);

/** A gateway over a real database, with the reference provider behind it and escrow accounts that a test sets as it likes. */
export async function gatewayWorld({ sql, directory }: LocalStack) {
  const store = createFileStore(`${directory}/store`);
  const accounts = new Map<string, EscrowAccount>();
  const traced: string[] = [];
  const takenDown = new Set<bigint>();
  const deployment = {
    chainId: 31337,
    gateway: address("9"),
    contracts: { escrow: address("e"), settlement: address("5"), open: address("a") },
  } as Deployment;

  const gateway: Gateway = {
    sql,
    store,
    chain: {
      time: async () => NOW,
      accountOf: async (payer) => accounts.get(payer) ?? { balance: 0n, spent: 0n, thawing: 0n },
      keyExpiry: async () => 0n,
      acceptsSignature: async () => false,
      isTakenDown: async (contribution) => takenDown.has(contribution),
    },
    deployment,
    appUrl: "http://127.0.0.1:3000",
    health: createProviderHealth(),
    askEndpoint: createAskEndpoint(31337),
    retriever: createRetriever(sql, store),
    measurer: createMeasurer(`${directory}/store`),
    quotas: createQuotas(),
    enqueueTrace: async (receipt) => void traced.push(receipt),
  };

  const addAsset = async (id: bigint, kind: number, owner: string, uri: string) => {
    await sql`insert into indexer.asset (id, kind, owner, version, uri, registered_at)
      values (${String(id)}, ${kind}, ${owner.toLowerCase()}, 1, ${uri}, 1700000000)`;
  };
  const contact = "ops@example.org";
  let block = 0;
  /** Publishes a version of a model, and registers the model with the first. */
  const publishModel = async ({ id = MODEL, version = 1, name = "Licence clerk", price = PRICE, upstream = "" }) => {
    const { uri, contentHash } = await putDocument(
      {
        ...{ type: "model", name, summary: "Licences.", description: "", licence: "CC0-1.0", contact },
        ...(upstream
          ? { method: "openai" as const, upstream: { model: upstream } }
          : { method: "datanet-extractive" as const }),
        price: { perThousandTokens: price.toString() },
      },
      store,
    );
    if (version === 1) await addAsset(id, assetKind.model, address("1"), uri);
    await sql`update indexer.asset set version = ${version}, uri = ${uri}, content_hash = ${contentHash} where id = ${String(id)}`;
    await sql`insert into indexer.asset_version (asset_id, version, uri, parents, block, log_index)
      values (${String(id)}, ${version}, ${uri}, '{}', ${++block}, 0)`;
    return uri;
  };
  await publishModel({});

  const servers: Server[] = [];
  /** Registers and stakes a provider that answers as `model` does; of its stake `bonded` does not thaw. @returns its server */
  const addProvider = async (id: bigint, model: Model, stake = parseEther("1000"), bonded = stake) => {
    const account = privateKeyToAccount(generatePrivateKey());
    const models = { get: async () => model, loaded: () => [] };
    const server = createProvider({ models, account, at: { chainId: 31337, settlement: address("5") } });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    servers.push(server);
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const named = { type: "provider" as const, name: `Node ${id}`, region: "eu", country: "DE", contact };
    await addAsset(id, assetKind.provider, account.address, (await putDocument({ ...named, endpoint }, store)).uri);
    await sql`insert into indexer.pool (target, tokens, bonded)
      values (${BigInt(targetPayee(id)).toString()}, ${stake.toString()}, ${bonded.toString()})`;
    return server;
  };
  const removeProviders = async () => {
    await sql`delete from indexer.asset where kind = ${assetKind.provider}`;
    await sql`delete from indexer.pool`;
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
    gateway.health = createProviderHealth();
  };

  /** A payer with `balance` wei prepaid, and a signed limit. */
  const addPayer = async (balance: bigint, limit = balance) => {
    const account = privateKeyToAccount(generatePrivateKey());
    accounts.set(account.address, { balance, spent: 0n, thawing: 0n });
    const payer = account.address.toLowerCase();
    const sign = (wei: bigint): Promise<Hex> =>
      account.signTypedData(
        voucherTypedData(
          { chainId: 31337, escrow: address("e") },
          { payer: account.address, gateway: address("9"), limit: wei },
        ),
      );
    const access = async (issuedAt = Math.trunc(Date.now() / 1_000)) => ({
      issuedAt,
      signature: await account.signTypedData(
        accessTypedData(
          { chainId: 31337, escrow: address("e") },
          { payer: account.address, gateway: address("9"), issuedAt: BigInt(issuedAt) },
        ),
      ),
    });
    /** All that shows and pays for this payer, over `wei` in all, as it is sent. */
    const payment = async (wei: bigint) => ({
      payer: account.address,
      limit: wei.toString(),
      signature: await sign(wei),
      access: await access(),
    });
    const key = newSecret();
    await sql`insert into gateway.api_key (payer, label, secret_hash) values (${payer}, 'test', ${hashSecret(key)})`;
    await sql`insert into gateway.voucher (payer, spend_limit, signature, signer)
      values (${payer}, ${String(limit)}, ${await sign(limit)}, ${account.address})`;
    return { address: account.address, payer, key, sign, access, payment };
  };

  const handle = (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname;
    if (path === "/api/v1/models") return respond(() => getModels(gateway));
    return respond(() => postChatCompletion(gateway, request));
  };
  /** The official client, wired to the gateway's handlers. */
  const clientOf = (apiKey: string) =>
    new OpenAI({
      apiKey,
      baseURL: "http://gateway/api/v1",
      maxRetries: 0,
      fetch: (input, init) => handle(new Request(input, init)),
    });
  const ask = (key: string, body: object, init: RequestInit = {}) =>
    handle(
      new Request("http://gateway/api/v1/chat/completions", {
        method: "POST",
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify({
          model: "licence-clerk",
          messages: [{ role: "user", content: "Is there a patent license?" }],
          ...body,
        }),
        ...init,
      }),
    );
  const receiptsOf = (payer: string) => sql<
    {
      id: string;
      version: number;
      fee: bigint;
      answer: string;
      completionTokens: number;
      provider: bigint;
      providerSignature: string | null;
    }[]
  >`
    select id, version, fee, answer, completion_tokens, provider, provider_signature from gateway.receipt
    where payer = ${payer} order by created_at`;
  const reservationsOf = async (payer: string) =>
    (await sql`select 1 from gateway.reservation where payer = ${payer}`).length;

  const reference = extractiveModel(async (question) => answerFrom(passages, question)?.text ?? null);
  return {
    gateway,
    accounts,
    traced,
    takenDown,
    publishModel,
    addProvider,
    removeProviders,
    addPayer,
    clientOf,
    ask,
    receiptsOf,
    reservationsOf,
    reference,
  };
}
