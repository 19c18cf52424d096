// Traces an answer by versions of model 9, one after the other, and says each result; for the test that kills it.
import { parseBits } from "../../../lib/attribution/index.ts";
import { connect } from "../../../lib/db/client.ts";
import type { ServedReceipt } from "../../../lib/db/worker/traces.ts";
import { createFileStore } from "../../../lib/storage/fileStore.ts";
import { attributor } from "../trace/attributor.ts";
import { ModelLedgers } from "../trace/ModelLedgers.ts";

const [databaseUrl, index, store, answer, ...versions] = process.argv.slice(2) as string[];
const say = (line: string) => process.stdout.write(`${line}\n`);
const sql = connect(databaseUrl!);
const ledgers = new ModelLedgers(sql, { index: index!, store: store!, bits: "" }, say);
const none = { get: () => Promise.reject(new Error("no classifier here")) };
const attribute = attributor({ bits: parseBits(""), store: createFileStore(store!) }, async () => null, ledgers, none);
for (const version of versions) {
  const { resultHash } = await attribute({
    model: 9n,
    version: Number(version),
    answer: answer!,
    passages: null,
  } as ServedReceipt);
  say(`version ${version}: ${resultHash}`);
}
await sql.end();
