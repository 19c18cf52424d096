import { z } from "zod";
import { curationAbi } from "../../abi/curation.ts";
import { ADMISSION_LIMIT_BPS, contentHash, contributionRoot, tokenise } from "../../attribution/index.ts";
import { publicClient } from "../../chain/clients.ts";
import { isDatanet } from "../../db/gateway/assets.ts";
import { admissibleTexts } from "../../db/worker/contents.ts";
import { formatBps, formatBpsOver } from "../../format/number.ts";
import type { Gateway } from "../Gateway.ts";
import { addressField, idField } from "../http/fields.ts";
import { notFound } from "../http/GatewayError.ts";
import { readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";
import { MAX_BLOB } from "./blobs.ts";
import { createKnownTexts } from "./KnownTexts.ts";

/** A text in JSON may take six bytes for one. */
const MAX_BODY = 6 * MAX_BLOB + 4_096;
const COMMONS = 1n;
const clean = (most: number) =>
  z
    .string("must be a text")
    .max(most)
    .refine((text) => !text.includes("\0"), "contains the character U+0000; remove it");
const draftSchema = z.object({
  datanet: idField,
  contributor: addressField,
  text: clean(MAX_BLOB),
  title: clean(200),
});

const known = new Map<bigint, ReturnType<typeof createKnownTexts>>();

/** `POST /api/v1/preflight`: what contributing a text would cost and whether it would be refused, before a wallet opens. */
export async function postPreflight(gateway: Gateway, request: Request): Promise<Response> {
  const draft = await readJson(request, draftSchema, MAX_BODY);
  const { datanet, contributor, text } = draft;
  if (!(await isDatanet(gateway.sql, datanet)))
    throw notFound("datanet", `There is no datanet ${datanet}.`, "datanet_not_found");

  const words = tokenise(text).length;
  const hash = contentHash(text);
  const root = contributionRoot([hash], contributor);
  const curation = { address: gateway.deployment.contracts.curation, abi: curationAbi } as const;
  const client = publicClient();
  const [ledger, bond, policy, holder] = await Promise.all([
    knownTexts(gateway, datanet),
    client.readContract({ ...curation, functionName: "bondFor", args: [words] }),
    client.readContract({ ...curation, functionName: "policyOf", args: [datanet] }),
    client.readContract({ ...curation, functionName: "holderOf", args: [datanet, root] }),
  ]);
  const bytes = Buffer.byteLength(text);
  const containedBps = words === 0 ? 0 : ledger.containedBps(text);
  // The chain knows what the index does not yet; the index knows the same text by other contributors.
  const duplicateOf = holder === 0n ? ledger.holderOf(hash) : holder;
  return json({
    words,
    bytes,
    bond,
    root,
    containedBps,
    duplicateOf,
    problem: problemOf({ ...draft, words, bytes, containedBps, duplicateOf }),
    policy: { minReviews: policy.minReviews, direct: policy.direct },
  });
}

async function knownTexts(gateway: Gateway, datanet: bigint) {
  const texts = known.get(datanet) ?? createKnownTexts(gateway.store);
  known.set(datanet, texts);
  return texts.read(await admissibleTexts(gateway.sql, datanet));
}

interface Draft {
  datanet: bigint;
  title: string;
  words: number;
  bytes: number;
  containedBps: number;
  duplicateOf: bigint | null;
}

/** Why it would be refused, in a sentence; null when nothing speaks against it. The same limits as the worker's intake. */
export function problemOf({ datanet, title, words, bytes, containedBps, duplicateOf }: Draft): string | null {
  if (datanet === COMMONS) return "The commons take text from governance only: choose another datanet.";
  if (words === 0) return "There are no words in it: give a text.";
  if (bytes > MAX_BLOB) return `It has ${bytes} bytes; at most ${MAX_BLOB} are taken: split it.`;
  if (title.trim() === "") return "It has no title: give one.";
  if (duplicateOf !== null) return `The same text is already in the ledger as contribution ${duplicateOf}.`;
  if (containedBps > ADMISSION_LIMIT_BPS) {
    const held = formatBpsOver(containedBps, ADMISSION_LIMIT_BPS);
    return `Of it, ${held} is already in the ledger; at most ${formatBps(ADMISSION_LIMIT_BPS)} may be.`;
  }
  return null;
}
