import { afterEach, expect, it, vi } from "vitest";
import { contentHash, itemRoot } from "../attribution/index.ts";
import { newSalt, storeContribution } from "./storeContribution.ts";

afterEach(() => vi.unstubAllGlobals());

it("stores the text, then the document that names it, and roots it for its contributor", async () => {
  const bodies: string[] = [];
  const fetch = async (_: string, init: RequestInit) =>
    Response.json({ cid: `cid-${bodies.push(init.body as string)}` });
  vi.stubGlobal("fetch", fetch);
  const account = `0x${"a".repeat(40)}` as const;
  const stored = await storeContribution(
    { title: " A title ", text: "As it was  written.", mediaType: "text/plain" },
    account,
  );
  expect(bodies[0]).toBe("As it was  written.");
  expect(JSON.parse(bodies[1]!)).toEqual({
    type: "contribution",
    title: "A title",
    mediaType: "text/plain",
    content: "cid-1",
  });
  expect(stored).toEqual({
    uri: "ipfs://cid-2",
    root: itemRoot(contentHash("As it was  written."), account, 0),
    items: 1,
  });
});

it("makes salts that differ", () => {
  expect(newSalt()).toMatch(/^0x[0-9a-f]{64}$/);
  expect(newSalt()).not.toBe(newSalt());
});
