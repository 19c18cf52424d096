import { type Hex, keccak256, zeroHash } from "viem";
import { sql } from "../../lib/db/client.ts";
import { evidenceCid } from "../../lib/db/gateway/evidence.ts";
import { cut } from "../../lib/format/cut.ts";
import { readEvidence } from "../../lib/storage/readEvidence.ts";
import { get } from "../../lib/storage/store.ts";
import { Fact, Facts } from "../display/Facts.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Hash } from "../ui/Hash.tsx";
import { Note } from "../ui/Note.tsx";
import { Tag } from "../ui/Tag.tsx";

/** Characters shown before the rest is left to the raw file; of one field beside the text. */
const SHOWN = 8_000;
const FIELD = 300;

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
  // Missing or damaged: an answer to be told, not an accident of the page.
  const bytes = await get(cid).catch(() => null);
  if (!bytes) {
    return (
      <Note tone="warn" title="The evidence cannot be read">
        Its file is missing from the store here, or damaged. Whoever has the text can send it to{" "}
        <code className="font-mono text-[13px]">POST /api/v1/evidence</code> again. Hash on the chain:{" "}
        <Hash value={hash} />
      </Note>
    );
  }
  if (keccak256(bytes) !== hash) {
    return (
      <Note tone="bad" title="The stored text is not what the chain holds the hash of">
        It is not shown. Hash on the chain: <Hash value={hash} full />
      </Note>
    );
  }
  const { finding, text, files, facts } = readEvidence(bytes);
  return (
    <>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label="Text of the evidence"
        className="grid max-h-96 gap-3 overflow-y-auto font-serif text-[16px] leading-relaxed [overflow-wrap:anywhere]"
      >
        {[finding, text].map(
          (part, i) =>
            part !== null && (
              // biome-ignore lint/suspicious/noArrayIndexKey: finding and text, always in this order
              <p key={i} className="whitespace-pre-wrap">
                {cut(part, SHOWN)}
              </p>
            ),
        )}
        {finding === null && text === null && <p>It has no text, only the fields below.</p>}
      </section>
      {facts.length > 0 && (
        <div className="mt-4 [overflow-wrap:anywhere]">
          <Facts>
            {facts.map(({ name, value }) => (
              <Fact key={name} label={cut(name, FIELD)}>
                {cut(value, FIELD)}
              </Fact>
            ))}
          </Facts>
        </div>
      )}
      {files.length > 0 && (
        <ul className="mt-4 text-[14px]" aria-label="Files of the evidence">
          {files.map((file, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one file may be named twice
            <li key={i} className="[overflow-wrap:anywhere]">
              <a className="link" href={`/api/v1/blobs/${file.cid}`} rel="nofollow">
                {cut(file.name ?? file.cid, FIELD)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink-2">
        <Tag tone="good">hash matches</Tag>
        <a className="link" href={`/api/v1/blobs/${cid}`}>
          Raw file
        </a>
      </p>
    </>
  );
}
