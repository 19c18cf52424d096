import { type Hex, keccak256, zeroHash } from "viem";
import { sql } from "@/lib/db/client.ts";
import { evidenceCid } from "@/lib/db/gateway/evidence.ts";
import { decodeText } from "@/lib/storage/decodeText.ts";
import { get } from "@/lib/storage/store.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Hash } from "../ui/Hash.tsx";
import { Note } from "../ui/Note.tsx";
import { Tag } from "../ui/Tag.tsx";

/** What a document of evidence finds, in plain words; any other text is shown as it is. */
function findingOf(text: string): string {
  try {
    const { finding } = JSON.parse(text) as { finding?: unknown };
    return typeof finding === "string" ? finding : text;
  } catch {
    return text;
  }
}

/** Characters shown before the rest is left to the raw file. */
const SHOWN = 8_000;

/** The evidence behind a hash, hashed again; or why it cannot be shown. */
export async function Evidence({ hash }: { hash: Hex }) {
  const cid = await evidenceCid(sql(), hash);
  if (!cid) {
    return (
      <EmptyState title={hash === zeroHash ? "None was given" : "Not stored here"}>
        {hash === zeroHash ? (
          "The challenger gave no evidence: the validators have what the chain and the public files say."
        ) : (
          <>
            The case was opened with the hash <Hash value={hash} />. Whoever has the text can send it to{" "}
            <code className="font-mono text-[13px]">POST /api/v1/evidence</code>; it is shown here if it has that hash.
          </>
        )}
      </EmptyState>
    );
  }
  const bytes = await get(cid);
  if (keccak256(bytes) !== hash) {
    return (
      <Note tone="bad" title="The stored text is not what the chain holds the hash of">
        It is not shown. Hash on the chain: <Hash value={hash} full />
      </Note>
    );
  }
  const text = findingOf(decodeText(bytes));
  return (
    <>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label="Text of the evidence"
        className="max-h-96 overflow-y-auto whitespace-pre-wrap font-serif text-[16px] leading-relaxed"
      >
        {text.slice(0, SHOWN)}
        {text.length > SHOWN && "…"}
      </section>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-2">
        <Tag tone="good">hash matches</Tag>
        <a className="link" href={`/api/v1/blobs/${cid}`}>
          Raw file
        </a>
      </p>
    </>
  );
}
