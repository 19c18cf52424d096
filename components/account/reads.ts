"use server";

import { sql } from "@/lib/db/client.ts";
import { claimsOf, type PaidClaim } from "@/lib/db/queries/claims.ts";
import { type ModelSpend, spendByModel } from "@/lib/db/queries/spend.ts";
import { addressParam } from "@/lib/site/searchParams.ts";

// Reads for the connected account, which only the browser knows. All of it is public; amounts cross as bigint.

export async function readClaims(account: string): Promise<PaidClaim[]> {
  const address = addressParam.parse(account);
  return address ? claimsOf(sql(), address) : [];
}

export async function readSpend(account: string): Promise<ModelSpend[]> {
  const address = addressParam.parse(account);
  return address ? spendByModel(sql(), address) : [];
}
