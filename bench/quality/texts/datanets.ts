import { ADMISSION_LIMIT_BPS, createShingleSet, type SourceDocument } from "../../../lib/attribution/index.ts";
import { licenceWorks } from "../../../scripts/seed/texts/licences.ts";
import { manualWorks } from "../../../scripts/seed/texts/manual.ts";
import type { Work } from "../../../scripts/seed/texts/work.ts";

/** The seeded datanets as admission leaves them: a text more than nine tenths contained in earlier ones is refused. */
export const datanets = {
  licences: () => admitted(licenceWorks),
  manual: () => admitted(manualWorks),
};

function admitted(works: readonly Work[]): SourceDocument[] {
  const known = createShingleSet();
  return works.flatMap(({ title, text }) => {
    if (known.containmentBps(text) > ADMISSION_LIMIT_BPS) return [];
    known.add(text);
    return [{ id: title, title, text }];
  });
}
