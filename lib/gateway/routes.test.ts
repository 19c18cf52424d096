import { renameSync, rmSync, writeFileSync } from "node:fs";
import { createPublicClient, http, parseEther } from "viem";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type LocalStack, startLocalStack } from "../../services/worker/testing/localStack.ts";
import { connect } from "../db/client.ts";
import { saveDocument } from "../db/worker/documents.ts";
import { getAccount } from "./account/getAccount.ts";
import { modelNamed, servedModels } from "./chat/models.ts";
import { getBlob, postBlob } from "./data/blobs.ts";
import { getBookedReceipts } from "./data/getBookedReceipts.ts";
import { getLedger } from "./data/getLedger.ts";
import { getReceipt } from "./data/getReceipt.ts";
import { createQuota } from "./http/createQuota.ts";
import { json, respond } from "./http/respond.ts";
import { postAdvance } from "./local/postAdvance.ts";
import { postBallot } from "./local/postBallot.ts";
import { postFaucet } from "./local/postFaucet.ts";
import { postVotes } from "./local/postVotes.ts";
import { gatewayWorld } from "./testing/gatewayWorld.ts";

let stack: LocalStack;
let world: Awaited<ReturnType<typeof gatewayWorld>>;
const PLENTY = parseEther("100");

beforeAll(async () => {
  stack = await startLocalStack({ chain: false });
  world = await gatewayWorld(stack);
  await world.addProvider(3n, world.reference);
});
afterAll(async () => {
  await world?.removeProviders();
  await stack?.stop();
  vi.unstubAllEnvs();
});

const request = (body?: BodyInit, key?: string) =>
  new Request("http://gateway/", {
    ...(body !== undefined && { method: "POST", body }),
    headers: key ? { authorization: `Bearer ${key}` } : {},
  });

describe("receipts", () => {
  const ask = async (visibility: "public" | "private") => {
    const payer = await world.addPayer(PLENTY);
    const { openledger } = await (await world.ask(payer.key, { visibility })).json();
    const read = async (key?: string) =>
      (await getReceipt(world.gateway, request(undefined, key), openledger.receipt)).json();
    return { payer, read, openledger };
  };

  it("of a private answer show its text to the payer only", async () => {
    const { payer, read, openledger } = await ask("private");
    const stranger = await world.addPayer(0n);
    const hidden = { question: null, answer: null, salt: null };
    expect(await read()).toMatchObject({ ...hidden, id: openledger.receipt, fee: openledger.fee, attribution: null });
    expect(await read(stranger.key)).toMatchObject(hidden);
    expect(await read(payer.key)).toMatchObject({
      question: "Is there a patent license?",
      answer: expect.stringContaining("patent"),
    });
  });

  it("of a public answer show it to everybody", async () => {
    const { read } = await ask("public");
    expect(await read()).toMatchObject({
      answer: expect.stringContaining("patent"),
      salt: expect.stringMatching(/^0x[0-9a-f]{64}$/),
    });
  });

  it.each([
    ["0x12", 400],
    [`0x${"0".repeat(64)}`, 404],
    ["'; drop table gateway.receipt; --", 400],
  ])("%s is answered by %i", async (id, status) => {
    expect((await respond(() => getReceipt(world.gateway, request(), id))).status).toBe(status);
  });
});

describe("blobs", () => {
  it("come back byte for byte, and a damaged one is never served", async () => {
    const { gateway } = world;
    const text = "line one\r\n\ttabs, é and 😀\n";
    const { cid, bytes } = await (await postBlob(gateway, request(text))).json();
    expect(bytes).toBe(Buffer.byteLength(text));
    const response = await getBlob(gateway, cid);
    expect(await response.text()).toBe(text);
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    writeFileSync(`${stack.directory}/store/${cid.slice(-2)}/${cid}`, "damaged");
    vi.spyOn(console, "error").mockImplementationOnce(() => {});
    expect((await respond(() => getBlob(gateway, cid))).status).toBe(500);
  });

  it("are taken within a quota, which says when there is room again", async () => {
    const blobs = createQuota({ what: "uploads", requests: 2, bytes: 10 }, 0, () => 0);
    const gateway = { ...world.gateway, quotas: { ...world.gateway.quotas, blobs } };
    const post = (text: string) => respond(() => postBlob(gateway, request(text)));
    const answers = [await post("12345"), await post("123456"), await post("1")];
    expect(answers.map(({ status }) => status)).toEqual([201, 429, 429]);
    expect(answers[1]!.headers.get("retry-after")).toBe("360");
    expect((await answers[2]!.json()).error).toMatchObject({ type: "rate_limit_error", code: "rate_limit_exceeded" });
  });

  it.each([
    ["", 400],
    [new Uint8Array([0xff, 0xfe]), 400],
    ["a\0b", 400],
    ["x".repeat(1_048_577), 413],
  ])("are refused when they are no text of at most 1 MB (%#)", async (body, status) => {
    expect((await respond(() => postBlob(world.gateway, request(body)))).status).toBe(status);
  });
});

