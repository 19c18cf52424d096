import { expect, test } from "../fixtures/test.ts";
import { connect } from "../fixtures/wallet.ts";

const NAME = "Clause sorter";
const QUESTION = "Is it permitted to copy, modify and distribute this software for any purpose without fee?";

test("train → publish → ask → influence receipt → recompute: equal", async ({ page, wallet }) => {
  test.setTimeout(420_000);
  const log = (line: string) => console.log(`journey  ${line}`);

  await test.step("train on a datanet; a reload in between loses nothing", async () => {
    await page.goto("/models");
    await page.getByRole("link", { name: "Make a model" }).click();
    await page.getByRole("checkbox", { name: /Software licences/ }).check();
    await page.getByRole("button", { name: "Use licence families (SPDX)" }).click();
    // Another training than the seeded model's: nobody has run it before.
    const labels = page.getByRole("textbox", { name: "Labels" });
    await expect(labels).toHaveValue(/permissive: MIT\*/);
    await labels.fill(`${await labels.inputValue()}\nhardware ${Date.now()}: CERN-OHL-*, TAPR-OHL-*, SHL-*`);
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await expect(page.getByRole("progressbar")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Evaluation" })).toBeVisible({ timeout: 120_000 });
    await expect(page.getByRole("row", { name: /^strong copyleft/ })).toBeVisible();
    log(
      (await page
        .getByText(/leave-one-out, exact/)
        .locator("..")
        .textContent())!,
    );
  });

  await test.step("publish it", async () => {
    await page.getByLabel("Name").fill(NAME);
    await page.getByLabel("Summary").fill("Sorts clauses into families of licences.");
    await page.getByLabel("Contact").fill("sorter@openledger.example");
    await connect(page);
    await page.getByRole("button", { name: "Take test money" }).click();
    await expect(page.getByText("This account is empty")).toBeHidden();
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page).toHaveURL(/\/models\/\d+$/, { timeout: 90_000 });
    await expect(page.getByRole("heading", { name: NAME })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/attributed by influence \(influence-1\)/)).toBeVisible({ timeout: 60_000 });
    expect(wallet.sent, "one registration").toBe(1);
  });

  let receipt = "";
  await test.step("ask it", async () => {
    await page.getByRole("link", { name: "Try it" }).first().click();
    await page.getByRole("button", { name: "Deposit and sign" }).click();
    await page.getByRole("textbox", { name: "Question" }).fill(QUESTION);
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(page.getByRole("article").getByText(/\(confidence \d+\.\d %\)/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("✓ traced")).toBeVisible({ timeout: 60_000 });
    receipt = (await page.getByRole("link", { name: "Open the receipt" }).getAttribute("href"))!;
    log(`receipt ${receipt}`);
  });

  await test.step("the receipt shows what pulled the answer, and whoever checks it finds the same", async () => {
    await page.goto(receipt);
    await expect(page.getByRole("heading", { name: "What pulled the answer" })).toBeVisible();
    await page.getByRole("region", { name: "What pulled the answer" }).getByRole("button", { name: "Table" }).click();
    await expect(page.getByRole("table", { name: /What each training text did/ })).toBeVisible();
    await page.getByRole("button", { name: "Recompute here" }).click();
    await expect(page.getByText("Recomputed, equal")).toBeVisible({ timeout: 120_000 });
    await expect(page.getByText("Weights, trained again here")).toBeVisible();
    log("trained again in the browser: same weights, effects and hash");
  });
});
