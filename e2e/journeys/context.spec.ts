import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { prepaidKey } from "../fixtures/payer.ts";
import { expect, test } from "../fixtures/test.ts";
import { UPSTREAM_PORT } from "../fixtures/upstream.ts";

const QUESTION = "Does the Apache License 2.0 grant a patent license, and when does it terminate?";
const root = path.resolve(import.meta.dirname, "../..");
let upstream: ChildProcess;

test.beforeAll(async () => {
  const file = path.join(root, "services/provider/testing/runParaphraser.ts");
  upstream = spawn(process.execPath, [file, String(UPSTREAM_PORT)], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve) => upstream.stdout!.once("data", () => resolve()));
});
test.afterAll(() => {
  upstream.kill();
});

test("an answer in other words: what it repeats and what it was given are apart, and both recompute equal", async ({
  page,
  baseURL,
}) => {
  const api = `${baseURL}/api/v1`;
  const key = await prepaidKey(api);
  const response = await page.request.post(`${api}/chat/completions`, {
    headers: { authorization: `Bearer ${key}` },
    data: { model: "plain-licences", messages: [{ role: "user", content: QUESTION }], visibility: "public" },
    timeout: 60_000,
  });
  const { openledger, usage } = await response.json();
  expect(response.status(), JSON.stringify(openledger)).toBe(200);

  const read = async () => (await page.request.get(`${api}/receipts/${openledger.receipt}`)).json();
  await expect.poll(async () => (await read()).attribution?.method, { timeout: 60_000 }).toBe("lona-1+context-1");
  const { attribution, passages, promptTokens, payouts, fee } = await read();
  expect(attribution.shares.length).toBeGreaterThan(0);
  expect(attribution.context.shares.length).toBeGreaterThan(0);
  const sum = (rows: { share: number }[]) => rows.reduce((total, { share }) => total + share, 0);
  const context = sum(attribution.context.shares);
  expect(sum(attribution.shares) + context + attribution.treasury).toBe(1_000_000_000);
  expect(context).toBeLessThanOrEqual(250_000_000);
  const added = passages.reduce((total: number, [, , words]: [number, number, number]) => total + words, 0);
  expect(promptTokens).toBe(usage.prompt_tokens);
  expect(promptTokens).toBeGreaterThan(added);
  expect(payouts.reduce((total: bigint, { amount }: { amount: string }) => total + BigInt(amount), 0n)).toBe(
    BigInt(fee),
  );

  await page.goto(`/receipts/${openledger.receipt}`);
  const card = page.getByRole("region", { name: "In context" }).last();
  await expect(card.getByRole("blockquote")).toHaveCount(passages.length);
  await expect(card.getByText(/it is not verbatim/)).toBeVisible();
  await expect(page.locator(".span-mark").first()).toBeVisible();
  await card.getByRole("button", { name: "Table" }).click();
  await expect(card.getByRole("row")).toHaveCount(passages.length + 1);
  await expect(page.getByText("Word for word", { exact: true }).first()).toBeVisible();

  await page.getByRole("button", { name: "Recompute here" }).click();
  await expect(page.getByText("Recomputed, equal")).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText("Passages of the prompt, found again by the question")).toBeVisible();
});
