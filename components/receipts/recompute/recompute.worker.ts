import { parseLedger, parseManifest } from "../../../lib/verify/index.ts";
import { checkEpoch, type Posted } from "./epoch.ts";
import { checkLedger } from "./ledger.ts";
import { checkPrompt } from "./prompt.ts";
import { connect, readPosted, readTerms } from "./readChain.ts";
import { checkShares } from "./shares.ts";
import { checkSignature } from "./signatures.ts";
import { checkTerms } from "./terms.ts";
import type { Check, Claim, Part, Report } from "./types.ts";

// Runs off the main thread: the page stays usable while hundreds of texts are hashed and indexed.

const tell = (report: Report) => self.postMessage(report);
const tick = (part: Part, checks: Check[]) => {
  for (const check of checks) tell({ kind: "check", part, check });
};

async function fetchText(path: string, what: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok)
    throw new Error(`${what} cannot be fetched (${response.status} from ${path}). Try again in a moment.`);
  return response.text();
}

const blob = (cid: string, what: string) => fetchText(`/api/v1/blobs/${cid.replace("ipfs://", "")}`, what);

async function recompute(claim: Claim, answer: string): Promise<void> {
  const started = performance.now();
  tick("Text and signature", await checkSignature(claim));

  tell({ kind: "progress", what: "Fetching the ledger", done: 0, total: claim.ledgerSize });
  const [ndjson, bits] = await Promise.all([
    fetchText(`/api/v1/ledgers/${claim.model}/${claim.version}`, "The ledger"),
    fetchText("/bits-v1.tsv", "The word table"),
  ]);
  const lines = parseLedger(ndjson);
  tick(
    "Ledger",
    checkLedger(lines, claim, (done) =>
      tell({ kind: "progress", what: "Hashing contributions", done, total: lines.length }),
    ),
  );
  tell({ kind: "progress", what: "Tracing the answer", done: lines.length, total: lines.length });
  tick("Attribution and split", checkShares(lines, answer, bits, claim));

  tell({ kind: "progress", what: "Asking the chain", done: 0, total: 1 });
  tick("Attribution and split", await checkPrompt(lines, claim, await connect(claim)));
  const terms = await readTerms(claim);
  tick("Terms on chain", await checkTerms(claim, terms, await blob(terms.uri, "The model’s document"), answer));
  await epoch(claim);
  tell({ kind: "end", ms: Math.round(performance.now() - started) });
}

async function epoch(claim: Claim): Promise<void> {
  const name = "The epoch on chain";
  if (claim.epoch === null)
    return tick("Epoch", [
      { name, ok: null, detail: "the receipt is in no epoch yet; check again after its day has ended" },
    ]);
  tell({ kind: "progress", what: "Asking the chain", done: 1, total: 1 });
  const { posted, previous } = await readPosted(claim, claim.epoch);
  if (!posted) return tick("Epoch", [{ name, ok: null, detail: `epoch ${claim.epoch} has no root that stands yet` }]);
  const manifest = await blob(posted.cid, "The epoch’s manifest");
  const { files } = parseManifest(manifest);
  const [receipts, shares, leaves, before] = await Promise.all([
    blob(files.receipts.cid, "The receipts file"),
    blob(files.shares.cid, "The shares file"),
    blob(files.leaves.cid, "The leaves file"),
    previous && leavesOf(previous),
  ]);
  tick("Epoch", await checkEpoch(claim, posted, { manifest, receipts, shares, leaves }, before));
}

async function leavesOf(posted: Posted) {
  const { files } = parseManifest(await blob(posted.cid, `The manifest of epoch ${posted.id}`));
  return { posted, leaves: await blob(files.leaves.cid, `The leaves file of epoch ${posted.id}`) };
}

self.onmessage = ({ data }: MessageEvent<{ claim: Claim; answer: string }>) => {
  recompute(data.claim, data.answer).catch((error: unknown) => {
    tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  });
};