describe("models", () => {
  const name = "Scribe";
  const named = async (slug: string) => (await modelNamed(world.gateway, slug)).id;

  it("keep their slug for ever: whose version was first to bear it has it, whatever came before or after", async () => {
    await world.publishModel({ id: 20n, name: "Older" });
    await world.publishModel({ id: 30n, name });
    await world.publishModel({ id: 40n, name }); // a later model of that name
    await world.publishModel({ id: 20n, name, version: 2 }); // an earlier model takes the name
    expect(await named("scribe")).toBe(30n);
    await world.publishModel({ id: 30n, name: "Clerk of works", version: 2 }); // its holder takes another
    expect(await Promise.all(["scribe", "clerk-of-works", "older", "ol-40"].map(named))).toEqual([30n, 30n, 20n, 40n]);
    const listed = (await servedModels(world.gateway)).map(({ id, name }) => [id, name]);
    expect(listed).toEqual([
      [7n, "licence-clerk"],
      [20n, "ol-20"],
      [30n, "clerk-of-works"],
      [40n, "ol-40"],
    ]);
  });

  it("never pass on a name whose first bearer cannot be read", async () => {
    const { gateway, publishModel } = world;
    const clock = vi.spyOn(Date, "now");
    const start = Date.now();
    const uri = await publishModel({ id: 60n, name: "Notary" });
    const cid = uri.slice("ipfs://".length);
    const file = `${stack.directory}/store/${cid.slice(-2)}/${cid}`;
    renameSync(file, `${file}.away`);
    await publishModel({ id: 70n, name: "Notary", price: 5n });
    expect(await respond(async () => json({ id: await named("notary") }))).toMatchObject({ status: 503 });
    expect((await servedModels(gateway)).find(({ id }) => id === 70n)).toMatchObject({ name: "ol-70", slugs: [] });
    expect([await named("scribe"), await named("ol-70")]).toEqual([30n, 70n]);
    renameSync(`${file}.away`, file);
    clock.mockReturnValue(start + 60_000);
    expect(await named("notary")).toBe(60n);
    clock.mockRestore();
  });

  it("are not served when their document is not of the bytes whose hash is on the chain: nobody could redo their answers", async () => {
    await world.publishModel({ id: 85n, name: "Impostor" });
    expect(await named("impostor")).toBe(85n);
    await stack.sql`update indexer.asset set content_hash = ${`0x${"0".repeat(64)}`} where id = 85`;
    expect(await respond(async () => json({ id: await named("ol-85") }))).toMatchObject({ status: 404 });
    expect((await servedModels(world.gateway)).map(({ id }) => id)).not.toContain(85n);
  });

  it("are named by the mirrored document when the store cannot give it", async () => {
    const uri = await world.publishModel({ id: 80n, name: "Registrar" });
    await saveDocument(stack.sql, uri, { type: "model", name: "Registrar" });
    const cid = uri.slice("ipfs://".length);
    rmSync(`${stack.directory}/store/${cid.slice(-2)}/${cid}`);
    await world.publishModel({ id: 90n, name: "Registrar", price: 5n });
    expect(await respond(async () => json({ id: await named("registrar") }))).toMatchObject({ status: 503 });
  });

  it("are never called by what looks like another's id", async () => {
    await world.publishModel({ id: 50n, name: "OL 40" });
    expect([await named("ol-40"), await named("ol-50")]).toEqual([40n, 50n]);
  });
});

it("gives a model version's ledger line by line, in ledger order", async () => {
  const { gateway } = world;
  const { sql } = stack;
  const root = `0x${"aa".repeat(32)}`;
  for (const [id, datanet, block, text] of [
    [2, 4, 10, "Zwei."],
    [1, 1, 1, "Commons."],
    [3, 4, 30, "Too late."],
  ] as const) {
    const { cid } = await gateway.store.put(new TextEncoder().encode(text));
    await sql`insert into indexer.contribution (id, datanet, contributor, status, root, uri, finalized_block, finalized_log_index)
      values (${id}, ${datanet}, ${`0x${"2".repeat(40)}`}, 'accepted', ${root}, ${`ipfs://${cid}`}, ${block}, 0)`;
    await sql`insert into worker.content (contribution, title, media_type, cid, bytes, words, contained_bps, uri, root)
      values (${id}, ${`Title ${id}`}, 'text/plain', ${cid}, 1, 1, 0, ${`ipfs://${cid}`}, ${root})`;
  }
  await sql`insert into indexer.asset (id, kind, owner) values (1, 0, '0x0'), (4, 0, '0x0')`;
  await sql`insert into indexer.asset_version (asset_id, version, parents, uri, block, log_index)
    values (4, 1, '{}', '', 20, 0)`;
  await sql`update indexer.asset_version set parents = '{4}', block = 25 where asset_id = 7`;
  const lines = (await (await getLedger(gateway, "7", "1")).text()).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { id: "1", kind: "commons", contributor: `0x${"2".repeat(40)}`, root, title: "Title 1", text: "Commons." },
    { id: "2", kind: "paid", contributor: `0x${"2".repeat(40)}`, root, title: "Title 2", text: "Zwei." },
  ]);
  expect((await respond(() => getLedger(gateway, "7", "2"))).status).toBe(404);
  expect((await respond(() => getLedger(gateway, "1e3", "1"))).status).toBe(400);
});

