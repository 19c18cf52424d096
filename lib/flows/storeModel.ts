import { type Hex, keccak256, stringToBytes } from "viem";
import type { ModelDocument } from "../storage/documentSchemas.ts";
import { askApi } from "../tx/api.ts";

/** Stores a model's document. Storing the same twice changes nothing. */
export async function storeModel(document: ModelDocument): Promise<{ uri: string; contentHash: Hex }> {
  const text = JSON.stringify(document);
  const { cid } = await askApi<{ cid: string }>("/api/v1/blobs", { method: "POST", body: text });
  return { uri: `ipfs://${cid}`, contentHash: keccak256(stringToBytes(text)) };
}
