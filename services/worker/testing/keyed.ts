import { type Hex, toHex } from "viem";
import { type HDAccount, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";

export type Keyed = PrivateKeyAccount & { key: Hex };

export function keyed({ getHdKey }: HDAccount): Keyed {
  const key = toHex(getHdKey().privateKey!);
  return { ...privateKeyToAccount(key), key };
}
