/** The store does not hold a CID. */
export class BlobNotFoundError extends Error {
  override name = "BlobNotFoundError";
  readonly cid: string;

  constructor(cid: string) {
    super(`The store does not hold ${cid}. Upload it first.`);
    this.cid = cid;
  }
}

/** What lies under a CID is not what the CID says: the file was damaged or replaced. */
export class BlobCorruptError extends Error {
  override name = "BlobCorruptError";
  readonly cid: string;

  constructor(cid: string) {
    super(
      `The stored file of ${cid} does not hash to its name: it is damaged. Delete it and upload the original again.`,
    );
    this.cid = cid;
  }
}

/** A text that is no CID this store can hold. */
export class BadCidError extends Error {
  override name = "BadCidError";
}
