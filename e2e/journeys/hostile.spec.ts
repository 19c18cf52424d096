import { createWalletClient, type Hex, http, keccak256, maxUint32, stringToBytes, zeroHash } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { foundry } from "viem/chains";
import { curationAbi } from "../../lib/abi/curation.ts";
import { openAbi } from "../../lib/abi/open.ts";
import { registryAbi } from "../../lib/abi/registry.ts";
import { stakingAbi } from "../../lib/abi/staking.ts";
import { assetKind } from "../../lib/chain/assetKind.ts";
import { chain, deployment, holderSends, rpcUrl } from "../fixtures/stack.ts";
import { expect, test } from "../fixtures/test.ts";

const SPLIT = { provider: 0, owner: 0, contributors: 0, stakers: 0 };

/** Events that cost a stranger next to nothing and that no honest program makes: each has stopped the index once. */
test("the index goes on whatever events a stranger makes", async ({ request }) => {
  const { open, registry, curation, staking } = deployment().contracts;
  const account = privateKeyToAccount(generatePrivateKey());
  const wallet = createWalletClient({ account, chain: foundry, transport: http(rpcUrl) });
  const sent = async (hash: Promise<Hex>) => {
    expect((await chain.waitForTransactionReceipt({ hash: await hash })).status).toBe("success");
  };
  const token = { address: open, abi: openAbi } as const;
  await chain.request({ method: "anvil_setBalance" as never, params: [account.address, "0xde0b6b3a7640000"] as never });
  await sent(wallet.writeContract({ ...token, functionName: "transfer", args: [staking, 0n] }));
  await sent(wallet.writeContract({ address: staking, abi: stakingAbi, functionName: "claim", args: [0n] }));

  await holderSends(account.address, 10n ** 18n);
  await sent(wallet.writeContract({ ...token, functionName: "approve", args: [curation, 10n ** 18n] }));
  const uri = "ipfs://\0<script>";
  await sent(
    wallet.writeContract({
      ...{ address: registry, abi: registryAbi, functionName: "register" },
      args: [assetKind.datanet, SPLIT, zeroHash, [], uri],
    }),
  );
  const id = await chain.readContract({ address: registry, abi: registryAbi, functionName: "count" });
  const policy = { minReviews: 255, direct: true };
  const at = { address: curation, abi: curationAbi } as const;
  await sent(wallet.writeContract({ ...at, functionName: "setPolicy", args: [id, policy] }));
  const root = keccak256(stringToBytes(account.address));
  await sent(wallet.writeContract({ ...at, functionName: "contribute", args: [id, root, Number(maxUint32), 1, uri] }));

  const head = Number(await chain.getBlockNumber());
  const indexed = async () => {
    const { indexer } = (await (await request.get("/api/v1/status")).json()) as { indexer: { block: number } | null };
    return indexer?.block ?? 0;
  };
  await expect.poll(indexed, { timeout: 60_000 }).toBeGreaterThanOrEqual(head);
  expect((await request.get(`/datanets/${id}`)).status()).toBe(200);
});
