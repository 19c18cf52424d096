import Link from "next/link";
import { serverEnv } from "@/lib/env/server.ts";
import { accountHref } from "../../lib/site/hrefs.ts";
import { Card } from "../ui/Card.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";
import { callName } from "./callName.ts";

/** How an application calls the model: the official client, and plain HTTP. */
export async function CallIt({ model, onAccount = false }: { model: bigint; onAccount?: boolean }) {
  const name = await callName(model);
  const base = `${serverEnv().APP_URL}/api/v1`;
  const samples = [
    {
      name: "openai client",
      code: `import OpenAI from "openai";

const client = new OpenAI({
  baseURL: "${base}",
  apiKey: process.env.OPENLEDGER_API_KEY,
});
const answer = await client.chat.completions.create({
  model: "${name}",
  messages: [{ role: "user", content: "…" }],
});`,
    },
    {
      name: "curl",
      code: `curl ${base}/chat/completions \\
  -H "Authorization: Bearer $OPENLEDGER_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"model": "${name}",
       "messages": [{"role": "user", "content": "…"}]}'`,
    },
  ];
  return (
    <Card
      id="call"
      title="Call it"
      note={
        <>
          Any OpenAI-compatible client works. Make a key{" "}
          {onAccount ? (
            "above"
          ) : (
            <>
              on your{" "}
              <Link className="link" href={accountHref} prefetch={false}>
                account page
              </Link>
            </>
          )}
          ; the answer carries its receipt’s id. Question and answer stay private unless you add{" "}
          <code className="font-mono text-[0.9em]">&quot;visibility&quot;: &quot;public&quot;</code>.
        </>
      }
    >
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 lg:grid-cols-2">
        {samples.map((sample) => (
          <div key={sample.name} className="min-w-0">
            <div className="mb-1.5 flex items-center justify-between text-[13px] text-ink-2">
              <span>{sample.name}</span>
              <CopyButton text={sample.code} />
            </div>
            <pre className="whitespace-pre-wrap rounded-control bg-sunken p-3 font-mono text-[12.5px] leading-relaxed [overflow-wrap:anywhere]">
              {sample.code}
            </pre>
          </div>
        ))}
      </div>
    </Card>
  );
}
