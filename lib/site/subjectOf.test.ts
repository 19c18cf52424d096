import { expect, it } from "vitest";
import { subjectOf } from "./subjectOf.ts";

const receipt = `0x${"aB".repeat(32)}`;

it.each([
  ["/", null],
  ["/datanets", null],
  ["/datanets/", null],
  ["/receipts", null],
  ["/datanets/2", { kind: "datanet", id: 2n }],
  ["/datanets/2/contribute", { kind: "datanet", id: 2n }],
  ["/datanets/x", "nothing"],
  ["/datanets/2/contributions/7", { kind: "contribution", id: 7n, datanet: 2n }],
  ["/datanets/2/contributions/0x7", "nothing"],
  ["/models/999", { kind: "model", id: 999n }],
  ["/models/-1", "nothing"],
  ["/models/new", null],
  ["/models/new/x", null],
  [`/receipts/${receipt}`, { kind: "receipt", id: receipt }],
  ["/receipts/0xdead", "nothing"],
  [`/contributors/0x${"1".repeat(40)}`, null],
  [`/contributors/0x${"1".repeat(40)}/earnings.csv`, null],
  ["/contributors/garbage", "nothing"],
  ["/validators", null],
  ["/validators/9", { kind: "validator", id: 9n }],
  ["/validators/me", "nothing"],
  ["/epochs/3", { kind: "epoch", id: 3n }],
  ["/disputes", null],
  ["/disputes/new", null],
  ["/disputes/4", { kind: "case", id: 4n }],
  ["/disputes/old", "nothing"],
  ["/status", null],
  ["/api/v1/models/999", null],
])("%s", (path, subject) => {
  expect(subjectOf(path)).toEqual(subject);
});
