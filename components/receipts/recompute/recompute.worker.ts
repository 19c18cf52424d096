import { CONTEXT_METHOD } from "../../../lib/attribution/context/index.ts";
import { INFLUENCE_METHOD } from "../../../lib/influence/index.ts";
import { parseLedger, parseManifest } from "../../../lib/verify/index.ts";
import { checkEpoch, type Posted } from "./epoch.ts";
import { checkInfluence } from "./influence.ts";
import { checkLedger } from "./ledger.ts";
import { checkPrompt } from "./prompt.ts";
import { connect, readPosted, readRedirects, readTerms } from "./readChain.ts";
import { checkShares } from "./shares.ts";
import { checkSignature } from "./signatures.ts";
import { checkTerms } from "./terms.ts";
import { type Check, type Claim, notChecked, type Part, type Report, type Spoken } from "./types.ts";

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

async function recompute(claim: Claim, spoken: Spoken): Promise<void> {
  const started = performance.now();
  const byInfluence = claim.method === INFLUENCE_METHOD;
  tick("Text and signature", await checkSignature(claim));

  tell({ kind: "progress", what: "Fetching the ledger", done: 0, total: claim.ledgerSize });
  const [ndjson, bits] = await Promise.all([
    fetchText(`/api/v1/ledgers/${claim.model}/${claim.version}`, "The ledger"),
    byInfluence ? "" : fetchText("/bits-v1.tsv", "The word table"),
  ]);
  const lines = parseLedger(ndjson);
  tick(
    "Ledger",
    checkLedger(lines, claim, (done) =>
      tell({ kind: "progress", what: "Hashing contributions", done, total: lines.length }),
    ),
  );
  const what = byInfluence ? "Training the model again" : "Tracing the answer";
  tell({ kind: "progress", what, done: lines.length, total: lines.length });
  const terms = await readTerms(claim);
  const document = await blob(terms.uri, "The model’s document");
  tick(
    "Attribution and split",
    byInfluence ? await checkInfluence(lines, spoken, document, claim) : checkShares(lines, spoken.answer, bits, claim),
  );

  tell({ kind: "progress", what: "Asking the chain", done: 0, total: 1 });
  if (claim.method === CONTEXT_METHOD) {
    tick("Attribution and split", await checkPrompt(lines, claim, await connect(claim)));
  }
  tick("Terms on chain", await checkTerms(claim, terms, document, spoken));
  await epoch(claim);
  tell({ kind: "end", ms: Math.round(performance.now() - started) });
}

async function epoch(claim: Claim): Promise<void> {
  const name = "The epoch on chain";
  if (claim.epoch === null)
    return tick("Epoch", [notChecked(name, "the receipt is in no epoch yet; check again after its day has ended")]);
  tell({ kind: "progress", what: "Asking the chain", done: 1, total: 1 });
  const { posted, previous } = await readPosted(claim, claim.epoch);
  if (!posted) return tick("Epoch", [notChecked(name, `epoch ${claim.epoch} has no root that stands yet`)]);
  const manifest = await blob(posted.cid, "The epoch’s manifest");
  const { files, snapshotBlock } = parseManifest(manifest);
  const [receipts, shares, leaves, before, redirects] = await Promise.all([
    blob(files.receipts.cid, "The receipts file"),
    blob(files.shares.cid, "The shares file"),
    blob(files.leaves.cid, "The leaves file"),
    previous && leavesOf(previous),
    readRedirects(claim, snapshotBlock),
  ]);
  tick("Epoch", await checkEpoch(claim, posted, { manifest, receipts, shares, leaves }, before, redirects));
}

async function leavesOf(posted: Posted) {
  const { files } = parseManifest(await blob(posted.cid, `The manifest of epoch ${posted.id}`));
  return { posted, leaves: await blob(files.leaves.cid, `The leaves file of epoch ${posted.id}`) };
}

self.onmessage = ({ data }: MessageEvent<{ claim: Claim; spoken: Spoken }>) => {
  recompute(data.claim, data.spoken).catch((error: unknown) => {
    tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  });
};
