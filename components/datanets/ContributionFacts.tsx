import Link from "next/link";
import type { Contribution } from "@/lib/db/queries/contributions.ts";
import { formatDateTime } from "@/lib/format/date.ts";
import { formatBytes, formatShareToward } from "@/lib/format/number.ts";
import { newCaseHref } from "../../lib/site/hrefs.ts";
import { Fact, Facts } from "../display/Facts.tsx";
import { ZERO_ADDRESS } from "../display/names.ts";
import { Address } from "../ui/Address.tsx";
import { Amount } from "../ui/Amount.tsx";
import { Card } from "../ui/Card.tsx";
import { Hash } from "../ui/Hash.tsx";
import { StatusTag, shownStatus } from "./status.tsx";

const when = (at: number | null, tx: string | null) =>
  at === null ? (
    <span className="text-ink-3">not yet</span>
  ) : (
    <span>
      {formatDateTime(at)}
      {tx && (
        <span className="block text-ink-2">
          tx <Hash value={tx} />
        </span>
      )}
    </span>
  );

/** The record of a contribution: who, when, and the hashes that tie it to the chain. */
export function ContributionFacts({ contribution: c }: { contribution: Contribution }) {
  const votes = (c.acceptStake ?? 0n) + (c.rejectStake ?? 0n);
  const bond = {
    accepted: "returned",
    expired: "returned",
    rejected: "slashed",
    committed: "locked",
    revealed: "locked",
  }[c.status];
  const commons = c.contributor === ZERO_ADDRESS;
  return (
    <Card id="record" title="Record">
      <Facts>
        <Fact label="Status">
          <StatusTag status={shownStatus(c)} />
        </Fact>
        <Fact label="Contributor">{commons ? "nobody: commons" : <Address address={c.contributor} />}</Fact>
        <Fact label="Ledger place">
          <span className="num">{String(c.id)}</span>
        </Fact>
        <Fact label="Committed">{when(c.committedAt, c.commitTx)}</Fact>
        <Fact label="Revealed">
          {c.revealedAt === null && c.status === "expired" ? "never" : when(c.revealedAt, c.revealTx)}
        </Fact>
        <Fact label="Decided">{when(c.finalizedAt, c.finalizeTx)}</Fact>
        {!commons && (
          <>
            <Fact label="Bond">
              <Amount wei={c.bond} preset="exact" unit /> {bond}
            </Fact>
            <Fact label="Stake for it">
              {votes === 0n
                ? "no votes"
                : `${formatShareToward(c.acceptStake ?? 0n, votes, [1n, 2n])} of the reviewers’ stake`}
            </Fact>
          </>
        )}
        <Fact label="Root">{c.root && <Hash value={c.root} />}</Fact>
        <Fact label="Content">{c.cid && <Hash value={c.cid} />}</Fact>
        <Fact label="Kind">{c.mediaType}</Fact>
        <Fact label="Size">{c.bytes === null ? null : formatBytes(c.bytes)}</Fact>
        <Fact label="Source named">{c.source ?? "none"}</Fact>
      </Facts>
      {c.status === "accepted" && !commons && (
        <p className="mt-4 text-[13px] text-ink-2">
          Not the contributor’s to give?{" "}
          <Link className="link" href={newCaseHref("contribution", c.id)} prefetch={false}>
            Bring a case
          </Link>
        </p>
      )}
    </Card>
  );
}
