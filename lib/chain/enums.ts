// Members of the contracts' enums by name, in their order.

/** `enum State` of the settlement: accepted is pending, past its window. */
export const settlementState = { none: 0, pending: 1, disputed: 2, rejected: 3 } as const;

/** `enum Status` of the curation. */
export const curationStatus = { none: 0, committed: 1, revealed: 2, accepted: 3, rejected: 4, expired: 5 } as const;

/** `enum Source` of the settlement. */
export const fundingSource = { fees: 0, emissions: 1 } as const;

/** `enum Subject` of the arbiter. */
export const caseSubject = { epoch: 0, asset: 1, contribution: 2 } as const;

/** The name of a member. @throws RangeError for a number that the enum has not */
export function memberOf<Name extends string>(members: Readonly<Record<Name, number>>, value: number): Name {
  const found = (Object.keys(members) as Name[]).find((name) => members[name] === value);
  if (found === undefined) throw new RangeError(`${value} is no member of ${Object.keys(members).join(", ")}`);
  return found;
}
