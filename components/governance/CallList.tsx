import type { DecodedCall } from "@/lib/governance/decodeCall.ts";
import { formatQuantity } from "@/lib/governance/quantity.ts";
import { contractNames } from "../display/contracts.ts";
import { Address } from "../ui/Address.tsx";
import { Hash } from "../ui/Hash.tsx";

/** Each call that the timelock would make: where, what, with which arguments; what a parameter is before and after. */
export function CallList({
  calls,
  before,
}: {
  calls: readonly DecodedCall[];
  before: (call: DecodedCall) => bigint | null;
}) {
  return (
    <ol className="grid gap-5">
      {calls.map((call, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same call may stand there twice, and the order never changes
        <li key={i} className="min-w-0 border-line border-t pt-4 first:border-t-0 first:pt-0">
          {call.sets && <Change call={call} before={before(call)} />}
          <p className="break-words font-mono text-[13px]">
            {call.contract ? contractNames[call.contract] : "Unknown contract"}
            {call.functionName && `.${call.functionName}`}
            {!call.sets && call.functionName && "(…)"}
            {call.sets && `(${call.args.map(({ value }) => String(value)).join(", ")})`}
          </p>
          {!call.sets && <Arguments call={call} />}
          <p className="mt-1 text-[12.5px] text-ink-3">
            at <Address address={call.target} plain />
            {call.amount > 0n && ` with ${call.amount} wei of the chain’s coin`}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Change({ call, before }: { call: DecodedCall; before: bigint | null }) {
  const { parameter, value } = call.sets!;
  return (
    <p className="mb-1.5 text-[15px]">
      {parameter.label}:{" "}
      <span className="num">{before === null ? "unknown" : formatQuantity(before, parameter.unit)}</span>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> becomes </span>
      <strong className="num font-semibold">{formatQuantity(value, parameter.unit)}</strong>
      {before === value && <span className="text-ink-3"> (no change)</span>}
    </p>
  );
}

function Arguments({ call }: { call: DecodedCall }) {
  if (!call.functionName) {
    return (
      <details className="mt-1 text-[13px]">
        <summary className="cursor-pointer text-warn">
          {call.contract ? "This contract has no such function" : "A contract that is none of this deployment"}: check
          the bytes yourself
        </summary>
        <p className="mt-2 max-h-48 overflow-y-auto break-all font-mono text-[12.5px] text-ink-2">{call.data}</p>
      </details>
    );
  }
  return (
    <dl className="mt-1 grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 text-[13px]">
      {call.args.map(({ name, type, value }) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">
            {name} <span className="font-mono text-[12px]">{type}</span>
          </dt>
          <dd className="min-w-0 break-all">
            {typeof value === "string" && value.length > 66 ? value : <Value value={value} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: unknown }) {
  if (typeof value === "string" && /^0x[0-9a-f]{20,}$/i.test(value)) return <Hash value={value} />;
  return <span className="num">{typeof value === "object" ? jsonOf(value) : String(value)}</span>;
}

const jsonOf = (value: unknown) => JSON.stringify(value, (_, one) => (typeof one === "bigint" ? one.toString() : one));
