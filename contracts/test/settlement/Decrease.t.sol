// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {SumTree} from "../../src/libraries/SumTree.sol";
import {Frauds} from "../base/Frauds.sol";

contract DecreaseTest is Frauds {
    /// Payee 1 loses a wei to payee 2.
    function _decreased() private {
        (bytes32[] memory who, uint128[] memory owed) = _next();
        (owed[1], owed[2]) = (owed[1] - 1, owed[2] + 1);
        _leaves(who, owed);
        _post();
    }

    function test_ItRejects() public {
        _honest();
        _decreased();
        vm.prank(WATCHER);
        settlement.proveDecrease(_claimOf(1, 2), _claimOf(2, 2));
        _assertRejected(2, settlement.epochOf(1).total);
    }

    function test_EvenAfterThePayeeWasPaid() public {
        _honest();
        settlement.claim(_claimOf(1, 2));
        _decreased();
        vm.prank(WATCHER);
        settlement.proveDecrease(_claimOf(1, 2), _claimOf(2, 2));
        _assertRejected(2, settlement.epochOf(1).total);
    }

    function test_WhenNothingFell_ItReverts() public {
        _honest();
        _decreased();
        ISettlement.Claim memory was = _claimOf(1, 1);
        ISettlement.Claim memory now_ = _claimOf(2, 1);
        _notFraud();
        settlement.proveDecrease(was, now_); // unchanged
        (was, now_) = (_claimOf(1, 3), _claimOf(2, 3));
        _notFraud();
        settlement.proveDecrease(was, now_); // rose
        (was, now_) = (_claimOf(1, 3), _claimOf(2, 2));
        _notFraud();
        settlement.proveDecrease(was, now_); // two payees
    }

    function test_WhenALeafIsMadeUp_ItReverts() public {
        _honest();
        _decreased();
        ISettlement.Claim memory was = _claimOf(1, 1);
        ISettlement.Claim memory now_ = _claimOf(2, 1);
        was.amount += 1;
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        settlement.proveDecrease(was, now_);
        was.amount -= 1;
        now_.amount -= 1;
        vm.expectRevert(SumTree.SumTree_BadProof.selector);
        settlement.proveDecrease(was, now_);
    }

    function test_ARejectedEpochEntitlesToNothing() public {
        _swapped();
        settlement.proveDisorder(_claimOf(1, 3), _claimOf(1, 4));
        _stake(POSTER, attributor, MIN_BOND);
        (bytes32[] memory who, uint128[] memory owed) = _next();
        (owed[0], owed[1]) = (owed[0] - 1, owed[1] + 1);
        _leaves(who, owed);
        _post();
        (ISettlement.Claim memory was, ISettlement.Claim memory now_) = (_claimOf(1, 1), _claimOf(2, 1));
        _notFraud();
        settlement.proveDecrease(was, now_);
    }

    function test_TheSameEpochIsNoEarlierOne() public {
        (bytes32[] memory who, uint128[] memory owed) = _payees(5);
        who[3] = who[2]; // 102 and 103 for one payee
        (owed[2], owed[3]) = (owed[3], owed[2]);
        _leaves(who, owed);
        _post();
        (ISettlement.Claim memory was, ISettlement.Claim memory now_) = (_claimOf(1, 3), _claimOf(1, 4));
        _notFraud();
        settlement.proveDecrease(was, now_);
    }
}
