import { z } from "zod";
import { curationAbi } from "../../abi/curation.ts";
import { ADMISSION_LIMIT_BPS } from "../../attribution/index.ts";
import { publicClient } from "../../chain/clients.ts";
import { COMMONS } from "../../chain/commons.ts";
import { isDatanet } from "../../db/gateway/assets.ts";
import { admissibleTexts } from "../../db/worker/contents.ts";
import { formatBps, formatBpsOver } from "../../format/number.ts";
import { MeasurerBusyError } from "../../intake/createMeasurer.ts";
import { MAX_TEXT_BYTES } from "../../intake/LedgerTexts.ts";
import type { Gateway } from "../Gateway.ts";
import { addressField, idField } from "../http/fields.ts";
import { notFound, unavailable } from "../http/GatewayError.ts";
import { readJson } from "../http/readBody.ts";
import { json } from "../http/respond.ts";

/** A text in JSON may take six bytes for one. */
const MAX_BODY = 6 * MAX_TEXT_BYTES + 4_096;
const clean = (most: number) =>
  z
    .string("must be a text")
    .max(most)
    .refine((text) => !text.includes("\0"), "contains the character U+0000; remove it");
const draftSchema = z.object({
  datanet: idField,
  contributor: addressField,
  text: clean(MAX_TEXT_BYTES),
  title: clean(200),
});

/**
 * `POST /api/v1/preflight`: what contributing a text would cost and whether it would be refused, before a wallet opens. Open to anybody,
 * within a quota.
 */
export async function postPreflight(gateway: Gateway, request: Request): Promise<Response> {
  gateway.quotas.preflight.countRequest(request);
  const draft = await readJson(request, draftSchema, MAX_BODY);
  const { datanet, contributor, text } = draft;
  const bytes = Buffer.byteLength(text);
  gateway.quotas.preflight.countBytes(request, bytes);
  if (!(await isDatanet(gateway.sql, datanet))) {
    throw notFound("datanet", `There is no datanet ${datanet}.`, "datanet_not_found");
  }
  const earlier = await admissibleTexts(gateway.sql, datanet);
  const measured = await gateway.measurer.measure({ text, contributor, datanet, earlier }).catch(busy);
  const { words, root, containedBps } = measured;
  const curation = { address: gateway.deployment.contracts.curation, abi: curationAbi } as const;
  const client = publicClient();
  const [bond, policy, holder] = await Promise.all([
    client.readContract({ ...curation, functionName: "bondFor", args: [words] }),
    client.readContract({ ...curation, functionName: "policyOf", args: [datanet] }),
    client.readContract({ ...curation, functionName: "holderOf", args: [datanet, root] }),
  ]);
  // The chain knows what the index does not yet; the index knows the same text by other contributors.
  const duplicateOf = holder === 0n ? measured.duplicateOf : holder;
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

function busy(error: unknown): never {
  if (!(error instanceof MeasurerBusyError)) throw error;
  throw unavailable("Many texts are being checked at the moment. Try again.", "preflight_busy");
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
  if (bytes > MAX_TEXT_BYTES) return `It has ${bytes} bytes; at most ${MAX_TEXT_BYTES} are taken: split it.`;
  if (title.trim() === "") return "It has no title: give one.";
  if (duplicateOf !== null) return `The same text is already in the ledger as contribution ${duplicateOf}.`;
  if (containedBps > ADMISSION_LIMIT_BPS) {
    const held = formatBpsOver(containedBps, ADMISSION_LIMIT_BPS);
    return `Of it, ${held} is already in the ledger; at most ${formatBps(ADMISSION_LIMIT_BPS)} may be.`;
  }
  return null;
}
