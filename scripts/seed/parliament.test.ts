import { keccak256 } from "viem";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openGovernorAbi } from "../../lib/abi/opengovernor.ts";
import { settlementAbi } from "../../lib/abi/settlement.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { deploy } from "../chain/deploy.ts";
import { startAnvil } from "../chain/testing/startAnvil.ts";
import { chainClient } from "../stack/chain.ts";
import { DAY, HOUR, timeOf, travelTo } from "./clock.ts";
import { appointDelegates } from "./delegates.ts";
import { agendaOf, commonsMotion } from "./motions.ts";
import { attend, LEGISLATION, pass } from "./parliament.ts";
import { type Session, senderOf } from "./session.ts";

let anvil: Awaited<ReturnType<typeof startAnvil>>;
let session: Session;

beforeAll(async () => {
  anvil = await startAnvil("--accounts", "80", "--timestamp", "1700000000");
  const { rpcUrl } = anvil;
  const { deployer, holder, guardian, gateway, treasury } = localAccounts();
  const deployment = await deploy({
    ...{ rpcUrl, chainName: "test", deployer, stable: "test", minBond: 5_000n * 10n ** 18n },
    ...{ holder: holder.address, guardian: guardian.address, gateway: gateway.address, treasury: treasury.address },
    commons: { contentHash: keccak256("0x"), uri: "" },
  });
  const client = chainClient(rpcUrl);
  // What governance uses of a session, without a place for the texts.
  const [api, upload] = [{ upload: async () => "" }, async () => ({ uri: "ipfs://" })];
  const part = { client, contracts: deployment.contracts, send: senderOf(rpcUrl), say: vi.fn(), api, upload };
  session = part as unknown as Session;
});

afterAll(() => anvil.stop());

test("the first proposal enters the commons, and the rest end in every state there is", async () => {
  const { client, contracts } = session;
  const begin = Number((await client.getBlock({ blockNumber: 0n })).timestamp) + LEGISLATION;
  await appointDelegates(session);
  await travelTo(session, (await timeOf(session)) + HOUR);
  await pass(session, await commonsMotion(session));
  expect(await timeOf(session)).toBeLessThan(begin + 6 * HOUR);

  const agenda = agendaOf(begin);
  for (let day = 0; day <= 14; day++) {
    await travelTo(session, begin + day * DAY + HOUR / 2);
    await attend(session, agenda);
    await attend(session, agenda); // a seed may be interrupted anywhere
  }
  const governor = { address: contracts.governor, abi: openGovernorAbi };
  const created = await client.getContractEvents({ ...governor, eventName: "ProposalCreated", fromBlock: 0n });
  const states = [];
  for (const { args } of created) {
    states.push(await client.readContract({ ...governor, functionName: "state", args: [args.proposalId!] }));
  }
  const [pending, active, defeated, queued, executed] = [0, 1, 3, 5, 7];
  expect(states).toEqual([executed, executed, defeated, defeated, queued, active, pending]);
  for (const address of [contracts.settlement, contracts.dollarSettlement!]) {
    const minBond = await client.readContract({ address, abi: settlementAbi, functionName: "minBond" });
    expect(minBond).toBe(10_000n * 10n ** 18n);
  }
}, 300_000); // a hundred transactions
