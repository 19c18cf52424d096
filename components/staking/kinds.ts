import type { Route } from "next";
import type { StakeKind } from "../../lib/chain/stakeKinds.ts";
import { datanetHref, modelHref, providerHref, validatorHref } from "../../lib/site/hrefs.ts";
import { numbered } from "../display/names.ts";

/** What is staked on, in words: one, and many. */
export const kindWords: Record<StakeKind, [one: string, many: string]> = {
  datanet: ["datanet", "Datanets"],
  model: ["model", "Models"],
  provider: ["provider", "Providers"],
  validator: ["validator", "Validators"],
  attributor: ["attributor", "Attributors"],
  gateway: ["gateway", "Gateways"],
  agent: ["agent", "Agents"],
};

type Named = { kind: StakeKind; name: string | null; id: bigint; isNamesake?: boolean };

/** A target's name, with its number where others have it too; its kind and number while its document has not been read. */
export function targetName({ kind, name, id, isNamesake }: Named): string {
  if (!name) return `${kindWords[kind][0]} ${id}`;
  return isNamesake ? numbered(name, id) : name;
}

/** The page of a target; null for kinds that have none. */
export function targetHref({ kind, id }: { kind: StakeKind; id: bigint }): Route | null {
  if (kind === "datanet") return datanetHref(id);
  if (kind === "model") return modelHref(id);
  if (kind === "validator") return validatorHref(id);
  return kind === "provider" ? providerHref(id) : null;
}
