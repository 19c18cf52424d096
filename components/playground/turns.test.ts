import { expect, it, vi } from "vitest";
import { testTools } from "../../lib/flows/testTools.ts";
import { REMEMBERED, rememberedTurns, rememberTurn, type Turn, withTurnOf } from "./turns.ts";

const { network } = testTools();

function memory() {
  const content = new Map<string, string>();
  return {
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
  };
}

const turn = (id: string, change: Partial<Turn> = {}): Turn => ({
  id,
  model: "ol-3",
  modelName: "M",
  question: "Why?",
  answer: "Be",
  published: true,
  receipt: null,
  state: "answered",
  problem: null,
  ...change,
});

it("remembers the newest, by account", () => {
  const storage = memory();
  for (let i = 0; i < REMEMBERED + 5; i++) rememberTurn(storage, network, "0xAA", turn(String(i)));
  rememberTurn(storage, network, "0xAA", turn("8", { answer: "Because." }));
  const kept = rememberedTurns(storage, network, "0xaa");
  expect(kept.map(({ id }) => Number(id))).toEqual(Array.from({ length: REMEMBERED }, (_, i) => REMEMBERED + 4 - i));
  expect(kept.find(({ id }) => id === "8")!.answer).toBe("Because.");
  expect(rememberedTurns(storage, network, "0xbb")).toEqual([]);
});

it("shows and keeps a question with the account that asked it, whoever is connected when the answer comes", () => {
  const storage = memory();
  const ofOther = { network, account: "0xbb", turns: [turn("b")] };
  const asked = turn("a", { answer: "private" });
  expect(withTurnOf(ofOther, network, "0xaa", asked)).toBe(ofOther);
  expect(withTurnOf({ ...ofOther, account: "0xaa" }, network, "0xaa", asked).turns.map(({ id }) => id)).toEqual([
    "a",
    "b",
  ]);
  rememberTurn(storage, network, "0xbb", turn("b"));
  rememberTurn(storage, network, "0xaa", asked);
  expect(rememberedTurns(storage, network, "0xaa")).toEqual([asked]);
  expect(rememberedTurns(storage, network, "0xbb")).toEqual([turn("b")]);
});

it("settles what the reload interrupted", () => {
  const storage = memory();
  rememberTurn(storage, network, "0xaa", turn("b", { state: "asking" }));
  rememberTurn(storage, network, "0xaa", turn("a", { state: "streaming", receipt: "0xab" }));
  const [begun, never] = rememberedTurns(storage, network, "0xaa");
  expect(begun).toMatchObject({ state: "answered", receipt: "0xab" });
  expect(never).toMatchObject({ state: "failed" });
  expect(never!.problem).toContain("nothing was charged");
});

it("goes on in a browser that keeps nothing", () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const full = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  expect(() => rememberTurn({ getItem: () => null, setItem: full }, network, "0xaa", turn("a"))).not.toThrow();
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
