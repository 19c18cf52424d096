import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../../services/worker/testing/localStack.ts";
import { assetKind } from "../../chain/assetKind.ts";
import { modelNamesakes } from "./namesakes.ts";
import { listStakeTargets } from "./stakeTargets.ts";

let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
});
afterAll(async () => {
  await stack?.stop();
  vi.unstubAllEnvs();
});

it("knows the models whose name another model has too, however it is spelled", async () => {
  const { sql } = stack;
  const assets = [
    [5, "model", "Licence Counsel"],
    [6, "model", "licence-counsel"],
    [7, "model", "Lease Counsel"],
    [8, "datanet", "Lease Counsel"], // another kind: another list
    [9, "model", null], // documents not read yet are not of one name
    [10, "model", null],
  ] as const;
  for (const [id, kind, name] of assets) {
    await sql`insert into indexer.asset (id, kind, owner, version, uri, registered_at)
      values (${id}, ${assetKind[kind]}, '0x', 1, ${`u${id}`}, 1)`;
    if (name)
      await sql`insert into worker.document (uri, body) values (${`u${id}`}, ${sql.json({ type: kind, name })})`;
  }
  expect([...(await modelNamesakes(sql))].toSorted()).toEqual([5n, 6n]);
  const targets = await listStakeTargets(sql, { open: "0xaa" });
  const shared = targets.filter(({ name, isNamesake }) => name && isNamesake);
  expect(shared.map(({ id }) => id)).toEqual([5n, 6n]);
});
