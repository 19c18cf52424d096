import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

interface Asked {
  model: string;
  messages: { role: string; content: string }[];
}

/** Every so many words one is replaced: too often for a run of four to stand. */
const EVERY = 3;
const OTHER_WORDS = "quite indeed rather thereby instead likewise namely hence".split(" ");
/** Words of the first passage that are quoted as they are. */
const QUOTED = 12;
const PASSAGE = /\[passage (\d+) (\w+)\] [^\n]*\n([\s\S]*?)\n\[end of passage \1 \2\]/g;

/**
 * An OpenAI-compatible server that stands for a model which answers in its own words: it quotes the beginning of the first passage it is
 * given and rewrites the rest of the first two, sentence by sentence from the last to the first, every third word replaced. The same
 * prompt always gets the same answer. Its models "nonsense", "endless" and "mute" misbehave as they are named.
 */
export function createParaphraser(): Server {
  return createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== "/v1/chat/completions") return void response.writeHead(404).end();
  let body = "";
  for await (const part of request) body += part;
  const asked = JSON.parse(body) as Asked;
  response.writeHead(200, { "content-type": "text/event-stream" });
  if (asked.model === "nonsense") return void response.end("data: <html>no model here</html>\n\n");
  if (asked.model !== "mute") {
    for (const word of asked.model === "endless" ? endless() : answerTo(asked).match(/\S+\s*/g)!) {
      if (response.destroyed) return;
      if (!response.write(event({ content: word }))) await new Promise((go) => response.once("drain", go));
    }
  }
  response.write(event({}, "stop"));
  response.end("data: [DONE]\n\n");
}

function answerTo({ messages }: Asked): string {
  const prompt = messages.map(({ content }) => content).join("\n");
  const passages = [...prompt.matchAll(PASSAGE)].map(([, , , text]) => text!);
  if (passages.length === 0) return "Nothing was given to answer that from.";
  const words = passages[0]!.split(/\s+/);
  const rest = [words.slice(QUOTED).join(" "), ...passages.slice(1, 2)].filter(Boolean);
  return [`“${words.slice(0, QUOTED).join(" ")}”`, ...rest.map(rewrite)].join("\n\n");
}

function rewrite(text: string): string {
  const sentences = text.split(/(?<=[.;:])\s+/).reverse();
  let at = 0;
  return sentences
    .map((sentence) =>
      sentence
        .split(/\s+/)
        .map((word) => (++at % EVERY === 0 ? OTHER_WORDS[at % OTHER_WORDS.length]! : word))
        .join(" "),
    )
    .join(" ");
}

function* endless() {
  for (let i = 0; i < 1_000_000; i++) yield `word${i} `;
}

const event = (delta: { content?: string }, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
