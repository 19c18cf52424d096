import type { Proposal } from "@/lib/db/queries/proposals.ts";
import type { Deployment } from "../../lib/chain/deployment.ts";
import { formatPlural } from "../../lib/format/number.ts";
import { type DecodedCall, decodeCall } from "../../lib/governance/decodeCall.ts";
import { formatQuantity } from "../../lib/governance/quantity.ts";
import { contractNames } from "../display/contracts.ts";

export const callsOf = (proposal: Proposal, deployment: Pick<Deployment, "contracts">): DecodedCall[] =>
  proposal.targets.map((target, i) =>
    decodeCall(deployment, target, proposal.calldatas[i] ?? "0x", proposal.amounts[i] ?? 0n),
  );

/** What a proposal would do, in a line: "Sets challenge window to 12 h". */
export function summaryOf(calls: readonly DecodedCall[]): string {
  const [first, ...more] = calls;
  if (!first) return "Does nothing";
  const rest = more.length === 0 ? "" : ` and ${formatPlural(more.length, "more call")}`;
  if (first.sets) {
    const { parameter, value } = first.sets;
    const same = more.every((call) => call.sets?.parameter.name === parameter.name && call.sets.value === value);
    const name = parameter.label[0]!.toLowerCase() + parameter.label.slice(1);
    return `Sets ${name} to ${formatQuantity(value, parameter.unit)}${same && more.length > 0 ? ", in both pairs" : rest}`;
  }
  if (first.contract === null) return `Calls a contract that is none of ours${rest}`;
  return `Calls ${contractNames[first.contract]}${first.functionName ? `.${first.functionName}` : ""}${rest}`;
}
