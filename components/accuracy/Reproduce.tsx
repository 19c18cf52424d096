import type { Accuracy } from "@/lib/attribution/published/accuracy.ts";
import { formatCount } from "@/lib/format/number.ts";
import { Hash } from "../ui/Hash.tsx";

/** What somebody needs to get the same figures. */
export function Reproduce({ accuracy }: { accuracy: Accuracy }) {
  const { corpus, seed, bitsHash } = accuracy;
  return (
    <>
      <p className="max-w-prose text-[14px] text-ink-2">
        <Code>npm run bench:quality</Code> in the repository draws the same answers from the same seed and writes{" "}
        <Code>lib/attribution/published/{accuracy.method}.json</Code>, which this page shows and{" "}
        <a href="/api/v1/accuracy" className="link">
          the API
        </a>{" "}
        gives as it is. Its code is in <Code>bench/quality</Code>, with the goals in <Code>measures.ts</Code>; the
        method is told in <Code>docs/attribution.md</Code>. Another corpus gives other figures: the hash says whether it
        is the same.
      </p>
      <dl className="mt-3 grid grid-cols-1 gap-x-6 gap-y-1.5 text-[14px] sm:grid-cols-[auto_minmax(0,1fr)]">
        <Line label="Texts">{corpus.from}</Line>
        <Line label="Size">
          {formatCount(corpus.pieces)} pieces, {formatCount(corpus.words)} words
        </Line>
        <Line label="Corpus">
          <Hash value={corpus.hash} />
        </Line>
        <Line label="Bits table">
          <Hash value={bitsHash} />{" "}
          <a href="/bits-v1.tsv" className="link">
            the table
          </a>
        </Line>
        <Line label="Seed">{seed}</Line>
      </dl>
    </>
  );
}

function Code({ children }: { children: React.ReactNode }) {
  return <code className="break-words font-mono text-[13px]">{children}</code>;
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="num min-w-0">{children}</dd>
    </>
  );
}
