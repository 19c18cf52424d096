import { publicClient } from "../../chain/clients.ts";
import { pipeline } from "../../db/queries/pipeline.ts";
import { serverEnv } from "../../env/server.ts";
import { within } from "../../site/within.ts";
import { askHealth } from "../chat/askHealth.ts";
import { stakedProviders } from "../chat/providers.ts";
import type { Gateway } from "../Gateway.ts";
import { json } from "../http/respond.ts";

/** How long a part of the system may take to say that it is there. */
const PATIENCE_MS = 1_500;

/** Anybody may ask, as often as he likes: every part is asked once a second at most. */
const FRESH_MS = 1_000;
const kept = new WeakMap<Gateway, { at: number; status: ReturnType<typeof readStatus> }>();

/** `GET /api/v1/status`: what is up, at most a second old. A part that does not answer is null (or not ok); the others still tell. */
export async function getStatus(gateway: Gateway): Promise<Response> {
  let known = kept.get(gateway);
  if (!known || Date.now() - known.at >= FRESH_MS) {
    known = { at: Date.now(), status: readStatus(gateway) };
    kept.set(gateway, known);
  }
  return json(await known.status);
}

async function readStatus(gateway: Gateway) {
  const [chain, indexer, worker, ok] = await Promise.all([
    orNull(headOf(gateway)),
    orNull(indexedBlock()),
    orNull(pipeline(gateway.sql)),
    orNull(anyProviderUp(gateway)),
  ]);
  return {
    chain,
    indexer: indexer === null ? null : { block: indexer },
    worker: worker && { pendingTraces: worker.pendingTraces, unsettledReceipts: worker.unsettled },
    provider: { ok: ok ?? false },
  };
}

async function headOf({ deployment, chain }: Gateway) {
  const [head, time] = await Promise.all([publicClient().getBlockNumber({ cacheTime: 0 }), chain.time()]);
  return { id: deployment.chainId, head: Number(head), time };
}

/** Ponder's own status: { <chain>: { block: { number } } }. One chain is indexed. */
async function indexedBlock(): Promise<number> {
  const url = `${serverEnv().INDEXER_URL}/status`;
  const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const [chain] = Object.values((await answer.json()) as Record<string, { block: { number: number } }>);
  return chain!.block.number;
}

async function anyProviderUp(gateway: Gateway): Promise<boolean> {
  const providers = await stakedProviders(gateway);
  return Promise.any(providers.map((provider) => askHealth(gateway.askEndpoint, provider))).then(
    () => true,
    () => false,
  );
}

const orNull = <T>(work: Promise<T>): Promise<T | null> =>
  within(
    PATIENCE_MS,
    work.catch(() => null),
    null,
  );
