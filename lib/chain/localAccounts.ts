import { type HDAccount, hdKeyToAccount, mnemonicToAccount } from "viem/accounts";

// Accounts of the embedded chain, from the mnemonic every local chain tool knows. Worth nothing anywhere else.

const MNEMONIC = "test test test test test test test test test test test junk";

// Stretching the mnemonic takes long: once for all, on first use.
let parent: ReturnType<HDAccount["getHdKey"]> | undefined;

function account(index: number): HDAccount {
  parent ??= mnemonicToAccount(MNEMONIC, { path: "m/44'/60'/0'/0" }).getHdKey();
  // viem's type asks for a full path; ours goes on from the parent's.
  return hdKeyToAccount(parent, { path: `m/${index}` as "m/44'/60'/" });
}

const accounts = (from: number, count: number) => Array.from({ length: count }, (_, i) => account(from + i));

export const localAccounts = () => ({
  deployer: account(0),
  /** Holds the initial supply; the faucet. */
  holder: account(1),
  gateway: account(2),
  attributor: account(3),
  provider: account(4),
  treasury: account(5),
  /** May stop posts and verdicts for a week. */
  guardian: account(6),
  /** Of a provider that was switched off. */
  formerProvider: account(7),
  validators: accounts(10, 5),
  datanetOwners: accounts(20, 2),
  developers: accounts(25, 3),
  contributors: accounts(30, 16),
  payers: accounts(60, 6),
  /** Hold much and leave the voting to delegates. */
  backers: accounts(66, 4),
  /** Vote for themselves and for those who named them. */
  delegates: accounts(70, 5),
});
