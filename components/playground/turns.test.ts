import { expect, it } from "vitest";
import { testTools } from "../../lib/flows/testTools.ts";
import { REMEMBERED, rememberedTurns, rememberTurns, type Turn } from "./turns.ts";

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
  rememberTurns(
    storage,
    network,
    "0xAA",
    Array.from({ length: REMEMBERED + 5 }, (_, i) => turn(String(i))),
  );
  expect(rememberedTurns(storage, network, "0xaa")).toHaveLength(REMEMBERED);
  expect(rememberedTurns(storage, network, "0xaa")[0]!.id).toBe("0");
  expect(rememberedTurns(storage, network, "0xbb")).toEqual([]);
});

it("settles what the reload interrupted", () => {
  const storage = memory();
  rememberTurns(storage, network, "0xaa", [
    turn("a", { state: "streaming", receipt: "0xab" }),
    turn("b", { state: "asking" }),
  ]);
  const [begun, never] = rememberedTurns(storage, network, "0xaa");
  expect(begun).toMatchObject({ state: "answered", receipt: "0xab" });
  expect(never).toMatchObject({ state: "failed" });
  expect(never!.problem).toContain("nothing was charged");
});
