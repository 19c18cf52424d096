import { type Hex, type Log, parseEventLogs } from "viem";
import { registryAbi } from "../abi/registry.ts";
import { assetKind } from "../chain/assetKind.ts";
import type { Split } from "../ledger/index.ts";
import type { Flow, Result } from "../tx/flow.ts";

export type RegisterModelRequest = {
  name: string;
  /** Of the stored document. */
  uri: string;
  contentHash: Hex;
  /** Datanets it is made from. */
  parents: bigint[];
  split: Split;
};

export type RegisterModelFacts = {
  /** The model's registry id, known once it is registered. */
  model: bigint | null;
};

/** Registers a model whose document is stored; it is callable when the index has it. */
export const registerModelFlow: Flow<RegisterModelRequest, RegisterModelFacts> = {
  name: "registerModel",

  plan: async () => ({ facts: { model: null }, steps: ["register"] }),

  title: (_, { name }) => `Register ${name}`,

  async act(_, { split, contentHash, parents, uri }, __, { network }) {
    const args = [assetKind.model, split, contentHash, parents, uri];
    return {
      kind: "write",
      call: { address: network.deployment.contracts.registry, abi: registryAbi, functionName: "register", args },
    };
  },

  learn(_, result) {
    const { outcome } = result as Extract<Result, { kind: "write" }>;
    const [registered] = parseEventLogs({ abi: registryAbi, eventName: "Registered", logs: outcome.logs as Log[] });
    if (!registered) throw new Error("The transaction holds no Registered event.");
    return { model: registered.args.id };
  },

  /** A model with this very document, registered by this account: the document names its training, so it is the one. */
  async recover(_, { contentHash }, __, { network, port }) {
    const at = {
      address: network.deployment.contracts.registry,
      abi: registryAbi,
      fromBlock: BigInt(network.deployment.startBlock),
    };
    const mine = await port.events({
      ...at,
      eventName: "Registered",
      args: { owner: port.account, kind: assetKind.model },
    });
    for (const { args } of mine.toReversed()) {
      const published = await port.events({ ...at, eventName: "Published", args: { id: args.id } });
      if (published.some((event) => event.args.contentHash === contentHash)) return { model: args.id as bigint };
    }
    return null;
  },
};
