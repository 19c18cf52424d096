import { afterEach, expect, it, vi } from "vitest";
import { openBudgetFlow } from "./openBudget.ts";
import { testTools } from "./testTools.ts";

afterEach(() => vi.unstubAllGlobals());

const request = { label: "Playground", budget: 50n };

function withCredit(credit: object) {
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => Response.json(credit)),
  );
  return testTools({ read: async <T>() => 0n as T, pendingTime: async () => 100, events: async () => [] });
}

it("deposits only what the budget needs beyond what is prepaid", async () => {
  const tools = withCredit({ balance: "40", collected: "10", spent: "20", limit: "30" });
  const { facts, steps } = await openBudgetFlow.plan(request, tools);
  expect([facts.missing, facts.key.limit, steps]).toEqual([20n, 70n, ["permit", "deposit", "sign", "create"]]);
});

it("deposits nothing where there is enough", async () => {
  const { facts, steps } = await openBudgetFlow.plan(request, withCredit({ balance: "50" }));
  expect([facts.missing, steps]).toEqual([0n, ["sign", "create"]]);
});

it("hands each step to the flow it belongs to", async () => {
  const tools = withCredit({ balance: "0" });
  const { facts } = await openBudgetFlow.plan(request, tools);
  const permit = await openBudgetFlow.act("permit", request, facts, tools);
  expect(permit).toMatchObject({ kind: "sign", message: { primaryType: "Permit", message: { value: 50n } } });
  const sign = await openBudgetFlow.act("sign", request, facts, tools);
  expect(sign).toMatchObject({ kind: "sign", message: { primaryType: "Voucher", message: { limit: 50n } } });
  const signature = `0x${"1".repeat(64)}${"2".repeat(64)}1b` as const;
  const permitted = openBudgetFlow.learn("permit", { kind: "sign", signature }, request, facts);
  expect([permitted.deposit.signature, permitted.key.signature]).toEqual([signature, null]);
  const deposit = await openBudgetFlow.act("deposit", request, permitted, tools);
  expect(deposit).toMatchObject({ kind: "write", call: { functionName: "depositWithPermit" } });
  const create = await openBudgetFlow.act("create", request, permitted, tools);
  expect(create).toMatchObject({ kind: "signAndAsk", message: { primaryType: "Access" } });
  const created = openBudgetFlow.learn("create", { kind: "ask", answer: { key: "ol_1" } }, request, permitted);
  expect(created.key.key).toBe("ol_1");
});

it("recovers its deposit as the deposit flow does, and never a signature", async () => {
  const tools = withCredit({ balance: "0" });
  const { facts } = await openBudgetFlow.plan(request, tools);
  const later = testTools({ events: async () => [{ args: { amount: 50n } }] });
  expect(await openBudgetFlow.recover!("deposit", request, facts, tools)).toBeNull();
  expect(await openBudgetFlow.recover!("deposit", request, facts, later)).toEqual(facts);
  expect(await openBudgetFlow.recover!("sign", request, facts, later)).toBeNull();
  expect(await openBudgetFlow.recover!("create", request, facts, later)).toBeNull();
});
