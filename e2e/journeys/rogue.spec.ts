import { formatEther, type Hex, toHex } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { openAbi } from "../../lib/abi/open.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { addressPayee } from "../../lib/ledger/index.ts";
import { makeApi } from "../../scripts/seed/api.ts";
import { positionWorth } from "../fixtures/court.ts";
import { figure } from "../fixtures/figure.ts";
import { prepaidKey } from "../fixtures/payer.ts";
import { openRogue } from "../fixtures/rogue.ts";
import { balanceOf, chain, deployment } from "../fixtures/stack.ts";
import { expect, test } from "../fixtures/test.ts";
import { connect, installWallet, Wallet } from "../fixtures/wallet.ts";

const [PENDING, REJECTED] = [1, 3];
const HOUR = 3_600;
const QUESTIONS = [
  "Does the Apache License 2.0 grant a patent license, and when does it terminate?",
  "What must a copy of the MIT License include?",
  "What does the GNU General Public License say about warranty?",
];

test("a rogue attributor’s roots, malformed and wrong, are rejected; the next epoch pays everybody; an old claim still pays", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const log = (line: string) => console.log(`journey  ${line}`);
  const api = `${baseURL}/api/v1`;
  const open = async (key: Hex) => {
    const page = await (await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 } })).newPage();
    const wallet = new Wallet(key);
    await installWallet(page, wallet);
    return { page, wallet };
  };
  const rogueKey = generatePrivateKey();
  const rogue = await openRogue(rogueKey, baseURL!);
  const apiKey = await prepaidKey(api);
  const { page, wallet } = await open(rogueKey);

  /** A day's answers, whose fees are drawn and wait for their seal. */
  const day = async () => {
    const receipts: Hex[] = [];
    for (const question of QUESTIONS) {
      receipts.push(await makeApi(baseURL!).ask(apiKey, "licence-counsel", question, "public"));
    }
    await rogue.nextMidnight(60);
    await rogue.drawn(receipts);
  };
  const stake = async () => (await positionWorth(rogue.id, wallet.address)).staked;

  let base = 0;
  await test.step("an honest epoch is posted, an hour after midnight, and accepted a day later", async () => {
    await expect(async () => {
      await rogue.nextMidnight(HOUR);
      await makeApi(baseURL!).ask(apiKey, "licence-counsel", QUESTIONS[0]!, "public");
      const { last } = await rogue.readSettlement();
      await rogue.nextMidnight(HOUR);
      await expect.poll(async () => (await rogue.readSettlement()).last, { timeout: 30_000 }).toBeGreaterThan(last);
    }).toPass({ timeout: 180_000 });
    base = (await rogue.readSettlement()).last;
    expect(await rogue.stateOf(base)).toBe(PENDING);
    log(`epoch ${base} is the attributor’s own`);
  });

  const earner = localAccounts().contributors.map((account) => ({
    address: account.address,
    key: toHex(account.getHdKey().privateKey!),
  }));
  let contributor: Awaited<ReturnType<typeof open>>;
  let old = 0n;
  const owed = async (epoch: number) => {
    const payee = addressPayee(contributor.wallet.address);
    return (await rogue.leafOf(epoch, contributor.wallet.address)) - (await rogue.claimedBy(payee));
  };

  let malformed = 0;
  await test.step("a rogue with a bond of his own posts a malformed root before anybody else", async () => {
    expect(await stake()).toBe(rogue.bond);
    await day();
    malformed = await rogue.postFirst(rogue.decrease);
    expect(malformed).toBe(base + 1);
    log(`attributor ${rogue.id} posted epoch ${malformed}: the treasury has less than before`);
  });

  await test.step("somebody who is owed something claims on the last good epoch, and the wallet refuses", async () => {
    for (const { address, key } of earner) {
      const due = (await rogue.leafOf(base, address)) - (await rogue.claimedBy(addressPayee(address)));
      if (due === 0n) continue;
      contributor = await open(key);
      old = due;
      break;
    }
    contributor.wallet.rejecting = false;
    await contributor.page.goto("/rewards");
    await connect(contributor.page);
    await expect.poll(() => figure(contributor.page, "claimable now"), { timeout: 60_000 }).toBe(old);
    contributor.wallet.rejecting = true;
    await contributor.page.getByRole("button", { name: /^Claim / }).click();
    await expect(contributor.page.getByRole("button", { name: "Go on" })).toBeVisible({ timeout: 60_000 });
    log(`${contributor.wallet.address} may claim ${formatEther(old)} OPEN under epoch ${base}, and waits`);
  });

  await test.step("the watcher proves it on the chain: rejected at once, half of the bond is gone", async () => {
    await expect.poll(() => rogue.stateOf(malformed), { timeout: 120_000 }).toBe(REJECTED);
    expect(await stake()).toBe(rogue.bond / 2n);
    await expect(async () => {
      await page.goto(`/epochs/${malformed}`);
      await expect(page.getByText("A proof showed the chain itself that its root is malformed")).toBeVisible({
        timeout: 3_000,
      });
      await expect(page.getByText("✕ different")).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    log(`epoch ${malformed} rejected by proof; the rogue’s stake is ${formatEther(await stake())} OPEN`);
  });

  /** The honest attributor distributes what a rejected epoch left. */
  const postedAfter = async (epoch: number) => {
    await expect.poll(async () => (await rogue.readSettlement()).last, { timeout: 120_000 }).toBe(epoch + 1);
    const { settled, funded } = await rogue.readSettlement();
    expect(settled, "all that was paid in is distributed").toBe(funded);
    log(`epoch ${epoch + 1} distributes its money`);
  };
  await test.step("the honest attributor posts its money anew", () => postedAfter(malformed));

  let wrong = 0;
  await test.step("the rogue posts a well-formed root with wrong shares", async () => {
    await day();
    wrong = await rogue.postFirst(rogue.misdirect);
    log(`attributor ${rogue.id} posted epoch ${wrong}: 7 wei of the treasury’s are another’s`);
  });

  await test.step("the watcher disputes it, the validators judge it: rejected, half of the rest is gone", async () => {
    await expect.poll(() => rogue.stateOf(wrong), { timeout: 180_000 }).toBe(REJECTED);
    expect(await stake()).toBe(rogue.bond / 4n);
    const row = page
      .getByRole("table", { name: "Disputed epochs" })
      .getByRole("row")
      .filter({
        has: page.getByRole("link", { name: `Epoch ${wrong}`, exact: true }),
      });
    await expect(async () => {
      await page.goto("/disputes");
      await expect(row.getByText("root rejected")).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await row.getByRole("link", { name: /^case \d+$/ }).click();
    await expect(page.getByText("The validators upheld the claim: the epoch’s root was rejected")).toBeVisible();
    await page.goto(`/epochs/${wrong}`);
    await expect(page.getByText("Its root was refused; its money is part of the next epoch.")).toBeVisible();
    log(`epoch ${wrong} rejected by verdict; the rogue’s stake is ${formatEther(await stake())} OPEN`);
  });

  await test.step("the rogue’s own page shows both slashes and why", async () => {
    await page.goto("/stake");
    await connect(page);
    const slashes = page.getByRole("table", { name: "Slashes of your stake" });
    await expect(slashes.getByRole("row")).toHaveCount(3, { timeout: 60_000 });
    await expect(slashes.getByRole("link", { name: /^case \d+$/ })).toHaveCount(1);
    await expect(slashes.getByText("a proof, tx")).toHaveCount(1);
  });

  await test.step("the next epoch is posted and accepted", async () => {
    await postedAfter(wrong);
    await rogue.nextMidnight(3 * HOUR);
    expect((await rogue.readSettlement()).isOpen).toBe(false);
    await expect(async () => {
      await page.goto(`/epochs/${wrong + 1}`);
      await expect(page.getByText(/^Accepted since/)).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
  });

  await test.step("the claim that waited since four epochs ago goes through, to the wei", async () => {
    const before = await balanceOf(contributor.wallet.address);
    contributor.wallet.rejecting = false;
    await contributor.page.getByRole("button", { name: "Go on" }).click();
    await expect(contributor.page.getByText("It is in your wallet.")).toBeVisible({ timeout: 60_000 });
    expect((await balanceOf(contributor.wallet.address)) - before).toBe(old);
    log(`paid ${formatEther(old)} OPEN under epoch ${base} while ${wrong + 1} is the newest`);
  });

  await test.step("what the last epoch adds is shown as the chain has it, and everybody is paid: nothing is left", async () => {
    const rest = await owed(wrong + 1);
    await expect.poll(() => figure(contributor.page, "claimable now"), { timeout: 60_000 }).toBe(rest);
    const { contracts } = deployment();
    const count = await rogue.claimAll(wrong + 1);
    expect(await owed(wrong + 1)).toBe(0n);
    const { funded, settled } = await rogue.readSettlement();
    const held = await chain.readContract({
      address: contracts.open,
      abi: openAbi,
      functionName: "balanceOf",
      args: [contracts.settlement],
    });
    expect(held, "what nobody was owed").toBe(funded - settled);
    await expect.poll(() => figure(contributor.page, "claimable now"), { timeout: 60_000 }).toBe(0n);
    log(`${count} payees were owed something and have it; ${held} wei are left over`);
  });
  await rogue.close();
});
