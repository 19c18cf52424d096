/** A test's source with each `new Contract(…)` made from the mutant's code instead. */
export function withMutantOf(source: string, contract: string): string {
  const call = `new ${contract}(`;
  let from = source.indexOf(call);
  let patched = source;
  while (from !== -1) {
    const open = from + call.length;
    const close = closing(patched, open);
    const args = patched.slice(open, close);
    const made = `${contract}(_mutant(abi.encode(${args})))`;
    patched = patched.slice(0, from) + made + patched.slice(close + 1);
    from = patched.indexOf(call, from + made.length);
  }
  return patched;
}

/** TestBase with the factory that those calls use. */
export function withMutantFactory(testBase: string): string {
  const factory = `
    function _mutant(bytes memory args) internal returns (address payable at) {
        bytes memory code = abi.encodePacked(vm.parseBytes(vm.readFile("./contracts/test/fixtures/mutant.hex")), args);
        assembly ("memory-safe") {
            at := create(0, add(code, 0x20), mload(code))
            if iszero(at) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }
}
`;
  return testBase.trimEnd().slice(0, -1) + factory;
}

/** Where the bracket opened just before `from` closes. */
function closing(source: string, from: number): number {
  let depth = 1;
  for (let i = from; i < source.length; i++) {
    if (source[i] === "(") depth++;
    if (source[i] === ")" && --depth === 0) return i;
  }
  throw new Error("mutate: a bracket of a test is not closed.");
}
