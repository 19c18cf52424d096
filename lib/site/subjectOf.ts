import type { Subject } from "../db/queries/subjects.ts";
import { sections } from "./hrefs.ts";
import { addressParam, idParam, proposalParam } from "./searchParams.ts";

/** Pages that are about no single thing of their section. */
const OF_NONE = [
  `/${sections.models}/new`,
  `/${sections.disputes}/new`,
  ...["new", "delegates", "control"].map((page) => `/${sections.governance}/${page}`),
];

/** What the page at a path is about; null where it is about no single thing, "nothing" where it can name none. */
export function subjectOf(pathname: string): Subject | "nothing" | null {
  if (OF_NONE.includes(pathname)) return null;
  const [section, text, below, belowText, ...more] = pathname.split("/").slice(1);
  if (!text || more.length > 0) return null; // a list, or a path that no route has
  const id = idParam.parse(text);
  if (section === sections.datanets) {
    if (id === undefined) return "nothing";
    if (below !== sections.contributions || !belowText) return { kind: "datanet", id };
    const contribution = idParam.parse(belowText);
    return contribution === undefined ? "nothing" : { kind: "contribution", id: contribution, datanet: id };
  }
  if (below !== undefined) return null;
  if (section === sections.models) return id === undefined ? "nothing" : { kind: "model", id };
  if (section === sections.validators) return id === undefined ? "nothing" : { kind: "validator", id };
  if (section === sections.epochs) return id === undefined ? "nothing" : { kind: "epoch", id };
  if (section === sections.disputes) return id === undefined ? "nothing" : { kind: "case", id };
  if (section === sections.receipts)
    return /^0x[0-9a-fA-F]{64}$/.test(text) ? { kind: "receipt", id: text } : "nothing";
  if (section === sections.governance) {
    const proposal = proposalParam.parse(text);
    return proposal === undefined ? "nothing" : { kind: "proposal", id: proposal };
  }
  if (section === sections.contributors) return addressParam.parse(text) ? null : "nothing"; // any address has a profile
  return null;
}
