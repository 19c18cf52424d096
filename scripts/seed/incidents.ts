import { accuseContributor, acquitContributor, convictProvider, doubtEpoch } from "./cases.ts";
import type { Datanets } from "./datanets.ts";
import { emit } from "./emissions.ts";
import type { Session } from "./session.ts";
import { startThaws } from "./stakes.ts";

/** What happens besides questions and answers, each after the settlement of that asking day (0 is the first). */
export function incidentsOf(session: Session, datanets: Datanets): (() => Promise<void>)[] {
  return [
    () => emit(session, 1, 40),
    () => convictProvider(session),
    () => doubtEpoch(session),
    () => acquitContributor(session, datanets.licences),
    () => emit(session, 2, 25),
    () => startThaws(session, datanets),
    () => accuseContributor(session, datanets.licences),
  ];
}
