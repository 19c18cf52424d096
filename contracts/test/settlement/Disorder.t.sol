// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {SumTree} from "../../src/libraries/SumTree.sol";
import {Frauds} from "../base/Frauds.sol";

contract DisorderTest is Frauds {
    function test_ItRejects() public {
        _swapped();
        (ISettlement.Claim memory a, ISettlement.Claim memory b) = (_claimOf(1, 3), _claimOf(1, 4));
        vm.expectEmit(address(settlement));
        emit ISettlement.Rejected(1, WATCHER);
        vm.prank(WATCHER);
        settlement.proveDisorder(a, b);
        _assertRejected(1, 0);
        vm.assertEq(open.balanceOf(address(settlement)), settlement.funded());
    }

    function test_TheSamePayeeTwiceIsDisorder() public {
        (bytes32[] memory who, uint128[] memory owed) = _payees(5);
        who[3] = who[2];
        _leaves(who, owed);
        _post();
        vm.prank(WATCHER);
        settlement.proveDisorder(_claimOf(1, 3), _claimOf(1, 4));
        _assertRejected(1, 0);
    }

    function test_WhenNotNeighboursInOneEpochOrInOrder_ItReverts() public {
        _swapped();
        ISettlement.Claim memory a = _claimOf(1, 3);
        ISettlement.Claim memory b = _claimOf(1, 2);
        _notFraud();
        settlement.proveDisorder(a, b);
        (a, b) = (_claimOf(1, 4), _claimOf(1, 5));
        _notFraud();
        settlement.proveDisorder(a, b); // in order
        (a, b) = (_claimOf(1, 3), _claimOf(1, 4));
        b.epoch = 2;
        _notFraud();
        settlement.proveDisorder(a, b);
    }

    function test_WhenALeafIsMadeUp_ItReverts() public {
        _swapped();
        (ISettlement.Claim memory a, ISettlement.Claim memory b) = (_claimOf(1, 1), _claimOf(1, 2));
        a.payee = HIGH;
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        settlement.proveDisorder(a, b);
        (a, b) = (_claimOf(1, 1), _claimOf(1, 2));
        b.payee = LOW;
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        settlement.proveDisorder(a, b);
    }

    function test_WhenTheEpochIsAccepted_ItReverts() public {
        _swapped();
        _accept();
        (ISettlement.Claim memory a, ISettlement.Claim memory b) = (_claimOf(1, 3), _claimOf(1, 4));
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotOpen.selector, 1, ISettlement.State.Pending));
        settlement.proveDisorder(a, b);
    }

    /// Met in the prototype: a sham dispute stopped the clock and with it every proof.
    function test_ADisputeShieldsNothing() public {
        _swapped();
        uint256 before = open.balanceOf(ALICE);
        vm.prank(ALICE);
        settlement.dispute(1, "sham");
        _accept();
        vm.prank(WATCHER);
        settlement.proveDisorder(_claimOf(1, 3), _claimOf(1, 4));
        _assertRejected(1, 0);
        vm.assertEq(open.balanceOf(ALICE), before);
        vm.assertEq(open.balanceOf(address(settlement)), settlement.funded());
    }

    function test_ItRejectsOnce() public {
        _swapped();
        (ISettlement.Claim memory a, ISettlement.Claim memory b) = (_claimOf(1, 3), _claimOf(1, 4));
        settlement.proveDisorder(a, b);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotOpen.selector, 1, ISettlement.State.Rejected));
        settlement.proveDisorder(a, b);
    }
}
