import { type Hex, type Log, parseEventLogs } from "viem";
import { curationAbi } from "../abi/curation.ts";
import { formatOpen } from "../format/money.ts";
import { commitmentOf } from "../ledger/index.ts";
import type { Flow, Result, Tools } from "../tx/flow.ts";
import { allowanceOf, approve } from "./approve.ts";

export type ContributeRequest = {
  datanet: bigint;
  /** The datanet takes both steps in one transaction; its contributions can be front-run. */
  direct: boolean;
  title: string;
  /** Root over the items' hashes, for this contributor. */
  root: Hex;
  items: number;
  words: number;
  uri: string;
  /** Wei. */
  bond: bigint;
  /** 32 random bytes, made and kept in this browser: without them a commitment cannot be revealed. */
  salt: Hex;
};

export type ContributeFacts = {
  /** The contribution's id, known once committed. */
  contribution: bigint | null;
  /** Block time of the commit, unix seconds. */
  committedAt: number;
};

const write = ({ network }: Tools, functionName: string, args: readonly unknown[]) => ({
  kind: "write" as const,
  call: { address: network.deployment.contracts.curation, abi: curationAbi, functionName, args },
});

const commitment = (request: ContributeRequest, { port }: Tools) =>
  commitmentOf({ ...request, contributor: port.account });

/** Approve the bond if need be; then commit, wait for the next block and reveal, or both at once where the datanet is direct. */
export const contributeFlow: Flow<ContributeRequest, ContributeFacts> = {
  name: "contribute",

  async plan(request, tools) {
    const allowance = await allowanceOf(tools, tools.network.deployment.contracts.curation);
    const steps = request.direct ? ["contribute"] : ["commit", "wait", "reveal"];
    return {
      facts: { contribution: null, committedAt: 0 },
      steps: allowance < request.bond ? ["approve", ...steps] : steps,
    };
  },

  title(step, request) {
    const titles: Record<string, string> = {
      approve: `Allow the bond of ${formatOpen(request.bond, "precise")} OPEN`,
      commit: "Commit: take your place in the ledger",
      wait: "Wait for the next block",
      reveal: "Reveal what you committed",
      contribute: "Contribute",
    };
    return titles[step] ?? step;
  },

  async act(step, request, facts, tools) {
    const { datanet, root, items, words, uri, salt } = request;
    switch (step) {
      case "approve":
        return approve(tools, tools.network.deployment.contracts.curation, request.bond);
      case "commit":
        return write(tools, "commit", [datanet, commitment(request, tools), words]);
      case "wait":
        return { kind: "wait", until: async () => (await tools.port.pendingTime()) > facts.committedAt };
      case "reveal":
        return write(tools, "reveal", [facts.contribution, root, items, uri, salt]);
      default:
        return write(tools, "contribute", [datanet, root, items, words, uri]);
    }
  },

  learn(step, result, _, facts) {
    if (step !== "commit" && step !== "contribute") return facts;
    const { outcome } = result as Extract<Result, { kind: "write" }>;
    const [committed] = parseEventLogs({ abi: curationAbi, eventName: "Committed", logs: outcome.logs as Log[] });
    if (!committed) throw new Error("The transaction holds no Committed event.");
    return { contribution: committed.args.id, committedAt: outcome.time };
  },

  async recover(step, request, facts, tools) {
    const { contracts, startBlock } = tools.network.deployment;
    if (step === "approve") return (await allowanceOf(tools, contracts.curation)) >= request.bond ? facts : null;
    if (step === "reveal") {
      const revealed = await tools.port.events({
        address: contracts.curation,
        abi: curationAbi,
        eventName: "Revealed",
        args: { id: facts.contribution },
        fromBlock: BigInt(startBlock),
      });
      return revealed.length > 0 ? facts : null;
    }
    if (step !== "commit") return null; // in a direct datanet the chain itself refuses the same text twice
    const mine = await tools.port.events({
      address: contracts.curation,
      abi: curationAbi,
      eventName: "Committed",
      args: { datanet: request.datanet, contributor: tools.port.account },
      fromBlock: BigInt(startBlock),
    });
    const wanted = commitment(request, tools);
    const found = mine.find((event) => event.args.commitment === wanted);
    return found
      ? { ...facts, contribution: found.args.id as bigint, committedAt: await tools.port.pendingTime() }
      : null;
  },
};
