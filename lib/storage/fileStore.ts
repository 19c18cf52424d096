import { randomUUID } from "node:crypto";
import { access, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { cidOf } from "./cidOf.ts";
import { BlobCorruptError, BlobNotFoundError } from "./errors.ts";
import { parseCid } from "./parseCid.ts";

export interface Store {
  /** Where it is: for a thread that opens it as well. */
  readonly directory: string;
  /** Keeps bytes under their CID; does nothing when they are there already. They survive a crash once this resolves. */
  put(bytes: Uint8Array): Promise<{ cid: string; bytes: number }>;
  /** @throws BadCidError, BlobNotFoundError, or BlobCorruptError when the file does not hash to its CID. */
  get(cid: string): Promise<Uint8Array>;
  /** @throws BadCidError */
  has(cid: string): Promise<boolean>;
}

/**
 * A content-addressed store of plain files, `<directory>/<last two characters>/<cid>`. A CID is parsed before it becomes a path, so no
 * text leads out of the directory. Several processes may share one.
 */
export function createFileStore(directory: string): Store {
  const fileOf = (cid: string) => path.join(/* turbopackIgnore: true */ directory, cid.slice(-2), cid);

  async function put(bytes: Uint8Array) {
    const cid = cidOf(bytes);
    const file = fileOf(cid);
    // A damaged file is written anew; a good one is left alone.
    if (!(await holds(file, cid))) await writeAtomically(file, bytes);
    return { cid, bytes: bytes.byteLength };
  }

  async function get(text: string) {
    const cid = parseCid(text);
    const bytes = await readOrNull(fileOf(cid));
    if (!bytes) throw new BlobNotFoundError(cid);
    if (cidOf(bytes) !== cid) throw new BlobCorruptError(cid);
    return bytes;
  }

  async function has(text: string) {
    const file = fileOf(parseCid(text));
    return access(file).then(
      () => true,
      () => false,
    );
  }

  return { directory, put, get, has };
}

async function holds(file: string, cid: string): Promise<boolean> {
  const bytes = await readOrNull(file);
  return bytes !== null && cidOf(bytes) === cid;
}

async function readOrNull(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Other readers see the whole file or none: it gets its name when its bytes are on the disk. */
async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  const directory = path.dirname(file);
  await mkdir(directory, { recursive: true });
  const temporary = path.join(/* turbopackIgnore: true */ directory, `.${randomUUID()}`);
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncDirectory(directory);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The new name is an entry of its directory: it too must reach the disk. Windows cannot open a directory. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
