import { expect, it } from "vitest";
import type { ShownTraining } from "../../lib/flows/api/trainings.ts";
import { emptyDraft, type ModelDraft } from "./draft.ts";
import { isOutdated, whyNotPublish, whyNotTrain } from "./whyNotPublish.ts";

const ready: ModelDraft = {
  ...emptyDraft,
  ...{ datanets: ["2"], rules: "a: x*\nb: y*", name: "N", summary: "S", contact: "c@example.org" },
};
const training = { state: "done", labels: { a: ["x*"], b: ["y*"] }, datanets: ["2"] } as unknown as ShownTraining;

it("lets a complete, trained classifier be published", () => {
  expect(whyNotTrain(ready)).toBeNull();
  expect(whyNotPublish(ready, training)).toBeNull();
  expect(whyNotPublish({ ...ready, method: "datanet-extractive", rules: "" }, null)).toBeNull();
});

it.each([
  [{ datanets: [] }, "Choose a datanet"],
  [{ summary: " " }, "Give it a summary"],
  [{ contact: "" }, "Give it a contact"],
  [{ price: null }, "Give its price"],
  [{ split: { provider: 3000, owner: 3000, contributors: 3000, stakers: 600 } }, "leaves the protocol 4 %"],
  [{ split: { provider: 1500, owner: 2000, contributors: 9000, stakers: 1000 } }, "is 35 % more than there is"],
  [{ rules: "a: x*\nb: z*" }, "train it again"],
  [{ method: "openai" }, "upstream"],
] as const)("names what is missing: %j", (change, sentence) => {
  expect(whyNotPublish({ ...ready, ...change } as ModelDraft, training)).toContain(sentence);
});

it("asks for a training, and sees when the form asks for another one", () => {
  expect(whyNotPublish(ready, null)).toBe("Train it first.");
  expect(whyNotPublish(ready, { ...training, state: "running" })).toBe("Train it first.");
  expect(isOutdated({ ...ready, datanets: ["2", "3"] }, training)).toBe(true);
  expect(whyNotTrain({ ...ready, rules: "a: x" })).toContain("two labels");
});
