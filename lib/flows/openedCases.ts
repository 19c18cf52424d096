import { type Hex, type Log, parseEventLogs } from "viem";
import { arbiterAbi } from "../abi/arbiter.ts";
import { caseSubject } from "../chain/enums.ts";
import type { Result, Tools } from "../tx/flow.ts";

export type OpenedCase = { caseId: bigint; evidenceHash: Hex };

/** Cases about one thing, the oldest first. */
export async function openedCases(
  { subject, id }: { subject: keyof typeof caseSubject; id: bigint },
  tools: Tools,
): Promise<OpenedCase[]> {
  const events = await tools.port.events({
    address: tools.network.deployment.contracts.arbiter,
    abi: arbiterAbi,
    eventName: "Opened",
    args: { subject: caseSubject[subject], id },
    fromBlock: BigInt(tools.network.deployment.startBlock),
  });
  return events.map(({ args }) => args as OpenedCase);
}

/** The case that a transaction opened. */
export function openedIn(result: Result): bigint {
  const { logs } = (result as Extract<Result, { kind: "write" }>).outcome;
  const [opened] = parseEventLogs({ abi: arbiterAbi, eventName: "Opened", logs: logs as Log[] });
  if (!opened) throw new Error("The transaction holds no Opened event.");
  return opened.args.caseId;
}
