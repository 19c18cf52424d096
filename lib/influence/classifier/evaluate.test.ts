import { expect, it } from "vitest";
import { classify } from "./classify.ts";
import { evaluateClassifier } from "./evaluate.ts";
import { measuresOf } from "./measures.ts";
import { decodeClassifier } from "./modelBytes.ts";
import { type ClassifierRow, trainClassifier } from "./trainClassifier.ts";

const texts = [
  ["harbour", "ships lie in the harbour under amber lanterns at dawn"],
  ["field", "the plough turns the marble field in autumn before the frost"],
  ["harbour", "the pilot brings ships past the pier into the harbour"],
  ["field", "wheat and barley ripen in the field behind the barn"],
  ["harbour", "nets dry on the pier while the ships are unloaded"],
  ["field", "frost lies on the barn and on the field"],
  ["market", "amber and marble are sold beside the barley"],
  ["market", "nets and ships are sold in autumn"],
] as const;
const rows: ClassifierRow[] = texts.map(([label, text], i) => ({
  id: String(i),
  owner: `owner ${i % 3}`,
  label,
  text,
}));
const options = { dimensions: 32, penalty: 0.4 };

it("counts what training without each text would say of it", () => {
  const { labels, confusion } = evaluateClassifier(decodeClassifier(trainClassifier(rows, options)));
  const again = labels.map(() => labels.map(() => 0));
  for (const [i, row] of rows.entries()) {
    const without = decodeClassifier(trainClassifier(rows.toSpliced(i, 1), options));
    again[labels.indexOf(row.label)]![labels.indexOf(classify(without, row.text).label)]!++;
  }
  expect(confusion).toEqual(again);
});

it("tells them as counts, with the commonest label beside", () => {
  expect(
    measuresOf({
      labels: ["a", "b"],
      confusion: [
        [4, 1],
        [2, 0],
      ],
    }),
  ).toEqual({
    ...{ texts: 7, right: 4, commonest: 5 },
    labels: [
      { label: "a", texts: 5, right: 4, said: 6 },
      { label: "b", texts: 2, right: 0, said: 1 },
    ],
  });
});
