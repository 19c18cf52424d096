import { keccak256 } from "viem";
import { expect, it } from "vitest";
import { dot } from "../cholesky.ts";
import { textFeatures } from "../textFeatures.ts";
import { MOST_CHARACTERS } from "./bounds.ts";
import { classify } from "./classify.ts";
import { labelOf } from "./labelOf.ts";
import { decodeClassifier } from "./modelBytes.ts";
import { type ClassifierRow, trainClassifier } from "./trainClassifier.ts";
import { trainOnLedger } from "./trainOnLedger.ts";

const row = (id: string, owner: string, label: string, text: string): ClassifierRow => ({ id, owner, label, text });
const rows = [
  row("1", "ann", "harbour", "ships lie in the harbour under amber lanterns at dawn"),
  row("2", "bob", "field", "the plough turns the marble field in autumn before the frost"),
  row("3", "ann", "harbour", "the pilot brings ships past the pier into the harbour"),
  row("4", "cid", "field", "wheat and barley ripen in the field behind the barn"),
  row("5", "bob", "harbour", "nets dry on the pier while the ships are unloaded"),
];
const options = { dimensions: 64, penalty: 0.5 };
const bytes = trainClassifier(rows, options);
const model = decodeClassifier(bytes);

it("labels texts and splits the whole scale over those who taught it", () => {
  const found = classify(model, "two ships wait at the pier of the harbour");
  expect(found.label).toBe("harbour");
  expect(found.scores.map(({ label }) => label)).toEqual(["harbour", "field"]);
  expect(found.influences.reduce((sum, { share }) => sum + share, 0)).toBe(1_000_000_000);
  expect(found.influences.toSorted((a, b) => b.share - a.share)[0]!.owner).toBe("ann");
  expect(found.influences.map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5"]);
  expect(found.influences.some(({ effect }) => effect < 0)).toBe(true);
  expect(classify(model, "barley in the field").label).toBe("field");
});

it("gives the bytes that published models were checked against", () => {
  expect(keccak256(bytes)).toBe("0x1851f25dfcfc9a8006581e845f3da40c54cf9d922c4ec3d047c23edd5d6a0e02");
});

it("gives an owner what training without him would take from the score", () => {
  const text = "ships at the pier";
  const query = textFeatures(text, 64);
  const place = model.labels.indexOf("harbour");
  const { influences } = classify(model, text);
  const without = decodeClassifier(
    trainClassifier(
      rows.filter(({ owner }) => owner !== "ann"),
      options,
    ),
  );
  const lost = dot(model.weights[place]!, query) - dot(without.weights[place]!, query);
  const ann = influences.filter(({ owner }) => owner === "ann").reduce((sum, { effect }) => sum + effect, 0);
  expect(Math.abs(ann - lost)).toBeLessThan(1e-12);
});

it("learns nothing from copies and pays nothing for them", () => {
  const copies = rows.map((old, i) => ({ ...old, id: `copy ${i}`, owner: "eve" }));
  expect(trainClassifier([...rows, ...copies], options)).toEqual(bytes);
});

it("reads back what it wrote and refuses what is broken", () => {
  expect(model.rows.map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5"]);
  expect(() => decodeClassifier(bytes.subarray(0, bytes.length - 8))).toThrow(/fetch it again/);
  expect(() => decodeClassifier(new Uint8Array(3))).toThrow(/train the model again/);
  expect(() => decodeClassifier(new TextEncoder().encode("no model at all, whatever"))).toThrow(
    /no openledger-classifier-1/,
  );
});

it("says what keeps it from training", () => {
  expect(() => trainClassifier(rows.slice(0, 1))).toThrow(/1 labels/);
  expect(() => trainClassifier(rows, { dimensions: 4 })).toThrow(/dimensions is 4/);
  expect(() => trainClassifier(rows, { dimensions: 1025 })).toThrow(/from 16 to 1024/);
  expect(() => trainClassifier(rows, { penalty: 0 })).toThrow(/penalty is 0/);
  const text = "a".repeat(MOST_CHARACTERS / 2);
  const ledger = [1n, 2n, 3n].map((id) => ({ id, contributor: "0x0", title: `t${id % 2n}`, text }));
  const spec = { labels: { odd: ["t1"], even: ["t0"] }, dimensions: 64, penalty: 1 };
  expect(() => trainOnLedger(ledger, spec)).toThrow(/48000000 characters; one training takes 32000000/);
});

it("finds a title's label by the first rule that fits", () => {
  const rules = { copyleft: ["GPL-*", "*-copyleft-*"], permissive: ["MIT", "BSD-*-Clause"] };
  expect(labelOf("GNU General Public License v3.0 only (GPL-3.0-only)", rules)).toBe("copyleft");
  expect(labelOf("BSD 3 (BSD-3-Clause)", rules)).toBe("permissive");
  expect(labelOf("MIT", rules)).toBe("permissive");
  expect(labelOf("MIT No Attribution (MIT-0)", rules)).toBeUndefined();
  expect(labelOf("ESA (ESA-PL-weak-copyleft-2.4)", rules)).toBe("copyleft");
  expect(labelOf("BSD (BSD-Clause)", rules)).toBeUndefined();
});
