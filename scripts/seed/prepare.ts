import { type Account, type Hex, keccak256, toBytes } from "viem";
import { contributionRoot, tokenise } from "../../lib/attribution/index.ts";
import { commitmentOf } from "../../lib/ledger/index.ts";
import type { Session } from "./session.ts";
import { hashOf, type Work } from "./texts/work.ts";

/** Works that one contributor hands in together. */
export interface Lot {
  contributor: Account;
  works: Work[];
}

/** A contribution whose text is stored, with all that the contract asks for. */
export interface Prepared {
  datanet: bigint;
  commitment: Hex;
  words: number;
  root: Hex;
  uri: string;
  salt: Hex;
}

export interface PreparedLot {
  contributor: Account;
  items: Prepared[];
}

const UPLOADS_AT_ONCE = 8;
const NO_SALT: Hex = `0x${"00".repeat(32)}`;

/** The same at every run, so that an interrupted seed can reveal what it committed. Real contributors use a random one. */
const steadySalt = (text: string): Hex => keccak256(toBytes(`seed ${text}`));

/** @param secret whether commitments hide their content until the reveal; datanets that allow it take both in one transaction. */
export async function prepareLots(
  session: Session,
  datanet: bigint,
  lots: Lot[],
  { secret }: { secret: boolean },
): Promise<PreparedLot[]> {
  const prepared: PreparedLot[] = [];
  for (const { contributor, works } of lots) {
    const items = await inBatches(works, async (work) => {
      const salt = secret ? steadySalt(`${contributor.address} ${work.title}`) : NO_SALT;
      const root = contributionRoot([hashOf(work)], contributor.address);
      const words = tokenise(work.text).length;
      const item = {
        contributor: contributor.address,
        datanet,
        root,
        items: 1,
        words,
        uri: await store(session, work),
        salt,
      };
      return { datanet, commitment: commitmentOf(item), words, root, uri: item.uri, salt };
    });
    prepared.push({ contributor, items });
  }
  return prepared;
}

/** Uploads the text of a work and the document that names it. @returns the document's URI. */
export async function store(session: Session, { title, text, mediaType, source }: Work): Promise<string> {
  const content = await session.api.upload(text);
  const { uri } = await session.upload({ type: "contribution", title, mediaType, content, source });
  return uri;
}

async function inBatches<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += UPLOADS_AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + UPLOADS_AT_ONCE).map(work))));
  }
  return results;
}
