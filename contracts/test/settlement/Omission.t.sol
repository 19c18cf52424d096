// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {SumTree} from "../../src/libraries/SumTree.sol";
import {Frauds} from "../base/Frauds.sol";

contract OmissionTest is Frauds {
    /// Epoch 2 without payee `gone`, whose money goes to a neighbour.
    function _omitted(uint256 gone) private {
        (bytes32[] memory all, uint128[] memory owedAll) = _next();
        bytes32[] memory who = new bytes32[](4);
        uint128[] memory owed = new uint128[](4);
        for (uint256 i; i < 4; ++i) {
            uint256 from = i < gone ? i : i + 1;
            (who[i], owed[i]) = (all[from], owedAll[from]);
        }
        owed[0] += owedAll[gone];
        _leaves(who, owed);
        _post();
    }

    function test_ItRejects() public {
        _honest();
        _omitted(2);
        vm.prank(WATCHER);
        settlement.proveOmission(_claimOf(1, 3), _claimOf(2, 2), _claimOf(2, 3));
        _assertRejected(2, settlement.epochOf(1).total);
    }

    function test_BeforeTheFirst_TheSentinelProvesIt() public {
        _honest();
        _omitted(0);
        vm.prank(WATCHER);
        settlement.proveOmission(_claimOf(1, 1), _claimOf(2, 0), _claimOf(2, 1));
        _assertRejected(2, settlement.epochOf(1).total);
    }

    /// Met in the prototype: an omission at the end of the tree had no neighbour to show.
    function test_AfterTheLast_TheSentinelProvesIt() public {
        _honest();
        _omitted(4);
        vm.prank(WATCHER);
        settlement.proveOmission(_claimOf(1, 5), _claimOf(2, 4), _claimOf(2, 5));
        _assertRejected(2, settlement.epochOf(1).total);
    }

    function test_WhenThePayeeIsThereOrTheNeighboursAreNone_ItReverts() public {
        _honest();
        _omitted(2);
        ISettlement.Claim memory was = _claimOf(1, 3);
        ISettlement.Claim memory lo = _claimOf(2, 1);
        ISettlement.Claim memory hi = _claimOf(2, 3);
        _notFraud();
        settlement.proveOmission(was, lo, hi); // not neighbours
        (lo, hi) = (_claimOf(2, 3), _claimOf(2, 4));
        _notFraud();
        settlement.proveOmission(was, lo, hi); // the payee lies before both
        (lo, hi) = (_claimOf(2, 1), _claimOf(2, 2));
        _notFraud();
        settlement.proveOmission(was, lo, hi); // after both
        was = _claimOf(1, 2);
        _notFraud();
        settlement.proveOmission(was, lo, hi); // it is `hi`
        was = _claimOf(1, 1);
        _notFraud();
        settlement.proveOmission(was, lo, hi); // it is `lo`
        was = _claimOf(1, 3);
        (lo, hi) = (_claimOf(2, 2), _claimOf(2, 3));
        hi.epoch = 1;
        _notFraud();
        settlement.proveOmission(was, lo, hi);
    }

    function test_WhenALeafIsMadeUp_ItReverts() public {
        _honest();
        _omitted(2);
        ISettlement.Claim memory was = _claimOf(1, 3);
        ISettlement.Claim memory lo = _claimOf(2, 2);
        ISettlement.Claim memory hi = _claimOf(2, 3);
        was.amount += 1;
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        settlement.proveOmission(was, lo, hi);
        was.amount -= 1;
        lo.amount += 1;
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        settlement.proveOmission(was, lo, hi);
        lo.amount -= 1;
        hi.amount += 1;
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        settlement.proveOmission(was, lo, hi);
    }

    function test_OfNothingIsNoFraud() public {
        (bytes32[] memory who, uint128[] memory owed) = _payees(5);
        owed[2] = 0;
        _leaves(who, owed);
        _post();
        _accept();
        _omitted(2);
        (ISettlement.Claim memory was, ISettlement.Claim memory lo) = (_claimOf(1, 3), _claimOf(2, 2));
        ISettlement.Claim memory hi = _claimOf(2, 3);
        _notFraud();
        settlement.proveOmission(was, lo, hi);
    }

    function test_OfAPayeeOfARejectedEpochIsNoFraud() public {
        _swapped();
        settlement.proveDisorder(_claimOf(1, 3), _claimOf(1, 4));
        _stake(POSTER, attributor, MIN_BOND);
        _omitted(0);
        (ISettlement.Claim memory was, ISettlement.Claim memory lo) = (_claimOf(1, 1), _claimOf(2, 0));
        ISettlement.Claim memory hi = _claimOf(2, 1);
        _notFraud();
        settlement.proveOmission(was, lo, hi);
    }
}
