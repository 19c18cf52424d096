import type { Validator } from "@/lib/db/queries/validators.ts";
import { PoolTables } from "../staking/PoolTables.tsx";

/** Who has staked on it, and what was ever taken. */
export const ValidatorStake = ({ validator }: { validator: Validator }) => <PoolTables asset={validator.id} />;
