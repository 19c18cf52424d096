import { writeFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { type Hex, keccak256, stringToBytes, zeroHash } from "viem";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { sql } from "../../lib/db/client.ts";
import { saveEvidence } from "../../lib/db/gateway/evidence.ts";
import { migrate } from "../../lib/db/migrate.ts";
import { fileStore } from "../../lib/storage/store.ts";
import { type LocalStack, startLocalStack } from "../../services/worker/testing/localStack.ts";
import { Evidence } from "./Evidence.tsx";

let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  vi.stubEnv("DATABASE_URL", stack.databaseUrl);
  vi.stubEnv("STORAGE_URL", `${stack.directory}/store`);
  await migrate(stack.sql);
});
afterAll(async () => {
  await sql().end();
  await stack?.stop();
  vi.unstubAllEnvs();
});

async function keep(text: string) {
  const bytes = stringToBytes(text);
  const { cid } = await fileStore().put(bytes);
  const hash = keccak256(bytes);
  await saveEvidence(sql(), hash, cid);
  return { hash, cid };
}
const shown = async (hash: Hex) => renderToStaticMarkup(await Evidence({ hash }));

it("shows all that a document of evidence has, as text", async () => {
  const { cid: file } = await keep("the file");
  const text = "<script>alert(1)</script>";
  const { hash } = await keep(
    JSON.stringify({ finding: "Row 7.", text, epoch: 3, files: [{ cid: file, name: "Row 7" }] }),
  );
  const page = await shown(hash);
  for (const part of ["Row 7.", "&lt;script&gt;", "epoch", "3", `href="/api/v1/blobs/${file}"`, "hash matches"])
    expect(page).toContain(part);
  expect(page).not.toContain("<script");
});

it("says what is the matter where it cannot be read, and never throws", async () => {
  const { hash, cid } = await keep("will be damaged");
  writeFileSync(`${stack.directory}/store/${cid.slice(-2)}/${cid}`, "damaged");
  expect(await shown(hash)).toContain("The evidence cannot be read");
  await saveEvidence(
    sql(),
    keccak256("0x01"),
    cid.replace(/.$/, (last) => (last === "a" ? "e" : "a")),
  );
  expect(await shown(keccak256("0x01"))).toContain("The evidence cannot be read");
  expect(await shown(keccak256("0x02"))).toContain("Not stored here");
  expect(await shown(zeroHash)).toContain("None was given");
});
