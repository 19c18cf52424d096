// The official client against a running gateway, at once and streaming.
import OpenAI from "openai";
import { formatUnits } from "viem";
import { commandArguments, refuse } from "../stack/arguments.ts";

const MANUAL = {
  name: "openai",
  does: "Asks a running OpenLedger with the official OpenAI client, at once and streaming.",
  usage:
    "node_modules/.bin/node scripts/examples/openai.ts --key ol_… (an API key: make one on the Account page) [--base http://127.0.0.1:3000/api/v1] [--model NAME] [--question TEXT]",
};
const options = {
  key: { type: "string" },
  base: { type: "string", default: "http://127.0.0.1:3000/api/v1" },
  model: { type: "string" },
  question: { type: "string", default: "Does the Apache licence grant a patent licence?" },
} as const;
const { values } = commandArguments({ options }, MANUAL);
if (!values.key) refuse(MANUAL, `give an API key. Usage: ${MANUAL.usage}`);

/** What the gateway adds to an answer, and to the last chunk of a stream. */
interface Ours {
  openledger?: { receipt: string; fee: string; receiptUrl: string };
}

const client = new OpenAI({ apiKey: values.key, baseURL: values.base });
const { data: models } = await client.models.list().catch((error: unknown) => {
  if (!(error instanceof OpenAI.APIConnectionError)) throw error;
  console.error(
    `Nothing answers at ${values.base}: start OpenLedger with npm start, or name another address with --base.`,
  );
  process.exit(1);
});
const model = values.model ?? models[0]?.id;
if (!model) throw new Error("The gateway serves no model yet.");
console.log(`models: ${models.map(({ id }) => id).join(", ")}\nasking ${model}: ${values.question}\n`);
const messages = [{ role: "user" as const, content: values.question }];

const answer = await client.chat.completions.create({ model, messages });
console.log(`at once: ${answer.choices[0]?.message.content}`);
show(answer as Ours, answer.usage);

const startedAt = performance.now();
let firstTokenMs: number | undefined;
let last: (OpenAI.ChatCompletionChunk & Ours) | undefined;
const stream = await client.chat.completions.create({
  model,
  messages,
  stream: true,
  stream_options: { include_usage: true },
});
process.stdout.write("streaming: ");
for await (const chunk of stream) {
  const piece = chunk.choices[0]?.delta.content;
  if (piece) firstTokenMs ??= performance.now() - startedAt;
  process.stdout.write(piece ?? "");
  last = chunk;
}
console.log(`\n  first words after ${firstTokenMs?.toFixed(0)} ms`);
show(last ?? {}, last?.usage);

function show({ openledger }: Ours, usage: OpenAI.CompletionUsage | null | undefined) {
  if (!openledger) throw new Error("The answer names no receipt.");
  console.log(
    `  tokens ${usage?.prompt_tokens} + ${usage?.completion_tokens}, fee ${formatUnits(BigInt(openledger.fee), 18)} OPEN`,
  );
  console.log(`  receipt ${openledger.receiptUrl}\n`);
}
