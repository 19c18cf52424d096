import { decodeAbiParameters, parseAbiParameters } from "viem";
import { expect, test } from "vitest";
import { randomEpochs } from "./epochs.ts";

const decode = (data: `0x${string}`) => decodeAbiParameters(parseAbiParameters("bytes[]"), data)[0];

test("the same seed gives the same epochs, another others", () => {
  expect(randomEpochs(3, 7n)).toBe(randomEpochs(3, 7n));
  expect(randomEpochs(3, 8n)).not.toBe(randomEpochs(3, 7n));
});

test("as many as asked for, all different", () => {
  const epochs = decode(randomEpochs(20, 1n));
  expect(new Set(epochs).size).toBe(20);
});
