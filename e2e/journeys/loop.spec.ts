import { formatEther } from "viem";
import { figure } from "../fixtures/figure.ts";
import { balanceOf } from "../fixtures/stack.ts";
import { expect, test } from "../fixtures/test.ts";
import { connect } from "../fixtures/wallet.ts";

// Words that no licence of the corpus has in this order, so that all of the answer is this contributor's.
const TITLE = "Harbourlight Mooring Licence";
const TEXT = `Harbourlight Mooring Licence

1. Berth. The harbourmaster lends every visiting skipper one numbered berth beside the eastern breakwater, free of tonnage dues, until the next spring tide empties the basin.

2. Lanterns. Any vessel moored under the Harbourlight Mooring Licence shall burn two amber lanterns from dusk until the chapel bell rings, and shall lend a spare lantern to whoever arrives without one.

3. Departure. A skipper who sails without coiling the borrowed hawsers forfeits the lantern deposit to the lifeboat crew, who may spend it on tar, rope and soup alone.`;
const QUESTION = "How many lanterns must a vessel burn under the Harbourlight Mooring Licence?";

const MODEL = "Licence Counsel";

type Model = { openledger: { id: string; name: string; version: number } };

test("contribute → accepted → ask → spans → epoch → claim: the balance grows by what was shown", async ({
  page,
  wallet,
}) => {
  test.setTimeout(420_000);
  const log = (line: string) => console.log(`journey  ${line}`);

  await test.step("connect and take test money", async () => {
    await page.goto("/datanets");
    await page.getByRole("link", { name: "Software licences" }).first().click();
    await page.getByRole("link", { name: "Contribute", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Contribute to Software licences" })).toBeVisible();
    await connect(page);
    await page.getByRole("button", { name: "Take test money" }).click();
    await expect(page.getByText("This account is empty")).toBeHidden();
    log(`${wallet.address} connected, holds ${formatEther(await balanceOf(wallet.address))} OPEN`);
  });

  await test.step("contribute by commit and reveal", async () => {
    const before = await balanceOf(wallet.address);
    await page.getByLabel("Title").fill(TITLE);
    await page.getByRole("textbox", { name: /text/i }).last().fill(TEXT);
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Contribute", exact: true }).click();
    await expect(page).toHaveURL(/contribution=\d+/, { timeout: 90_000 });
    await expect(page.getByRole("status").filter({ hasText: "its bond went back" })).toBeVisible({ timeout: 60_000 });
    expect(await balanceOf(wallet.address), "the bond comes back").toBe(before);
    log(`contribution ${new URL(page.url()).searchParams.get("contribution")} accepted, bond returned`);
  });

  await test.step("the owners publish: the model may quote it", async () => {
    await expect(async () => {
      const { data } = (await (await page.request.get("/api/v1/models")).json()) as { data: Model[] };
      const { id, version } = data.find(({ openledger }) => openledger.name === MODEL)!.openledger;
      const ledger = await page.request.get(`/api/v1/ledgers/${id.replace("ol-", "")}/${version}`);
      expect(await ledger.text()).toContain(TITLE);
    }).toPass({ timeout: 60_000 });
  });

  let receipt = "";
  await test.step("ask, and see the spans light up", async () => {
    await page.goto("/models");
    await page.getByRole("link", { name: MODEL }).first().click();
    await page.getByRole("link", { name: "Try it" }).first().click();
    await page.getByRole("button", { name: "Deposit and sign" }).click();
    await page.getByRole("textbox", { name: "Question" }).fill(QUESTION);
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(page.getByRole("article").getByText(/two amber lanterns/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("✓ traced")).toBeVisible();
    await expect(page.getByRole("article").getByRole("link").first()).toBeVisible();
    const href = await page.getByRole("link", { name: "Open the receipt" }).getAttribute("href");
    receipt = href!;
    log(`receipt ${receipt}`);
  });

  await test.step("recompute in the browser: equal", async () => {
    await page.goto(receipt);
    await expect(page.getByRole("heading", { name: QUESTION })).toBeVisible();
    await page.getByRole("button", { name: "Recompute here" }).click();
    await expect(page.getByText("Recomputed, equal")).toBeVisible({ timeout: 90_000 });
    log("recomputed in the browser: equal to what was signed");
  });

  await test.step("an epoch settles and its window passes", async () => {
    await page.goto("/rewards");
    await expect
      .poll(() => figure(page, "accrued, waiting for the next epoch"), { timeout: 60_000 })
      .toBeGreaterThan(0n);
    const skip = () => page.getByRole("button", { name: "Skip 24 hours" }).click();
    const claimable = () => figure(page, "claimable now");
    const settled = async () => (await figure(page, "in the challenge window")) + (await claimable());
    await skip();
    await expect.poll(settled, { timeout: 60_000 }).toBeGreaterThan(0n);
    if ((await claimable()) === 0n) await skip();
    await expect.poll(claimable, { timeout: 60_000 }).toBeGreaterThan(0n);
  });

  await test.step("claim: the balance grows by exactly what was shown", async () => {
    const shown = await figure(page, "claimable now");
    const before = await balanceOf(wallet.address);
    await page.getByRole("button", { name: /^Claim / }).click();
    await expect(page.getByText("It is in your wallet.")).toBeVisible({ timeout: 60_000 });
    const grown = (await balanceOf(wallet.address)) - before;
    expect(grown).toBe(shown);
    log(`shown ${formatEther(shown)} OPEN, balance grew by ${formatEther(grown)} OPEN`);
  });

  await test.step("recompute again: now equal down to the epoch's root on the chain", async () => {
    await page.goto(receipt);
    await page.getByRole("button", { name: "Recompute here" }).click();
    await expect(page.getByText("Recomputed, equal")).toBeVisible({ timeout: 90_000 });
    log("recomputed in the browser: equal to what the chain holds");
  });
});
