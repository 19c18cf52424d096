import { expect, it } from "vitest";
import { contentHash } from "../attribution/index.ts";
import { LedgerTexts } from "./LedgerTexts.ts";

const sentence = (subject: string) =>
  `${subject} runs through the tall green grass of the long summer meadow at noon today`;
const texts: Record<string, string> = {
  fox: sentence("fox"),
  hare: sentence("hare"),
  owl: "owls sleep by day in old barns and hunt by night",
};
const entry = (id: number, cid: string) => ({ id: BigInt(id), cid });

function ledger() {
  const reads: string[] = [];
  const texts_ = new LedgerTexts(async (cid) => {
    reads.push(cid);
    return texts[cid]!;
  });
  return { ledger: texts_, reads };
}

it("measures against what stands before, and reads each text once", async () => {
  const { ledger: l, reads } = ledger();
  expect(await l.containedBps(texts.fox!, [])).toBe(0);
  const partly = await l.containedBps(texts.hare!, [entry(1, "fox")]);
  expect(partly).toBeGreaterThan(8000);
  expect(partly).toBeLessThan(10_000);
  expect(await l.containedBps(texts.fox!, [entry(1, "fox"), entry(2, "owl")])).toBe(10_000);
  expect(reads).toEqual(["fox", "owl"]);
});

it("forgets an entry that was refused since, and one that comes later in the ledger", async () => {
  const { ledger: l } = ledger();
  await l.containedBps(texts.owl!, [entry(1, "fox"), entry(2, "hare")]);
  expect(await l.containedBps(texts.fox!, [entry(2, "hare")])).toBeLessThan(10_000);
  expect(await l.containedBps(texts.fox!, [entry(1, "owl"), entry(2, "hare")])).toBeGreaterThan(8000);
  expect(await l.containedBps(texts.fox!, [entry(1, "owl")])).toBe(0);
});

it("forgets a text that was another contribution's before a reorg", async () => {
  const { ledger: l } = ledger();
  expect(await l.containedBps(texts.fox!, [entry(1, "fox")])).toBe(10_000);
  expect(await l.containedBps(texts.fox!, [entry(1, "owl")])).toBe(0);
});

it("finds the earliest copy by its content hash, and reads each text once for it", async () => {
  const { ledger: l, reads } = ledger();
  const earlier = [entry(1, "owl"), entry(2, "fox"), entry(3, "fox")];
  expect(await l.holderOf(contentHash(texts.fox!.toUpperCase()), earlier)).toBe(2n);
  expect(await l.holderOf(contentHash(texts.hare!), earlier)).toBeNull();
  expect(reads).toEqual(["owl", "fox"]);
});
