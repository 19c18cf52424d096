// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement, Source} from "../../src/interfaces/ISettlement.sol";
import {Tree, TreeBuilder} from "../base/Tree.sol";
import {World} from "../base/World.sol";

/// A thousand epochs that lib/ledger made (scripts/contracts/epochs.ts, other ones each run) pass through the contracts: the root's children
/// are accepted to the wei, the root is the tests' own, a leaf's proof pays exactly its difference.
contract DifferentialTest is World {
    struct Epoch {
        bytes32[] payees;
        uint128[] amounts;
        bytes32 hl;
        uint128 sl;
        bytes32 hr;
        uint128 sr;
        uint256 index;
        bytes proof;
        uint128 fee;
        uint16[4] bps;
        uint128[5] parts;
    }

    function test_LedgerAndContractsAgree() public {
        bytes memory file = vm.parseBytes(vm.readFile("contracts/test/fixtures/epochs.hex"));
        bytes[] memory epochs = abi.decode(file, (bytes[]));
        vm.assertGt(epochs.length, 0);
        for (uint256 i; i < epochs.length; ++i) {
            this.pass(abi.decode(epochs[i], (Epoch)));
        }
        vm.assertEq(settlement.last(), epochs.length);
    }

    /// Not in the loop: memory would grow without end.
    function pass(Epoch calldata e) external {
        _checkSplit(e);
        _checkTree(e);
        settlement.fund(e.sl + e.sr - settlement.funded(), Source.Emissions);
        settlement.seal();
        vm.prank(POSTER);
        uint256 id = settlement.post(attributor, e.hl, e.sl, e.hr, e.sr, 0, "");
        vm.warp(settlement.epochOf(id).readyAt);
        (bytes32 payee, uint128 amount) = (e.payees[e.index], e.amounts[e.index]);
        uint256 before = settlement.claimed(payee);
        uint256 balance = open.balanceOf(address(settlement));
        settlement.claim(ISettlement.Claim(id, e.index, payee, amount, e.proof));
        vm.assertEq(balance - open.balanceOf(address(settlement)), amount - before);
    }

    function _checkTree(Epoch calldata e) private pure {
        Tree memory t = TreeBuilder.build(e.payees, e.amounts);
        vm.assertEq(t.hash[2], e.hl);
        vm.assertEq(t.sum[2], e.sl);
        vm.assertEq(t.hash[3], e.hr);
        vm.assertEq(t.sum[3], e.sr);
    }

    function _checkSplit(Epoch calldata e) private pure {
        uint256 rest = e.fee;
        for (uint256 i; i < 4; ++i) {
            vm.assertEq(e.parts[i], uint256(e.fee) * e.bps[i] / 10_000);
            rest -= e.parts[i];
        }
        vm.assertEq(e.parts[4], rest);
    }
}
