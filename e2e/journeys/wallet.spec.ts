import { expect, test } from "../fixtures/test.ts";
import { connect, expectConnected, installWallet, Wallet } from "../fixtures/wallet.ts";

test("a connection outlives reloads at any moment of its making", async ({ page, wallet }) => {
  await page.goto("/rewards");
  await connect(page);
  for (const pause of [0, 20, 60, 120, 200, 300, 450, 700]) {
    await page.goto("/rewards", { waitUntil: "commit" });
    await page.waitForTimeout(pause);
  }
  await page.goto("/rewards");
  await expectConnected(page);
  expect(
    wallet.calls.filter((method) => method === "eth_requestAccounts" || method === "wallet_requestPermissions"),
  ).toHaveLength(1);
});

test("a wallet that announces itself late is connected again", async ({ page }) => {
  await installWallet(page, new Wallet(), 2_500);
  await page.goto("/rewards");
  await connect(page);
  await page.evaluate(() => sessionStorage.setItem("late", "1"));
  await page.reload();
  await expect(page.getByRole("banner").getByRole("button", { name: /^connect/i })).toBeVisible();
  await expectConnected(page);
});

test("a disconnected wallet stays disconnected after a reload", async ({ page, wallet }) => {
  await page.goto("/rewards");
  await connect(page);
  await page
    .getByRole("banner")
    .getByRole("button", { name: /^account 0x/i })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await page.reload();
  await expect(page.getByRole("main").getByRole("button", { name: "Connect a wallet" })).toBeVisible();
  await page.waitForTimeout(1_000);
  await expect(page.getByRole("banner").getByRole("button", { name: /^connect/i })).toBeVisible();
  expect(wallet.connected).toBe(false);
});
