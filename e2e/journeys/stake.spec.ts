import type { Locator } from "@playwright/test";
import { formatEther, parseEther } from "viem";
import { accuse, advance, positionWorth, signVerdicts } from "../fixtures/court.ts";
import { balanceOf } from "../fixtures/stack.ts";
import { expect, test } from "../fixtures/test.ts";
import { connect } from "../fixtures/wallet.ts";

const TARGET = "Licence Counsel";
const AMOUNT = "123.456789";
const SLASH_BPS = 1_234;
const THAW = 14 * 86_400;

/** The amount in wei behind a figure: its title holds the full value. */
async function weiOf(figure: Locator): Promise<bigint> {
  const title = await figure.locator("[title]").first().getAttribute("title");
  return parseEther(title!.replace(/[^0-9.]/g, ""));
}

test("stake → slashed by a verdict → exit: the page shows what the chain has left of it, to the wei", async ({
  page,
  wallet,
  baseURL,
}) => {
  test.setTimeout(420_000);
  const log = (line: string) => console.log(`journey  ${line}`);
  const api = `${baseURL}/api/v1`;
  const position = page.getByRole("listitem", { name: TARGET });
  const figure = (label: string) => position.locator("dl > div").filter({ hasText: label });
  let asset = 0n;

  await test.step("stake on a model", async () => {
    await page.goto("/stake");
    await connect(page);
    await page.getByRole("button", { name: "Take test money" }).click();
    await expect(page.getByText("This account is empty")).toBeHidden();
    const picker = page.getByLabel("Stake on", { exact: true });
    const option = picker.getByRole("option", { name: TARGET });
    asset = BigInt((await option.getAttribute("value"))!);
    await picker.selectOption(String(asset));
    await page.getByLabel("Amount", { exact: true }).fill(AMOUNT);
    const pool = page.locator("#pools").getByRole("row").filter({ hasText: TARGET });
    const poolBefore = await pool.textContent();
    await page.getByRole("button", { name: "Stake", exact: true }).click();
    await expect(position).toBeVisible({ timeout: 60_000 });
    await expect.poll(() => weiOf(figure("Staked now"))).toBe(parseEther(AMOUNT));
    expect((await positionWorth(asset, wallet.address)).staked).toBe(parseEther(AMOUNT));
    await expect.poll(() => pool.textContent(), "the pool's total and stakers").not.toBe(poolBefore);
    log(`${AMOUNT} OPEN staked on asset ${asset}`);
  });

  await test.step("begin to leave with a part: it thaws, and can still be slashed", async () => {
    await position.getByRole("button", { name: "Unstake…" }).click();
    await position.getByLabel("Amount to unstake").fill("23.456789");
    await position.getByRole("button", { name: "Unstake", exact: true }).click();
    await expect(position.getByText("they earn nothing", { exact: false })).toBeVisible({ timeout: 60_000 });
  });

  let caseId = 0n;
  let before = { staked: 0n, thawing: 0n };
  await test.step("somebody brings a case with evidence; the validators sign", async () => {
    const evidence = `The lineage of model ${asset} names a datanet version that it was not made from.`;
    caseId = await accuse(api, asset, evidence);
    await expect(async () => {
      expect((await page.request.get(`/disputes/${caseId}`)).status()).toBe(200);
    }).toPass({ timeout: 60_000 });
    await page.goto(`/disputes/${caseId}`);
    await expect(page.getByText(evidence)).toBeVisible();
    await expect(page.getByText("hash matches")).toBeVisible();
    await expect(page.getByText("Nobody has signed yet")).toBeVisible();
    before = await positionWorth(asset, wallet.address);
    log(`case ${caseId} opened, ${await signVerdicts(api, caseId, SLASH_BPS)} validators signed`);
  });

  await test.step("two thirds have signed: the verdict is carried out, and the open page says so", async () => {
    await expect(page.getByText("upheld the claim", { exact: false })).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText("ruled", { exact: false }).first()).toBeVisible();
    const after = await positionWorth(asset, wallet.address);
    log(`slashed ${SLASH_BPS / 100} %: ${formatEther(before.staked)} became ${formatEther(after.staked)} OPEN`);
    expect(after.staked).toBeLessThan(before.staked);
    expect(after.thawing).toBeLessThan(before.thawing);
  });

  await test.step("the page shows the slash and what is left, exactly as the chain", async () => {
    await page.goto("/stake");
    const { staked, thawing } = await positionWorth(asset, wallet.address);
    await expect.poll(() => weiOf(figure("Staked now")), { timeout: 60_000 }).toBe(staked);
    const slashes = page.getByRole("table", { name: "Slashes of your stake" });
    await expect(slashes.getByRole("link", { name: `case ${caseId}` })).toBeVisible();
    const cells = slashes.getByRole("row").last().getByRole("cell");
    const left = await weiOf(cells.nth(3));
    expect(left - (staked + thawing), "one rounding instead of two").toBeLessThanOrEqual(1n);
    expect(left).toBeGreaterThanOrEqual(staked + thawing);
  });

  await test.step("exit: unstake the rest, wait 14 days, withdraw what is left", async () => {
    await position.getByRole("button", { name: "Unstake…" }).click();
    await position.getByRole("button", { name: "Unstake", exact: true }).click();
    await expect.poll(() => weiOf(figure("Staked now")), { timeout: 60_000 }).toBe(0n);
    await expect(position.getByRole("button", { name: "Withdraw" })).toBeHidden();
    await advance(baseURL!, THAW);
    const { thawing } = await positionWorth(asset, wallet.address);
    const before = await balanceOf(wallet.address);
    await position.getByRole("button", { name: "Withdraw" }).click();
    await expect(position.getByText("have thawed", { exact: false })).toBeHidden({ timeout: 60_000 });
    const grown = (await balanceOf(wallet.address)) - before;
    expect(grown).toBe(thawing);
    log(`withdrew ${formatEther(grown)} of ${AMOUNT} OPEN`);
  });

  await test.step("the record of the pool keeps it", async () => {
    await page.goto(`/models/${asset}`);
    await expect(page.getByRole("table", { name: "Slashes of this pool" }).getByRole("link")).toHaveText(
      `case ${caseId}`,
    );
  });
});
