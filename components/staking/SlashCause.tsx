import Link from "next/link";
import type { Slash } from "@/lib/db/queries/slashes.ts";
import { caseHref } from "../../lib/site/hrefs.ts";
import { Hash } from "../ui/Hash.tsx";

/** The case whose verdict took the stake; a malformed root is proven without one. */
export function SlashCause({ caseId, tx }: Pick<Slash, "caseId" | "tx">) {
  if (caseId === null)
    return (
      <>
        a proof, tx <Hash value={tx} />
      </>
    );
  return (
    <Link className="link" href={caseHref(caseId)}>
      case {String(caseId)}
    </Link>
  );
}
