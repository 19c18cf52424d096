import { open, rename } from "node:fs/promises";
import path from "node:path";
import { crc32 } from "node:zlib";
import { type Tier, viewTier } from "../attribution/index.ts";
import { UnusableError } from "./UnusableError.ts";

/** Read, checked and written at a time, so that the event loop is held for a millisecond or two. */
const PIECE_BYTES = 2 ** 22;
/** After the tier: its CRC-32, little-endian. */
const TRAILER_BYTES = 4;

/** Writes a tier beside its name and moves it there, so that the name never stands for a part of it. */
export async function writeTierFile(file: string, tier: Tier): Promise<void> {
  await replaceFile(file, async (write) => {
    const bytes = new Uint8Array(tier.buffer);
    let checksum = 0;
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      const piece = bytes.subarray(from, from + PIECE_BYTES);
      checksum = crc32(piece, checksum);
      await write(piece);
    }
    const trailer = Buffer.alloc(TRAILER_BYTES);
    trailer.writeUInt32LE(checksum);
    await write(trailer);
  });
}

/**
 * Reads a tier into shared memory, as it is: nothing is built again.
 * @throws UnusableError, or what the disk answers when the file may be whole
 */
export async function readTierFile(file: string): Promise<Tier> {
  const name = path.basename(file);
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new UnusableError(`${name} is missing`) : error;
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new UnusableError(`${name} is no file`);
    const { size } = stats;
    if (size <= TRAILER_BYTES) throw new UnusableError(`${name} is cut short at ${size} bytes`);
    const bytes = new Uint8Array(new SharedArrayBuffer(size - TRAILER_BYTES));
    let checksum = 0;
    for (let from = 0; from < bytes.length; ) {
      const piece = bytes.subarray(from, from + PIECE_BYTES);
      const { bytesRead } = await handle.read(piece, 0, piece.length, from);
      if (bytesRead === 0) throw new UnusableError(`${name} is cut short at ${from} bytes`);
      checksum = crc32(piece.subarray(0, bytesRead), checksum);
      from += bytesRead;
    }
    const trailer = Buffer.alloc(TRAILER_BYTES);
    await handle.read(trailer, 0, TRAILER_BYTES, bytes.length);
    if (trailer.readUInt32LE() !== checksum) throw new UnusableError(`${name} is damaged: its checksum does not fit`);
    try {
      return viewTier(bytes.buffer);
    } catch (error) {
      throw new UnusableError(`${name} cannot be used: ${error instanceof Error ? error.message : error}`);
    }
  } finally {
    await handle.close();
  }
}

/** Writes a file under another name, makes it durable, and moves it to its own. */
export async function replaceFile(
  file: string,
  fill: (write: (bytes: Uint8Array) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const beside = `${file}.part`;
  const handle = await open(beside, "w");
  try {
    await fill((bytes) => handle.writeFile(bytes));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
  // The name itself is durable with its directory. Not every system can open one.
  const directory = await open(path.dirname(file)).catch(() => undefined);
  await directory?.sync().catch(() => {});
  await directory?.close();
}
