import { head } from "@/lib/format/cut.ts";
import { formatBytes, formatCount } from "@/lib/format/number.ts";
import { decodeText } from "@/lib/storage/decodeText.ts";
import { get } from "@/lib/storage/store.ts";
import { MarkedText } from "../display/MarkedText.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";

/** Characters shown before the rest is left to the raw file. */
const SHOWN = 6_000;

export async function ContributionText({ cid }: { cid: string | null }) {
  if (!cid) {
    return (
      <EmptyState title="Not revealed or not read yet">
        The text appears when the contributor has revealed it and intake has fetched and checked it.
      </EmptyState>
    );
  }
  const text = decodeText(await get(cid));
  return (
    <>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label="Text of the contribution"
        className="max-h-[28rem] overflow-y-auto whitespace-pre-wrap font-serif text-[16px] leading-relaxed"
      >
        <MarkedText text={head(text, SHOWN)} />
        {text.length > SHOWN && "…"}
      </section>
      <p className="mt-3 text-[13px] text-ink-2">
        {text.length > SHOWN && `First ${formatCount(SHOWN)} characters. `}
        <a className="link" href={`/api/v1/blobs/${cid}`}>
          Raw file, {formatBytes(new TextEncoder().encode(text).byteLength)}
        </a>
      </p>
    </>
  );
}
