import { expect, test } from "../fixtures/test.ts";
import { connect, expectConnected, installWallet, Wallet } from "../fixtures/wallet.ts";

test("a reload before the wallet has answered does not forget it", async ({ page, wallet }) => {
  await page.goto("/rewards");
  await connect(page);
  for (let round = 0; round < 3; round++) {
    const asked = wallet.holdAccounts();
    await page.goto("/rewards");
    await asked;
  }
  wallet.releaseAccounts();
  await page.goto("/rewards");
  await expectConnected(page);
  expect(wallet.calls.filter((method) => method === "eth_requestAccounts")).toHaveLength(1);
});

test("a connection outlives hasty navigation on a slow machine", async ({ page, wallet }) => {
  await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto("/rewards");
  await connect(page);
  let asked = 0;
  const stages = [
    async () => {},
    () => page.waitForLoadState("domcontentloaded"),
    () => page.waitForLoadState("load"),
    () => expect.poll(() => wallet.calls.length).toBeGreaterThan(asked), // it asks the wallet
    () => expectConnected(page),
  ];
  for (const reach of stages) {
    asked = wallet.calls.length;
    await page.goto("/playground", { waitUntil: "commit" });
    await reach();
    await page.goto("/rewards");
    await expectConnected(page);
  }
  expect(wallet.calls.filter((method) => method === "eth_requestAccounts")).toHaveLength(1);
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
  await expect.poll(() => wallet.connected).toBe(false);
  // Only a page that has settled on no wallet offers the choice of one.
  await connect(page);
});
