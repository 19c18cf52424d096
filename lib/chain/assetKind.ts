/** What an asset is, by the number the registry and the index hold: the order of the contract's enum Kind. */
export const assetKind = {
  datanet: 0,
  model: 1,
  agent: 2,
  provider: 3,
  gateway: 4,
  attributor: 5,
  validator: 6,
} as const;
