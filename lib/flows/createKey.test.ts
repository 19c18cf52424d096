import { afterEach, expect, it, vi } from "vitest";
import { createKeyFlow, limitFor } from "./createKey.ts";
import { testTools } from "./testTools.ts";

afterEach(() => vi.unstubAllGlobals());

it("signs for what was spent plus the budget, and never below the last limit", () => {
  expect(limitFor({ spent: 10n, reserved: 2n, limit: 0n }, 100n)).toBe(112n);
  expect(limitFor({ spent: 10n, reserved: 0n, limit: 110n }, 100n)).toBe(110n);
  expect(limitFor({ spent: 10n, reserved: 0n, limit: 500n }, 100n)).toBe(500n);
});

it("lets the budget be spent, whatever came before", () => {
  for (let i = 0n; i < 300n; i++) {
    const credit = { spent: (i * 7_919n) % 101n, reserved: (i * 104_729n) % 13n, limit: (i * 1_299_709n) % 211n };
    const budget = (i * 15_485_863n) % 97n;
    const limit = limitFor(credit, budget);
    expect(limit >= credit.limit).toBe(true);
    expect(limit - credit.spent - credit.reserved >= budget).toBe(true);
  }
});

it("plans from the account's credit, signs, and sends what was signed", async () => {
  const fetch = vi.fn(async (path: string) =>
    path === "/api/v1/keys"
      ? Response.json({ key: "ol_x" }, { status: 201 })
      : Response.json({ spent: "30", reserved: "0", limit: "20" }),
  );
  vi.stubGlobal("fetch", fetch);
  const tools = testTools();
  const request = { label: "mine", budget: 70n };
  const { facts, steps } = await createKeyFlow.plan(request, tools);
  expect([facts.limit, steps]).toEqual([100n, ["sign", "create"]]);

  const sign = await createKeyFlow.act("sign", request, facts, tools);
  expect(sign).toMatchObject({
    kind: "sign",
    message: { message: { payer: tools.port.account, gateway: tools.network.deployment.gateway, limit: 100n } },
  });
  const signed = createKeyFlow.learn("sign", { kind: "sign", signature: "0xaa" }, request, facts);
  const issuedAt = Math.trunc(Date.now() / 1_000);
  vi.useFakeTimers({ now: issuedAt * 1_000, toFake: ["Date"] });
  const create = await createKeyFlow.act("create", request, signed, tools);
  vi.useRealTimers();
  if (create.kind !== "signAndAsk") throw new Error(create.kind);
  expect(create.message).toMatchObject({
    domain: sign.kind === "sign" && sign.message.domain,
    primaryType: "Access",
    message: {
      payer: tools.port.account,
      gateway: tools.network.deployment.gateway,
      issuedAt: BigInt(issuedAt),
    },
  });
  const answer = await create.request("0xbb");
  const done = createKeyFlow.learn("create", { kind: "ask", answer }, request, signed);
  expect(done).toEqual({ limit: 100n, signature: "0xaa", key: "ol_x" }); // what is kept: not the access
  const sent = JSON.parse((fetch.mock.calls.at(-1) as unknown as [string, RequestInit])[1].body as string);
  const access = { issuedAt, signature: "0xbb" };
  expect(sent).toEqual({ payer: tools.port.account, label: "mine", limit: "100", signature: "0xaa", access });
});
