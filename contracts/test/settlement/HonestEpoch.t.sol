// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Frauds} from "../base/Frauds.sol";

contract HonestEpochTest is Frauds {
    /// No pair of leaves, nor any triple, rejects an honest epoch.
    function testFuzz_AnHonestEpochStands(uint256 seed, uint256 size) public {
        size = bound(size, 1, 6);
        (bytes32[] memory who, uint128[] memory owed) = _payees(size);
        _leaves(who, owed);
        _post();
        _accept();
        for (uint256 i; i < size; ++i) {
            owed[i] += uint128(uint256(keccak256(abi.encode(seed, i))) >> 180) + 1;
        }
        _leaves(who, owed);
        _post();
        for (uint256 i; i < size + 2; ++i) {
            for (uint256 j; j < size + 2; ++j) {
                _failsOn(i, j);
            }
        }
        vm.assertTrue(settlement.epochOf(2).state == ISettlement.State.Pending);
    }

    function _failsOn(uint256 i, uint256 j) private {
        (ISettlement.Claim memory old, ISettlement.Claim memory a) = (_claimOf(1, i), _claimOf(2, i));
        ISettlement.Claim memory b = _claimOf(2, j);
        _notFraud();
        settlement.proveDisorder(a, b);
        _notFraud();
        settlement.proveDecrease(old, b);
        if (j == 0) return;
        ISettlement.Claim memory lo = _claimOf(2, j - 1);
        _notFraud();
        settlement.proveOmission(old, lo, b);
    }
}
