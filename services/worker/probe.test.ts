import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseEther } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { assetKind } from "../../lib/chain/assetKind.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { migrate } from "../../lib/db/migrate.ts";
import { targetPayee } from "../../lib/ledger/index.ts";
import { putDocument } from "../../lib/storage/documents.ts";
import { createFileStore } from "../../lib/storage/fileStore.ts";
import { probe } from "./probe.ts";
import { type LocalStack, startLocalStack } from "./testing/localStack.ts";

let stack: LocalStack;
const server = createServer((_, response) => response.writeHead(200).end());

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  await migrate(stack.sql);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.close();
  await stack?.stop();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it("counts who answers and who does not, whoever looks at the site", async () => {
  const { sql, directory } = stack;
  const store = createFileStore(`${directory}/store`);
  const up = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [id, endpoint] of [
    [5n, up],
    [6n, "http://127.0.0.1:1"],
  ] as const) {
    const named = {
      type: "provider",
      name: `Node ${id}`,
      region: "eu",
      country: "DE",
      contact: "a@example.org",
    } as const;
    const { uri } = await putDocument({ ...named, endpoint }, store);
    await sql`insert into indexer.asset (id, kind, owner, version, uri) values (${String(id)}, ${assetKind.provider}, '0x1', 1, ${uri})`;
    const stake = String(parseEther("1000"));
    await sql`insert into indexer.pool (target, tokens, bonded)
      values (${String(BigInt(targetPayee(id)))}, ${stake}, ${stake})`;
  }
  // Here who is there may take its time: on a busy machine it does.
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => new AbortController().signal);
  const turn = probe({ sql, store, deployment: { chainId: 31337 } as Deployment });
  expect([await turn(), await turn()]).toEqual([false, false]);
  const counted = await sql<{ provider: bigint; asked: number; answered: number }[]>`
    select provider, sum(asked)::int as asked, sum(answered)::int as answered from gateway.provider_probe
    group by provider order by provider`;
  expect([...counted]).toEqual([
    { provider: 5n, asked: 2, answered: 2 },
    { provider: 6n, asked: 2, answered: 0 },
  ]);
});
