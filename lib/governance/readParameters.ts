import { publicClient, readDeployment } from "../chain/clients.ts";
import { type Parameter, parametersOf } from "../chain/parameters.ts";

/** A parameter with what the chain's getter says now; null where the chain did not answer. */
export type ReadParameter = { parameter: Parameter; value: bigint | null };

/** Every governed parameter of this deployment, read from the chain itself. */
export async function readParameters(): Promise<ReadParameter[]> {
  const deployment = readDeployment();
  return Promise.all(
    parametersOf(deployment).map(async (parameter) => {
      const { contract, getter } = parameter;
      const call = { address: deployment.contracts[contract]!, abi: [getter], functionName: getter.name };
      const value = await publicClient()
        .readContract(call)
        .then((read) => BigInt(read as bigint | number | string))
        .catch(() => null);
      return { parameter, value };
    }),
  );
}

export const parameterKey = ({ contract, name }: Pick<Parameter, "contract" | "name">): string => `${contract}.${name}`;
