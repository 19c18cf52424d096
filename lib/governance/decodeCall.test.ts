import { encodeFunctionData, parseAbi } from "viem";
import { expect, it } from "vitest";
import { curationAbi } from "../abi/curation.ts";
import { registryAbi } from "../abi/registry.ts";
import { type Parameter, parameters } from "../chain/parameters.ts";
import { testTools } from "../flows/testTools.ts";
import { decodeCall } from "./decodeCall.ts";

const { deployment } = testTools().network;
const addressed = parameters.filter(({ contract }) => deployment.contracts[contract]);

it.each(addressed)("reads the setter of $contract.$name back", ({ contract, name, setter, unit }: Parameter) => {
  const value = unit === "address" ? 0xabn : 7n;
  const arg =
    unit === "address" ? `0x${"0".repeat(38)}ab` : setter.inputs[0]!.type === "uint256" ? value : Number(value);
  const args = [/^uint(8|16|32|48)$/.test(setter.inputs[0]!.type) || unit === "address" ? arg : value];
  const call = decodeCall(
    deployment,
    deployment.contracts[contract]!,
    encodeFunctionData({ abi: [setter], functionName: setter.name, args }),
  );
  expect(call).toMatchObject({ contract, functionName: setter.name, sets: { parameter: { contract, name }, value } });
});

it("names the arguments of another call", () => {
  const args = [`0x${"11".repeat(32)}`, 1, 20, "ipfs://x"] as const;
  const data = encodeFunctionData({ abi: curationAbi, functionName: "addCommons", args });
  const call = decodeCall(deployment, deployment.contracts.curation, data);
  expect(call.functionName).toBe("addCommons");
  expect(call.args.map(({ value }) => value)).toEqual([...args]);
  expect(call.args.every(({ name }) => name !== "")).toBe(true);
  expect(call.sets).toBeNull();
});

it("shows the bytes of what it cannot read", () => {
  const data = encodeFunctionData({ abi: parseAbi(["function selfDestruct()"]), functionName: "selfDestruct" });
  const ours = decodeCall(deployment, deployment.contracts.settlement, data, 5n);
  expect(ours).toMatchObject({ contract: "settlement", functionName: null, args: [], amount: 5n, data });
  const stranger = decodeCall(deployment, `0x${"ee".repeat(20)}`, data);
  expect(stranger).toMatchObject({ contract: null, functionName: null, data });
});

it("tells calls of one name apart by how many arguments they have", () => {
  const [from, to] = [`0x${"0a".repeat(20)}`, `0x${"0b".repeat(20)}`] as const;
  const namesOf = (
    args: readonly [typeof from, typeof to, bigint] | readonly [typeof from, typeof to, bigint, "0x12"],
  ) => {
    const data = encodeFunctionData({ abi: registryAbi, functionName: "safeTransferFrom", args });
    return decodeCall(deployment, deployment.contracts.registry, data).args.map(({ name, type }) => `${type} ${name}`);
  };
  const short = ["address from", "address to", "uint256 tokenId"];
  expect(namesOf([from, to, 5n])).toEqual(short);
  expect(namesOf([from, to, 5n, "0x12"])).toEqual([...short, "bytes data"]);
});
