// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Target} from "../../src/libraries/Target.sol";
import {Epochs} from "./Epochs.sol";

/// Epochs of five payees, 0x10000 + 10 * i, so that others fit between; honest and malformed ones.
abstract contract Frauds is Epochs {
    address internal constant WATCHER = address(0x3A7C);

    function _payees(uint256 size) internal pure returns (bytes32[] memory who, uint128[] memory owed) {
        (who, owed) = (new bytes32[](size), new uint128[](size));
        for (uint256 i; i < size; ++i) {
            (who[i], owed[i]) = (bytes32(0x10000 + 10 * i), uint128(100 + i));
        }
    }

    /// An accepted epoch of five payees.
    function _honest() internal {
        (bytes32[] memory who, uint128[] memory owed) = _payees(5);
        _leaves(who, owed);
        _post();
        _accept();
    }

    /// The next epoch: as the first, and one wei more for the last payee.
    function _next() internal pure returns (bytes32[] memory who, uint128[] memory owed) {
        (who, owed) = _payees(5);
        owed[4] += 1;
    }

    function _notFraud() internal {
        vm.expectRevert(ISettlement.Settlement_NotFraud.selector);
    }

    function _assertRejected(uint256 id, uint256 settledBefore) internal view {
        vm.assertTrue(settlement.epochOf(id).state == ISettlement.State.Rejected);
        vm.assertEq(settlement.settled(), settledBefore);
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND / 2);
        vm.assertEq(open.balanceOf(WATCHER), MIN_BOND / 4);
        vm.assertEq(open.balanceOf(BURN), MIN_BOND / 4);
    }

    /// Payees 2 and 3 in each other's place.
    function _swapped() internal {
        (bytes32[] memory who, uint128[] memory owed) = _payees(5);
        (who[2], who[3]) = (who[3], who[2]);
        _leaves(who, owed);
        _post();
    }
}
