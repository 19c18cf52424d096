import { type Abi, type Account, createWalletClient, http, keccak256, toBytes } from "viem";
import { readDeployment } from "../../lib/chain/clients.ts";
import { sql } from "../../lib/db/client.ts";
import { serverEnv } from "../../lib/env/server.ts";
import { chainClient } from "../stack/chain.ts";
import { makeApi } from "./api.ts";

export interface Call {
  address: `0x${string}`;
  abi: Abi | readonly unknown[];
  functionName: string;
  args: readonly unknown[];
}

/** What every part of the seed works with: the chain, the HTTP API, and the database to read from. */
export type Session = ReturnType<typeof openSession>;

/** Two new checkpoints, for whoever gives and whoever takes, and some to spare. */
const VOTES_GAS = 100_000n;

/** Sends a transaction and waits for it. @throws Error when it reverts. */
export function senderOf(rpcUrl: string) {
  const client = chainClient(rpcUrl);
  return async (account: Account, call: Call): Promise<void> => {
    const wallet = createWalletClient({ account, chain: client.chain, transport: http(rpcUrl) });
    // An estimate may share its second with a checkpoint of votes, which then costs little; mined a second later it is a new one.
    const gas = (await client.estimateContractGas({ account, ...call } as never)) + VOTES_GAS;
    const hash = await wallet.writeContract({ ...call, gas } as Parameters<typeof wallet.writeContract>[0]);
    const { status } = await client.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new Error(`${call.functionName} of ${account.address} reverted in ${hash}.`);
  };
}

export function openSession(say: (line: string) => void) {
  const { RPC_URL, APP_URL, PROVIDER_PORT } = serverEnv();
  const client = chainClient(RPC_URL);
  const deployment = readDeployment();
  const api = makeApi(APP_URL);

  const send = senderOf(RPC_URL);

  /** Stores a JSON document. */
  const upload = async (document: object) => {
    const json = JSON.stringify(document);
    return { uri: `ipfs://${await api.upload(json)}`, contentHash: keccak256(toBytes(json)) };
  };

  const providerUrl = `http://127.0.0.1:${PROVIDER_PORT}`;
  return {
    client,
    rpcUrl: RPC_URL,
    deployment,
    contracts: deployment.contracts,
    sql: sql(),
    api,
    send,
    upload,
    providerUrl,
    say,
  };
}
