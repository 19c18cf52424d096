import Link from "next/link";
import { defaultParams } from "../../lib/attribution/params.ts";
import { sentenceOf } from "../../lib/errors/sentenceOf.ts";
import type { Preflight } from "../../lib/flows/api/preflight.ts";
import { formatBps, formatBytes, formatCount, formatPlural } from "../../lib/format/number.ts";
import { contributionHref } from "../../lib/site/hrefs.ts";
import { Amount } from "../ui/Amount.tsx";
import { ErrorNote, Note } from "../ui/Note.tsx";
import { Spinner } from "../ui/Spinner.tsx";

/** What is known about the text before the wallet opens. */
export function PreflightPanel({
  datanet,
  result,
  error,
  checking,
}: {
  datanet: bigint;
  result: Preflight | null;
  error: unknown;
  checking: boolean;
}) {
  return (
    <section className="receipt" aria-labelledby="preflight">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="preflight">Before you send</h2>
        <span role="status" className="flex items-center gap-2 text-[13px] text-ink-2">
          {checking && (
            <>
              <Spinner /> checking
            </>
          )}
        </span>
      </div>
      {error ? <ErrorNote>{sentenceOf(error)}</ErrorNote> : null}
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <Line label="Words">{result && formatCount(result.words)}</Line>
        <Line label="Size">{result && formatBytes(result.bytes)}</Line>
        <Line label="New to this ledger">{result && formatBps(10_000 - result.containedBps)}</Line>
        <Line label="Identical contribution">
          {result &&
            (result.duplicateOf ? (
              <Link className="link" href={contributionHref(datanet, result.duplicateOf)}>
                contribution {result.duplicateOf}
              </Link>
            ) : (
              "none"
            ))}
        </Line>
      </dl>
      <hr className="rule" />
      <div className="flex justify-between font-[650]">
        <span>Bond you lock</span>
        <span>{result ? <Amount wei={result.bond} preset="exact" unit /> : "—"}</span>
      </div>
      {result?.problem && (
        <div className="mt-4">
          <Note tone="bad" title="This would be rejected">
            {result.problem}
          </Note>
        </div>
      )}
      {result && !result.problem && result.words < defaultParams.minWords && (
        <div className="mt-4">
          <Note tone="warn" title="No answer could quote it">
            It has {formatPlural(result.words, "word")}. A quotation counts from {defaultParams.minWords} words on, so
            it would earn nothing where answers quote. Give a longer text.
          </Note>
        </div>
      )}
    </section>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="num text-right">{children ?? "—"}</dd>
    </>
  );
}
