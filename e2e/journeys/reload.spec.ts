import { parseEther } from "viem";
import { balanceOf } from "../fixtures/stack.ts";
import { expect, test } from "../fixtures/test.ts";
import { connect } from "../fixtures/wallet.ts";

test("a deposit whose transaction the page never heard of is found after a reload, and not sent twice", async ({
  page,
  wallet,
}) => {
  await page.goto("/account");
  await connect(page);
  await page.getByRole("button", { name: "Take test money" }).click();
  await expect(page.getByText("This account is empty")).toBeHidden();
  const before = await balanceOf(wallet.address);
  wallet.silent = true;
  const deposit = page.getByRole("button", { name: "Deposit", exact: true });
  await deposit.click();
  await expect.poll(() => balanceOf(wallet.address)).toBe(before - parseEther("10"));
  const { sent } = wallet;
  await page.reload();
  await expect(page.getByText(/deposited\./)).toBeVisible();
  await expect(deposit).toBeVisible();
  expect(wallet.sent).toBe(sent);
  expect(await balanceOf(wallet.address)).toBe(before - parseEther("10"));
});
