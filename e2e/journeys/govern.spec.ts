import { parseEther } from "viem";
import { escrowAbi } from "../../lib/abi/escrow.ts";
import { openAbi } from "../../lib/abi/open.ts";
import { chain, deployment, holderSends } from "../fixtures/stack.ts";
import { expect, test } from "../fixtures/test.ts";
import { connect, installWallet, Wallet } from "../fixtures/wallet.ts";

// A parameter that no other journey depends on.
const thawTime = () =>
  chain.readContract({ address: deployment().contracts.escrow, abi: escrowAbi, functionName: "thawTime" });

test("delegate → propose → vote, by oneself and by signature → queue → execute: the parameter on the page is another", async ({
  page,
  wallet,
  browser,
}) => {
  test.setTimeout(420_000);
  const log = (line: string) => console.log(`journey  ${line}`);
  const signer = new Wallet();
  expect(await thawTime()).toBe(3 * 86_400);

  await test.step("an account of much OPEN cannot propose until it delegates", async () => {
    await holderSends(wallet.address, parseEther("60000000"));
    await page.goto("/governance");
    await page.getByRole("link", { name: "Make a proposal" }).click();
    await expect(page.getByRole("heading", { name: "Make a proposal" })).toBeVisible();
    await connect(page);
    await page.getByLabel("Parameter").selectOption("escrow.thawTime");
    await page.getByLabel("New value").fill("14 d");
    await expect(page.getByText("The contract takes no more than 13 d.").first()).toBeVisible();
    await page.getByLabel("New value").fill("4 d");
    await page.getByLabel("Reason").fill("Gateways are slow on holidays.");
    await expect(page.getByText(/You have 0 votes and a proposal needs 1,000,000/)).toBeVisible();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Delegates" }).click();
    // The form left behind offers the same button until the page has changed.
    await expect(page.getByRole("heading", { name: "Delegates", level: 1 })).toBeVisible();
    await page.getByRole("button", { name: "Delegate held OPEN to yourself" }).click();
    await expect(page.getByText(/You can vote with 60,000,000 votes now/)).toBeVisible();
    log(`${wallet.address} votes with 60,000,000 OPEN`);
  });

  await test.step("propose: the call is shown before it is sent", async () => {
    await page.goto("/governance/new?parameter=escrow.thawTime");
    await page.getByLabel("New value").fill("4 d");
    await page.getByLabel("Reason").fill("Gateways are slow on holidays.");
    await expect(page.getByText("Escrow.setThawTime(345600)")).toBeVisible();
    await page.getByRole("button", { name: "Propose", exact: true }).click();
    await expect(page).toHaveURL(/\/governance\/\d{60,}$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thaw of prepaid credit: 4 d");
    log(page.url().split("/").at(-1)!);
  });

  // A second voter, who has votes before voting opens and no ETH after.
  await test.step("another account delegates in time", async () => {
    await holderSends(signer.address, parseEther("1000"));
    const { contracts } = deployment();
    await signer.call({ address: contracts.open, abi: openAbi, functionName: "delegate", args: [signer.address] });
  });

  await test.step("vote with a reason when voting opens", async () => {
    await page.getByRole("button", { name: "Skip to the opening of voting" }).click();
    await page.getByRole("radio", { name: "For" }).check();
    await page.getByRole("textbox", { name: "Reason" }).fill("Longer is safer.");
    await page.getByRole("button", { name: "Vote", exact: true }).click();
    await expect(page.getByText("Longer is safer.")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("You voted for, with 60,000,000 votes")).toBeVisible();
    await expect(page.getByRole("radio")).toHaveCount(0);
  });

  await test.step("an account without votes is told why, and no wallet opens", async () => {
    const other = await (await browser.newContext()).newPage();
    const stranger = new Wallet();
    await installWallet(other, stranger);
    await other.goto(page.url());
    await connect(other);
    await other.getByRole("radio", { name: "For" }).check();
    await expect(other.getByText(/You had no votes at .* OPEN votes only once it is delegated/).first()).toBeVisible();
    await other.getByRole("button", { name: "Vote", exact: true }).click({ force: true });
    expect(stranger.calls).not.toContain("eth_sendTransaction");
    await other.context().close();
  });

  await test.step("another votes by signature: the server submits it", async () => {
    const other = await (await browser.newContext()).newPage();
    await installWallet(other, signer);
    await other.goto(page.url());
    await connect(other);
    await other.getByRole("radio", { name: "Against" }).check();
    await other.getByRole("textbox", { name: "Reason" }).fill("A day is enough.");
    await other.getByText("Vote without gas: sign a ballot").click();
    const sent = signer.sent;
    await other.getByRole("button", { name: "Sign, and let this server submit it" }).click();
    await expect(other.getByText("A day is enough.").last()).toBeVisible({ timeout: 60_000 });
    await expect(other.getByText("You voted against, with 1,000 votes")).toBeVisible({ timeout: 60_000 });
    expect(signer.sent, "transactions of the signer").toBe(sent);
    await other.context().close();
  });

  await test.step("queue, wait, execute", async () => {
    await page.getByRole("button", { name: "Skip to the end of voting" }).click();
    await page.getByRole("button", { name: "Queue it", disabled: false }).click();
    await expect(page.getByText(/The timelock holds it until/)).toBeVisible({ timeout: 60_000 });
    await page.getByRole("button", { name: "Skip the timelock’s delay" }).click();
    await page.getByRole("button", { name: "Execute it", disabled: false }).click();
    await expect(page.getByText(/^Executed /).first()).toBeVisible({ timeout: 60_000 });
    await expect.poll(thawTime, { timeout: 60_000 }).toBe(4 * 86_400);
  });

  await test.step("the control map shows the new value and which vote made it", async () => {
    await page.goto("/governance/control");
    const row = page.getByRole("row").filter({ hasText: "Escrow.thawTime" });
    await expect(row.getByText("4 d", { exact: true })).toBeVisible();
    await expect(row.getByText("changed by vote").filter({ visible: true })).toHaveCount(1);
    await row.getByRole("link", { name: "by this proposal" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thaw of prepaid credit: 4 d");
    log(`the thaw on the chain is ${await thawTime()} s`);
  });
});
