import type { Address, Hex } from "viem";
import { contentHash, contributionRoot } from "../attribution/index.ts";
import { askApi } from "../tx/api.ts";

export type Draft = { title: string; text: string; mediaType: string };

/** What is committed to: where the document is and the root over its one item, for this contributor. */
export type StoredContribution = { uri: string; root: Hex; items: number };

const put = (body: string) => askApi<{ cid: string }>("/api/v1/blobs", { method: "POST", body });

/** Stores the text as it was written and the document that points at it. Storing the same twice changes nothing. */
export async function storeContribution(
  { title, text, mediaType }: Draft,
  contributor: Address,
): Promise<StoredContribution> {
  const { cid: content } = await put(text);
  const { cid } = await put(JSON.stringify({ type: "contribution", title: title.trim(), mediaType, content }));
  return { uri: `ipfs://${cid}`, root: contributionRoot([contentHash(text)], contributor), items: 1 };
}

/** 32 random bytes: what hides a commitment until it is revealed. */
export function newSalt(): Hex {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
