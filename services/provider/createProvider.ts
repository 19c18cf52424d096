import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Address, Hex } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { saltedHash, servedTypedData } from "../../lib/ledger/index.ts";
import { ModelError, type Models } from "./models.ts";
import { type ProviderRequest, RequestError, readRequest } from "./readRequest.ts";

export interface ProviderOptions {
  models: Models;
  /** Signs what was served: the owner of the provider's registry entry. */
  account: PrivateKeyAccount;
  at: { chainId: number; settlement: Address };
}

interface Context extends ProviderOptions {
  request: ProviderRequest;
  response: ServerResponse;
}

/**
 * An OpenAI-compatible server: `POST /v1/chat/completions` for models `<registry id>@<version>`, and `GET /health`. With the headers
 * x-openledger-receipt and x-openledger-salt its last chunk carries the signature over what it served.
 */
export function createProvider(options: ProviderOptions): Server {
  return createServer((request, response) => {
    route(options, request, response).catch((error: Error) => {
      const known = error instanceof RequestError || error instanceof ModelError;
      if (!known && !response.destroyed) console.error("provider:", error);
      const message = known ? error.message : "Something failed in this node; it was logged.";
      fail(response, known ? error.status : 500, message);
    });
  });
}

async function route(options: ProviderOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.split("?")[0];
  if (path === "/health") {
    const loaded = options.models.loaded();
    return void sendJson(response, 200, { ok: true, address: options.account.address, models: loaded });
  }
  if (path !== "/v1/chat/completions") return fail(response, 404, "There is nothing here.");
  if (request.method !== "POST") return fail(response, 405, "Use POST.");
  const context = { ...options, request: await readRequest(request), response };
  await (context.request.stream ? streamAnswer(context) : wholeAnswer(context));
}

async function streamAnswer(context: Context): Promise<void> {
  const { response } = context;
  const head = headOf(context, "chat.completion.chunk");
  const chunk = (delta: object, finish: string | null, more: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ ...head, choices: [{ index: 0, delta, finish_reason: finish }], ...more })}\n\n`,
    );
  const { finish, signed } = await run(context, (piece) => {
    // Not before the first words: until then an error can still be told by its status.
    if (!response.headersSent) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
      chunk({ role: "assistant", content: "" }, null);
    }
    chunk({ content: piece }, null);
  });
  chunk({}, finish, signed);
  response.end("data: [DONE]\n\n");
}

async function wholeAnswer(context: Context): Promise<void> {
  let content = "";
  const { finish, signed } = await run(context, (piece) => {
    content += piece;
  });
  sendJson(context.response, 200, {
    ...headOf(context, "chat.completion"),
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: finish }],
    ...signed,
  });
}

/** Lets the model answer and signs what it said. Stops when the caller goes away. */
async function run({ models, account, at, request, response }: Context, deliver: (piece: string) => void) {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const model = await models.get(request.id, request.version);
  const pieces = model.answer(request, gone.signal);
  let text = "";
  for (;;) {
    const next = await pieces.next();
    if (next.done) {
      const { receipt } = request;
      if (!receipt) return { finish: next.value, signed: {} };
      const served = { receipt: receipt.id, responseHash: saltedHash(receipt.salt, text) };
      const signature: Hex = await account.signTypedData(servedTypedData(at, served));
      return { finish: next.value, signed: { openledger: { signature } } };
    }
    gone.signal.throwIfAborted();
    // A text column cannot keep U+0000: what is signed must be what gateways keep.
    const piece = next.value.replaceAll("\0", "\uFFFD");
    text += piece;
    deliver(piece);
  }
}

function headOf({ request }: Context, object: string) {
  const created = Math.floor(Date.now() / 1000);
  return { id: `chatcmpl-${randomUUID()}`, object, created, model: `${request.id}@${request.version}` };
}

/** Before the first byte as a status, after it as an event: the stream then ends without [DONE]. */
function fail(response: ServerResponse, status: number, message: string): void {
  const error = { message, type: status < 500 ? "invalid_request_error" : "api_error", code: null, param: null };
  if (response.headersSent) response.end(`data: ${JSON.stringify({ error })}\n\n`);
  else sendJson(response, status, { error });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
