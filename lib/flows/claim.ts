import { type Hex, type Log, parseEventLogs } from "viem";
import { settlementAbi } from "../abi/settlement.ts";
import { formatOpen } from "../format/money.ts";
import type { Flow, Result } from "../tx/flow.ts";

/** One payee's leaf and its proof, as Settlement takes them. `amount` is cumulative, in wei. */
export type Claim = { epoch: bigint; index: bigint; payee: Hex; amount: bigint; proof: Hex };

export type ClaimRequest = {
  claims: Claim[];
  /** Wei that this is expected to pay out: cumulative amounts less what was claimed before. */
  pays: bigint;
};

/** Wei that the chain did pay out, by its own events; null until it has. */
export type ClaimFacts = { paid: bigint | null };

type Claimed = { payee: Hex; epoch: bigint; amount: bigint };

/** Takes out everything that is due in one transaction. Anyone may send it; the money goes to the payee. */
export const claimFlow: Flow<ClaimRequest, ClaimFacts> = {
  name: "claim",
  plan: async () => ({ facts: { paid: null }, steps: ["claim"] }),
  title: (_, { pays }) => `Claim ${formatOpen(pays, "precise")} OPEN`,
  async act(_, { claims }, __, { network }) {
    const settlement = { address: network.deployment.contracts.settlement, abi: settlementAbi };
    const [only] = claims;
    return claims.length === 1
      ? { kind: "write", call: { ...settlement, functionName: "claim", args: [only] } }
      : { kind: "write", call: { ...settlement, functionName: "claimMany", args: [claims] } };
  },

  learn(_, result, { claims }) {
    const { logs } = (result as Extract<Result, { kind: "write" }>).outcome;
    const events = parseEventLogs({ abi: settlementAbi, eventName: "Claimed", logs: logs as Log[] });
    const paid = events.map(({ args }) => args).filter((args) => claims.some((claim) => isFor(args, claim)));
    if (paid.length === 0) throw new Error("The transaction holds no Claimed event.");
    return { paid: sum(paid) };
  },

  /** A payee claims under an epoch once: an event under the claim's own is this one. */
  async recover(_, { claims }, __, { port, network }) {
    const { contracts, startBlock } = network.deployment;
    const found = await Promise.all(
      claims.map(async (claim) => {
        const events = await port.events({
          address: contracts.settlement,
          abi: settlementAbi,
          eventName: "Claimed",
          args: { payee: claim.payee, epoch: claim.epoch },
          fromBlock: BigInt(startBlock),
        });
        return events.map(({ args }) => args as Claimed).find((args) => isFor(args, claim));
      }),
    );
    const paid = found.filter((event) => event !== undefined);
    return paid.length === claims.length ? { paid: sum(paid) } : null;
  },
};

const isFor = ({ payee, epoch }: Pick<Claimed, "payee" | "epoch">, claim: Claim) =>
  payee.toLowerCase() === claim.payee.toLowerCase() && epoch === claim.epoch;

const sum = (events: readonly { amount: bigint }[]) => events.reduce((total, { amount }) => total + amount, 0n);
