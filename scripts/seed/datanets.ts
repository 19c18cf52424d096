import type { Account } from "viem";
import { curationAbi } from "../../lib/abi/curation.ts";
import { registryAbi } from "../../lib/abi/registry.ts";
import { ledgerRoot } from "../../lib/attribution/index.ts";
import { localAccounts } from "../../lib/chain/localAccounts.ts";
import { register } from "./actors.ts";
import { waitFor } from "./clock.ts";
import { awaitReviews, commitLots, contributeLots, revealLots } from "./contributions.ts";
import { dealOut } from "./dealOut.ts";
import { licencesDocument, manualDocument } from "./documents.ts";
import { type Lot, prepareLots } from "./prepare.ts";
import type { Session } from "./session.ts";
import { licenceWorks } from "./texts/licences.ts";
import { manualWorks } from "./texts/manual.ts";

/** Handed in days later than the rest, so that a datanet has more than one version to show. */
const LATE = 24;
const LICENCE_CONTRIBUTORS = 12;

export interface Datanets {
  licences: bigint;
  manual: bigint;
}

/** Two datanets by two owners: one hides contributions until they are revealed, one takes them directly. */
export async function createDatanets(session: Session): Promise<Datanets> {
  const [lawyer, builder] = localAccounts().datanetOwners;
  const licences = await register(session, lawyer!, "datanet", licencesDocument);
  const manual = await register(session, builder!, "datanet", manualDocument);
  await setPolicy(session, lawyer!, licences, { minReviews: 3, direct: false });
  await setPolicy(session, builder!, manual, { minReviews: 2, direct: true });
  return { licences, manual };
}

/** Licences in lots of one contributor after the other, and the manual's pages by four others. */
export async function contributeAll(session: Session, { licences, manual }: Datanets, reveal: () => Promise<void>) {
  const people = localAccounts().contributors;
  const lawyers = dealOut(licenceWorks.slice(0, -LATE), people.slice(0, LICENCE_CONTRIBUTORS));
  const sealed = await prepareLots(session, licences, lawyers, { secret: true });
  await commitLots(session, sealed);
  const writers = dealOut(manualWorks, people.slice(LICENCE_CONTRIBUTORS));
  await contributeLots(session, await prepareLots(session, manual, writers, { secret: false }));
  session.say(`${licenceWorks.length - LATE} licences committed, ${manualWorks.length} manual pages contributed`);
  await reveal();
  await revealLots(session, sealed);
  await awaitReviews(session);
  await Promise.all([awaitVersion(session, licences), awaitVersion(session, manual)]);
}

/** The last licences, and a copy of the first one by somebody who hopes to earn from it: its review rejects it. */
export async function contributeLate(session: Session, { licences }: Datanets, reveal: () => Promise<void>) {
  const people = localAccounts().contributors;
  const copy: Lot = { contributor: people[LICENCE_CONTRIBUTORS]!, works: licenceWorks.slice(0, 1) };
  const lots = [...dealOut(licenceWorks.slice(-LATE), people.slice(4, LICENCE_CONTRIBUTORS)), copy];
  const sealed = await prepareLots(session, licences, lots, { secret: true });
  await commitLots(session, sealed);
  await reveal();
  await revealLots(session, sealed);
  await awaitReviews(session);
  await awaitVersion(session, licences);
}

async function setPolicy(
  session: Session,
  owner: Account,
  datanet: bigint,
  policy: { minReviews: number; direct: boolean },
) {
  const curation = { address: session.contracts.curation, abi: curationAbi };
  const { minReviews } = await session.client.readContract({ ...curation, functionName: "policyOf", args: [datanet] });
  if (minReviews === policy.minReviews) return;
  await session.send(owner, { ...curation, functionName: "setPolicy", args: [datanet, policy] });
}

/** The worker publishes a datanet's next version for its owner; it is complete when it binds all that was accepted. */
async function awaitVersion({ sql, client, contracts }: Session, datanet: bigint): Promise<void> {
  await waitFor(`a version of datanet ${datanet} with all its contributions`, async () => {
    const rows = await sql<{ id: bigint; root: `0x${string}` }[]>`
      select id, root from indexer.contribution where datanet = ${String(datanet)} and status = 'accepted' order by id`;
    const complete = ledgerRoot(rows.map((row) => ({ ...row, kind: "paid" as const })));
    const published = await client.getContractEvents({
      address: contracts.registry,
      abi: registryAbi,
      eventName: "Published",
      args: { id: datanet },
      fromBlock: 0n,
    });
    return published.at(-1)?.args.contentHash === complete;
  });
}
