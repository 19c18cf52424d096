import { hashTypedData, recoverTypedDataAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { commitmentOf, saltedHash } from "./commitment.ts";
import {
  accessTypedData,
  receiptTypedData,
  reviewTypedData,
  servedTypedData,
  verdictTypedData,
  voucherTypedData,
} from "./typedData.ts";

const account = privateKeyToAccount(`0x${"11".repeat(32)}`);
const contract = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const message = { payer: account.address, gateway: account.address, limit: 10n };
const hash = `0x${"22".repeat(32)}` as const;

describe("typed data", () => {
  it("recovers the signer", async () => {
    const typed = voucherTypedData({ chainId: 1, escrow: contract }, message);
    const signature = await account.signTypedData(typed);
    expect(await recoverTypedDataAddress({ ...typed, signature })).toBe(account.address);
  });

  it("binds chain, contract and purpose", () => {
    const served = { receipt: hash, responseHash: hash };
    const access = { payer: account.address, gateway: account.address, issuedAt: 10n };
    const verdict = { settlement: contract, caseId: 1n, guilty: true, recomputedRoot: hash, slashBps: 1 } as const;
    const verdicts = [{}, { settlement: account.address }, { caseId: 2n }, { guilty: false }, { slashBps: 2 }];
    const digests = [
      ...verdicts.map((change) =>
        hashTypedData(verdictTypedData({ chainId: 1, arbiter: contract }, { ...verdict, ...change })),
      ),
      hashTypedData(verdictTypedData({ chainId: 2, arbiter: contract }, verdict)),
      hashTypedData(verdictTypedData({ chainId: 1, arbiter: account.address }, verdict)),
      hashTypedData(accessTypedData({ chainId: 1, escrow: contract }, access)),
      hashTypedData(accessTypedData({ chainId: 2, escrow: contract }, access)),
      hashTypedData(accessTypedData({ chainId: 1, escrow: account.address }, access)),
      hashTypedData(accessTypedData({ chainId: 1, escrow: contract }, { ...access, payer: contract })),
      hashTypedData(accessTypedData({ chainId: 1, escrow: contract }, { ...access, gateway: contract })),
      hashTypedData(accessTypedData({ chainId: 1, escrow: contract }, { ...access, issuedAt: 11n })),
      hashTypedData(voucherTypedData({ chainId: 1, escrow: contract }, message)),
      hashTypedData(voucherTypedData({ chainId: 2, escrow: contract }, message)),
      hashTypedData(voucherTypedData({ chainId: 1, escrow: account.address }, message)),
      hashTypedData(servedTypedData({ chainId: 1, settlement: contract }, served)),
      hashTypedData(
        reviewTypedData(
          { chainId: 1, curation: contract },
          { contribution: 1n, accept: true, score: 1, reasonHash: hash },
        ),
      ),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it("hashes every field of a receipt", () => {
    const receipt = {
      id: hash,
      payer: account.address,
      gateway: contract,
      model: 1n,
      version: 1,
      provider: 2n,
      fee: 3n,
      requestHash: hash,
      responseHash: hash,
      attributionHash: hash,
      servedAt: 4n,
    } as const;
    const digest = (change: object) =>
      hashTypedData(receiptTypedData({ chainId: 1, settlement: contract }, { ...receipt, ...change }));
    const other = `0x${"33".repeat(32)}`;
    const changes: object[] = [{}, { id: other }, { payer: contract }, { gateway: account.address }, { model: 9n }];
    changes.push({ version: 9 }, { provider: 9n }, { fee: 9n }, { requestHash: other }, { responseHash: other });
    changes.push({ attributionHash: other }, { servedAt: 9n });
    expect(new Set(changes.map(digest)).size).toBe(12);
  });
});

describe("commitments", () => {
  it("salts hash the same text differently, as keccak256(salt ‖ UTF-8)", () => {
    // By a node's web3_sha3 of the 32 bytes of salt and the text's UTF-8.
    expect(saltedHash(hash, "Grüße, 😀")).toBe("0x70892cd1d7b14274b2ee5c2f65d754fdcf349ce12241fa259fef24e617ddc421");
    expect(saltedHash(hash, "yes")).not.toBe(saltedHash(`0x${"33".repeat(32)}`, "yes"));
  });

  it("are the same for addresses in any case", () => {
    const made = { datanet: 2n, root: hash, items: 1, words: 3, uri: "ipfs://x", salt: hash };
    const lower = account.address.toLowerCase() as `0x${string}`;
    expect(commitmentOf({ ...made, contributor: lower })).toBe(commitmentOf({ ...made, contributor: account.address }));
  });
});
