import { expect, it } from "vitest";
import type { EarningsLine } from "../../lib/db/queries/contributors.ts";
import { earningsCsv } from "./earningsCsv.ts";

it("writes one line per share, exact to the wei, from all pages", async () => {
  const lines: EarningsLine[] = [
    {
      servedAt: 1_700_000_000,
      receipt: "0xaa",
      model: 3n,
      contribution: 9n,
      datanet: 2n,
      channel: "exact",
      share: 500,
      amount: 1_234_000_000_000_000_000_001n,
      epoch: 4,
    },
    {
      servedAt: 1_700_000_060,
      receipt: "0xbb",
      model: 3n,
      contribution: 9n,
      datanet: null,
      channel: "context",
      share: 1,
      amount: 7n,
      epoch: null,
    },
  ];
  async function* pages() {
    for (const line of lines) yield [line];
    yield [];
  }
  let csv = "";
  for await (const text of earningsCsv(pages())) csv += text;
  expect(csv.split("\r\n").slice(1)).toEqual([
    "2023-11-14T22:13:20.000Z,0xaa,3,2,9,500,1234.000000000000000001,1234000000000000000001,4,fees,exact",
    "2023-11-14T22:14:20.000Z,0xbb,3,,9,1,0.000000000000000007,7,,fees,context",
    "",
  ]);
});
