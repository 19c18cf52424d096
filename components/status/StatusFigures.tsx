import { connection } from "next/server";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatCount } from "@/lib/format/number.ts";
import { Refresh } from "../display/Refresh.tsx";
import { Note } from "../ui/Note.tsx";
import { Stat, Stats } from "../ui/Stat.tsx";
import { diagnose } from "./diagnose.ts";
import { readHeads } from "./readHeads.ts";

const EVERY_SECONDS = 6;

/** Chain, indexer and providers, now. */
export async function StatusFigures() {
  await connection();
  const heads = await readHeads();
  const finding = diagnose(heads);
  const { chain, indexer, provider } = heads;
  return (
    <>
      <Refresh seconds={EVERY_SECONDS} />
      <Stats>
        <Stat value={chain ? formatCount(chain.head) : "no answer"}>chain head{chain && `, chain ${chain.id}`}</Stat>
        <Stat value={indexer ? formatCount(indexer.block) : "no answer"}>
          indexed{chain && indexer && `, ${formatCount(Math.max(0, chain.head - indexer.block))} behind`}
        </Stat>
        <Stat value={provider.ok ? "reachable" : "unreachable"}>
          {provider.ok ? "at least one inference provider" : "every inference provider"}
        </Stat>
        <Stat value={chain ? formatDateTime(chain.time).slice(0, -11) : "unknown"}>
          chain time{chain && `, ${formatDateTime(chain.time).slice(-9)}`}
        </Stat>
      </Stats>
      <div className="mb-6 grid gap-3">
        <Note tone={finding.tone} title={finding.title}>
          {finding.text}
        </Note>
        {!provider.ok && (
          <Note tone="bad" title="No provider answers">
            Questions are refused, and nothing is charged for them, until one is back. Everything else works.
          </Note>
        )}
      </div>
    </>
  );
}
