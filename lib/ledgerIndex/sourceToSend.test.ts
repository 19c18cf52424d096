import { expect, it } from "vitest";
import { buildIndex, buildTier, type TierSource } from "../attribution/index.ts";
import { sourceToSend } from "./sourceToSend.ts";
import { contributionOf } from "./testing/ledger.ts";

const [own] = buildIndex([contributionOf(0), contributionOf(1)]).tiers;
const arraysOf = ({ words, starts, kinds, spellings: { ends, units } }: TierSource) => [
  ...[words, starts, kinds, ends, units],
];

it("sends of a tier in this thread's own memory its source alone", () => {
  const sent = sourceToSend(own!);
  expect(arraysOf(sent)).toEqual(arraysOf(own!));
  for (const { buffer, byteLength } of arraysOf(sent)) expect(buffer.byteLength).toBe(byteLength);
  expect(sent.words.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(arraysOf(own!)[1]!.buffer.byteLength).toBeGreaterThan(10 * own!.words.length);
});

it("sends a tier in shared memory without a copy", () => {
  const shared = buildTier(own!, { allocate: (bytes) => new SharedArrayBuffer(bytes) });
  for (const { buffer } of arraysOf(sourceToSend(shared))) expect(buffer).toBe(shared.buffer);
});
