import "server-only";
import { connection } from "next/server";
import { sql } from "@/lib/db/client.ts";
import { validatorById } from "@/lib/db/queries/validators.ts";
import { idParam } from "../../lib/site/searchParams.ts";
import { nameOf } from "../display/names.ts";

/** The name of a validator for the browser's title; its number when it cannot be read. */
export async function validatorTitle(text: string): Promise<string> {
  await connection();
  const id = idParam.parse(text);
  const validator = id === undefined ? null : await validatorById(sql(), id).catch(() => null);
  return validator ? nameOf("validator", validator.id, validator.name) : "Validator";
}
