import { type Address, type Hex, recoverTypedDataAddress } from "viem";
import { type Receipt, receiptTypedData, type Served, servedTypedData } from "../ledger/index.ts";

type At = { chainId: number; settlement: Address };

/** Who signed a receipt, in lower case; "nobody" when the signature is none. */
export const signerOfReceipt = (at: At, receipt: Receipt, signature: Hex): Promise<string> =>
  recovered(recoverTypedDataAddress({ ...receiptTypedData(at, receipt), signature }));

/** Who countersigned what was served, in lower case; "nobody" when the signature is none. */
export const signerOfServed = (at: At, served: Served, signature: Hex): Promise<string> =>
  recovered(recoverTypedDataAddress({ ...servedTypedData(at, served), signature }));

const recovered = (signer: Promise<Address>) =>
  signer.then(
    (address) => address.toLowerCase(),
    () => "nobody",
  );