it("lists the receipts of some epochs, and refuses a range that is none", async () => {
  const id = `0x${"5".repeat(64)}`;
  await world.gateway
    .sql`insert into gateway.receipt (id, payer, model, version, provider, fee, question, answer, visibility, salt,
    request_hash, response_hash, prompt_tokens, completion_tokens, first_token_ms, total_ms, served_at)
    values (${id}, ${`0x${"6".repeat(40)}`}, 9, 1, 8, 7, 'secret', 'secret', 'private', '', '', '', 1, 1, 1, 1, 1)`;
  await world.gateway.sql`insert into worker.epoch_receipt (receipt, epoch) values (${id}, 12)`;
  const list = (query: string) =>
    respond(() => getBookedReceipts(world.gateway, new Request(`http://gateway/?${query}`)));
  const { data } = await (await list("after=11&upTo=12")).json();
  expect(data).toEqual([{ id, payer: `0x${"6".repeat(40)}`, fee: "7" }]);
  expect((await (await list("after=12&upTo=13")).json()).data).toEqual([]);
  for (const query of ["", "after=1", "after=-1&upTo=2", "after=2&upTo=2", "after=0&upTo=101", "after=0&upTo=1e1"])
    expect((await list(query)).status).toBe(400);
});

it("has no faucet, no votes to take, no time machine and no relay of ballots but on a local chain", async () => {
  const real = { ...world.gateway, deployment: { ...world.gateway.deployment, chainId: 1 } };
  const body = JSON.stringify({ address: `0x${"1".repeat(40)}`, seconds: 1 });
  expect((await respond(() => postFaucet(real, request(body)))).status).toBe(404);
  expect((await respond(() => postVotes(real, request(body)))).status).toBe(404);
  expect((await respond(() => postAdvance(real, request(body)))).status).toBe(404);
  expect((await respond(() => postBallot(real, request(body)))).status).toBe(404);
});

it("relays nothing that is no ballot, and names the field", async () => {
  const ballot = { proposal: "1", support: 1, reason: "", voter: `0x${"1".repeat(40)}`, signature: "0x12" };
  const proposals = ["-1", (2n ** 256n).toString()].map((proposal) => ({ proposal }));
  for (const change of [...proposals, { support: 3 }, { reason: 5 }, { voter: "0x1" }, { signature: "12" }]) {
    const answer = await respond(() => postBallot(world.gateway, request(JSON.stringify({ ...ballot, ...change }))));
    expect([answer.status, (await answer.json()).error.param]).toEqual([400, Object.keys(change)[0]]);
  }
});

it("gives no test tokens to nobody, nor to the token itself", async () => {
  for (const address of [`0x${"0".repeat(40)}`, world.gateway.deployment.contracts.open]) {
    const answer = await respond(() => postFaucet(world.gateway, request(JSON.stringify({ address }))));
    expect([answer.status, (await answer.json()).error.param]).toEqual([400, "address"]);
  }
});

it("tells nothing of its inside when it fails", async () => {
  const log = vi.spyOn(console, "error").mockImplementationOnce(() => {});
  const response = await respond(() => Promise.reject(new Error("password is hunter2")));
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("hunter2");
  expect(log).toHaveBeenCalledOnce();
});

it("tells that the chain is away where it does not answer, whatever was asked of it", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const client = createPublicClient({ transport: http("http://127.0.0.1:9", { retryCount: 0 }) });
  const response = await respond(async () => json(await client.getBlockNumber()));
  expect([response.status, (await response.json()).error.code]).toEqual([503, "chain_unavailable"]);
  log.mockRestore();
});

it("tells that the database is away, not that something failed", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const gone = connect("postgres://127.0.0.1:9/none");
  const response = await respond(async () => json(await gone`select 1`));
  expect([response.status, (await response.json()).error.code]).toEqual([503, "database_unavailable"]);
  log.mockRestore();
});

it("says which ledger is not ready, but not what the database says", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const { gateway } = world;
  await stack.sql`update indexer.contribution set uri = 'ipfs://another' where id = 2`;
  await world.publishModel({ id: 100n, name: "Holed" });
  await stack.sql`update indexer.asset_version set parents = '{4}', block = 1000 where asset_id = 100`;
  const unready = await respond(() => getLedger(gateway, "100", "1"));
  expect([unready.status, (await unready.json()).error.code]).toEqual([503, "ledger_not_ready"]);
  await stack.sql`alter table worker.content rename column title to heading`;
  const broken = await respond(() => getLedger(gateway, "100", "1"));
  await stack.sql`alter table worker.content rename column heading to title`;
  expect([broken.status, (await broken.json()).error.code]).toEqual([500, "internal_error"]);
  log.mockRestore();
});

it("refuses what is no address", async () => {
  const response = await respond(() => getAccount(world.gateway, "vitalik.eth"));
  expect([response.status, (await response.json()).error.param]).toEqual([400, "address"]);
});
