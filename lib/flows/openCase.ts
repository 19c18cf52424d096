import type { Address, Hex } from "viem";
import { arbiterAbi } from "../abi/arbiter.ts";
import { settlementAbi } from "../abi/settlement.ts";
import { settlementState } from "../chain/enums.ts";
import { head } from "../format/cut.ts";
import { formatOpen } from "../format/money.ts";
import { askApi } from "../tx/api.ts";
import type { Action, Flow, Result, Tools } from "../tx/flow.ts";
import { allowanceOf, approve } from "./approve.ts";
import { type OpenedCase, openedCases, openedIn } from "./openedCases.ts";

export type OpenCaseRequest = {
  subject: "epoch" | "asset" | "contribution";
  /** Of the epoch, asset or contribution. */
  id: bigint;
  /** Of a contribution: the item's index, or 2^32 - 1 for all of it. */
  item: number;
  /** What is wrong, for everybody to read: stored, and its keccak256 on the chain. */
  evidence: string;
  /** Wei of OPEN. */
  bond: bigint;
};

export type OpenCaseFacts = {
  /** keccak256 of the evidence; null until it is stored. */
  evidenceHash: Hex | null;
  /** The newest case about the same thing that the account's evidence could be taken for: a later one is the one under way. */
  newest: bigint;
  /** The case; null until it is open. */
  caseId: bigint | null;
};

/** The reason that goes on the chain with a dispute: the evidence has the rest. */
const REASON_MAX = 200;

/**
 * Brings a case: stores the evidence, allows the bond if need be, disputes the epoch unless somebody has (its bond is then the case's), and opens
 * the case. Cases about an asset or a contribution have a bond of their own.
 */
export const openCaseFlow: Flow<OpenCaseRequest, OpenCaseFacts> = {
  name: "openCase",

  async plan(request, tools) {
    const { subject, bond } = request;
    const disputes = subject === "epoch" && !(await isDisputed(request, tools));
    const needsBond = subject !== "epoch" || disputes;
    const short = needsBond && (await allowanceOf(tools, bondHolder(request, tools))) < bond;
    const newest = (await openedCases(request, tools)).at(-1)?.caseId ?? 0n;
    const steps = ["evidence", ...(short ? ["approve"] : []), ...(disputes ? ["dispute"] : []), "open"];
    return { facts: { evidenceHash: null, newest, caseId: null }, steps };
  },

  title(step, { subject, id, bond }) {
    const titles: Record<string, string> = {
      evidence: "Store the evidence",
      approve: `Allow the bond of ${formatOpen(bond, "full")} OPEN`,
      dispute: `Dispute epoch ${id}`,
      open: `Open the case about ${subject} ${id}`,
    };
    return titles[step] ?? step;
  },

  async act(step, request, facts, tools): Promise<Action> {
    const { subject, id, item, evidence, bond } = request;
    if (step === "evidence")
      return { kind: "ask", request: () => askApi("/api/v1/evidence", { method: "POST", body: evidence }) };
    if (step === "approve") return approve(tools, bondHolder(request, tools), bond);
    const { settlement } = tools.network.deployment.contracts;
    if (step === "dispute") {
      const args = [id, head(evidence, REASON_MAX)];
      return { kind: "write", call: { address: settlement, abi: settlementAbi, functionName: "dispute", args } };
    }
    const calls = {
      epoch: { functionName: "openEpoch", args: [settlement, id, facts.evidenceHash] },
      asset: { functionName: "openAsset", args: [id, facts.evidenceHash] },
      contribution: { functionName: "openContribution", args: [id, item, facts.evidenceHash] },
    };
    return {
      kind: "write",
      call: { address: tools.network.deployment.contracts.arbiter, abi: arbiterAbi, ...calls[subject] },
    };
  },

  learn(step, result, _, facts) {
    if (step === "evidence") {
      const { hash } = (result as Extract<Result, { kind: "ask" }>).answer as { hash: Hex };
      return { ...facts, evidenceHash: hash };
    }
    if (step !== "open") return facts;
    return { ...facts, caseId: openedIn(result) };
  },

  async recover(step, request, facts, tools) {
    if (step === "approve")
      return (await allowanceOf(tools, bondHolder(request, tools))) >= request.bond ? facts : null;
    if (step === "dispute") return (await isDisputed(request, tools)) ? facts : null;
    if (step !== "open") return null; // storing the same twice changes nothing
    const isThis = ({ caseId, evidenceHash }: OpenedCase) =>
      caseId > facts.newest && evidenceHash === facts.evidenceHash;
    const found = (await openedCases(request, tools)).find(isThis);
    return found ? { ...facts, caseId: found.caseId } : null;
  },
};

/** Who takes the bond: of a dispute the settlement, else the arbiter. */
const bondHolder = ({ subject }: OpenCaseRequest, tools: Tools): Address =>
  subject === "epoch" ? tools.network.deployment.contracts.settlement : tools.network.deployment.contracts.arbiter;

async function isDisputed({ id }: OpenCaseRequest, { port, network }: Tools): Promise<boolean> {
  const { state } = await port.read<{ state: number }>({
    address: network.deployment.contracts.settlement,
    abi: settlementAbi,
    functionName: "epochOf",
    args: [id],
  });
  return state === settlementState.disputed;
}
