import Link from "next/link";
import { WHOLE } from "@/lib/chain/arbiter.ts";
import { assetKind } from "@/lib/chain/assetKind.ts";
import type { CourtCase } from "@/lib/db/queries/cases.ts";
import {
  contributionHref,
  datanetHref,
  epochHref,
  modelHref,
  providerHref,
  validatorHref,
} from "../../lib/site/hrefs.ts";

type About = Pick<CourtCase, "subject" | "subjectId" | "subjectName" | "inDollars" | "assetKind" | "datanet" | "item">;

const kindWord = (kind: number | null) =>
  Object.entries(assetKind).find(([, number]) => number === kind)?.[0] ?? "asset";

/** What a case is about, in words. */
export function subjectText({ subject, subjectId, subjectName, inDollars, assetKind: kind, item }: About): string {
  if (subject === "epoch") return inDollars ? `Epoch ${subjectId} of the stable token` : `Epoch ${subjectId}`;
  if (subject === "asset") return subjectName ?? `${kindWord(kind)} ${subjectId}`;
  const part = item === WHOLE ? "" : `, item ${item}`;
  return `${subjectName ?? `Contribution ${subjectId}`}${part}`;
}

function hrefOf({ subject, subjectId, inDollars, assetKind: kind, datanet }: About) {
  if (subject === "epoch") return inDollars ? null : epochHref(subjectId);
  if (subject === "contribution") return datanet === null ? null : contributionHref(datanet, subjectId);
  if (kind === assetKind.datanet) return datanetHref(subjectId);
  if (kind === assetKind.model) return modelHref(subjectId);
  if (kind === assetKind.provider) return providerHref(subjectId);
  return kind === assetKind.validator ? validatorHref(subjectId) : null;
}

/** The same, linked to its page where it has one. */
export function SubjectLink({ about }: { about: About }) {
  const href = hrefOf(about);
  if (!href) return subjectText(about);
  return (
    <Link className="link" href={href} prefetch={false}>
      {subjectText(about)}
    </Link>
  );
}

/** Its kind, in one word. */
export const subjectKind = ({ subject, assetKind: kind }: About): string =>
  subject === "asset" ? kindWord(kind) : subject;
