import { expect, it } from "vitest";
import { testTools } from "./testTools.ts";
import { thawFlow } from "./thaw.ts";

const holding = (thawing: bigint, thawedAt: number) =>
  testTools({ read: async <T>() => ({ balance: 9n, spent: 0n, thawing, thawedAt }) as T });

it.each([5n, 0n])("announces %i wei at this server's gateway", async (amount) => {
  const tools = holding(0n, 100);
  const { facts, steps } = await thawFlow.plan({ amount }, tools);
  expect([facts, steps]).toEqual([{ before: 100 }, ["thaw"]]);
  const { contracts, gateway } = tools.network.deployment;
  expect(await thawFlow.act("thaw", { amount }, facts, tools)).toMatchObject({
    call: { address: contracts.escrow, functionName: "thaw", args: [gateway, amount] },
  });
});

it("names what it does", () => {
  expect(thawFlow.title("thaw", { amount: 5n * 10n ** 17n })).toBe("Announce a withdrawal of 0.5 OPEN");
  expect(thawFlow.title("thaw", { amount: 0n })).toBe("Keep the deposit");
});

it.each([
  ["the same announcement from before", 5n, 100, false],
  ["another amount", 4n, 200, false],
  ["this announcement", 5n, 200, true],
])("left while the wallet was open, with %s on the chain: %s", async (_, thawing, thawedAt, done) => {
  const facts = await thawFlow.recover!("thaw", { amount: 5n }, { before: 100 }, holding(thawing, thawedAt));
  expect(facts !== null).toBe(done);
});
