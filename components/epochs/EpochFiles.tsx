import type { ReactNode } from "react";
import type { EpochRow } from "@/lib/db/queries/epochRows.ts";
import { verifyCommandHere } from "../../lib/site/verifyCommand.ts";
import { Fact, Facts } from "../display/Facts.tsx";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Hash } from "../ui/Hash.tsx";

/** What was posted, and the public files behind it. */
export function EpochFiles({ epoch }: { epoch: EpochRow }) {
  const command = verifyCommandHere(epoch.id);
  return (
    <Card
      id="files"
      title="Root and files"
      note="Everything needed to redo it: the command says equal, or names the first difference."
    >
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <code className="min-w-0 break-words rounded-control bg-sunken px-2 py-1 font-mono text-[13px]">{command}</code>
        <CopyButton text={command} label="Copy the command" />
      </div>
      <Facts>
        <Fact label="Root">{epoch.root ? <Hash value={epoch.root} /> : "not posted yet"}</Fact>
        <Fact label="Sum of its leaves">
          {epoch.total !== null && <Amount wei={epoch.total} preset="exact" unit />}
        </Fact>
        <Fact label="Posted by">
          {epoch.attributor !== null && (epoch.attributorName ?? `Attributor ${epoch.attributor}`)}
        </Fact>
        <Fact label="Data hash">{epoch.dataHash && <Hash value={epoch.dataHash} />}</Fact>
        <Fact label="Manifest">
          <File cid={epoch.cid}>manifest</File>
        </Fact>
        <Fact label="Files">
          {epoch.receiptsCid ? (
            <span className="flex flex-wrap gap-x-3">
              <File cid={epoch.receiptsCid}>receipts</File>
              <File cid={epoch.sharesCid}>shares</File>
              <File cid={epoch.leavesCid}>leaves</File>
            </span>
          ) : (
            "named in the manifest"
          )}
        </Fact>
      </Facts>
    </Card>
  );
}

function File({ cid, children }: { cid: string | null; children: ReactNode }) {
  if (!cid) return <span className="text-ink-3">not posted yet</span>;
  return (
    <a className="link" href={`/api/v1/blobs/${cid.replace("ipfs://", "")}`} title={cid}>
      {children}
    </a>
  );
}
