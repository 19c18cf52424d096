// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbiter} from "../../src/interfaces/IArbiter.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {ISettlement, Source} from "../../src/interfaces/ISettlement.sol";
import {Target} from "../../src/libraries/Target.sol";
import {Courts} from "../base/Courts.sol";

/// Rows of the threat table that no other test stands for; docs/protocol.md lists them all.
contract ThreatsTest is Courts {
    /// Row "data withheld": nobody can recompute the root, so validators reject it; the next epoch pays everybody.
    function test_Threat_DataWithheldIsRejectedAndTheNextEpochPays() public {
        uint256 caseId = _openEpoch();
        _rule(caseId, IArbiter.Verdict(true, 0, 500));
        _stake(POSTER, attributor, MIN_BOND);
        _two(60, 40);
        vm.assertEq(_post(), 2);
        _accept();
        settlement.claim(_claimOf(2, 1));
        settlement.claim(_claimOf(2, 2));
        vm.assertEq(open.balanceOf(address(settlement)), 0);
    }

    /// Row "dispute griefing": half of a bond each time, and only the newest epoch waits.
    function test_Threat_DisputeGriefingCostsAndOlderRootsStayClaimable() public {
        _two(60, 40);
        _post();
        _accept();
        _two(70, 50);
        _post();
        uint256 before = open.balanceOf(ALICE);
        for (uint256 i; i < 3; ++i) {
            vm.prank(ALICE);
            settlement.dispute(2, "grief");
            uint256 caseId = arbiter.openEpoch(settlement, 2, EVIDENCE);
            if (i == 0) settlement.claim(_claimOf(1, 1));
            _rule(caseId, _notGuilty());
        }
        uint256 paid = _first() == ALICE ? 60 : 0;
        vm.assertEq(before + paid - open.balanceOf(ALICE), 3_000e18);
        _accept();
        settlement.claim(_claimOf(2, 2));
    }

    /// Row "first-depositor inflation": what is sent to the pool's contract moves no price.
    function testFuzz_Threat_DonationsMoveNoPrice(uint128 first, uint128 gift, uint128 second) public {
        first = uint128(bound(first, 1, 1e23));
        gift = uint128(bound(gift, 1, 1e23));
        second = uint128(bound(second, 1, 1e23));
        uint256 target = Target.fromId(_register(ALICE, Kind.Model));
        vm.prank(ALICE);
        staking.stake(target, first);
        vm.prank(ALICE);
        open.transfer(address(staking), gift);
        vm.prank(BOB);
        vm.assertEq(staking.stake(target, second), second);
        vm.prank(BOB);
        staking.unstake(target, second);
        _later(14 days);
        vm.prank(BOB);
        vm.assertEq(staking.withdraw(target), second);
    }

    /// Row "money kept back": to the wei, either way.
    function testFuzz_Threat_ARootOfAnotherSumCannotBePosted(uint128 funded, uint128 left, uint128 right) public {
        funded = uint128(bound(funded, 1, 1e23));
        if (uint256(left) + right == funded) ++left;
        settlement.fund(funded, Source.Emissions);
        settlement.seal();
        vm.expectRevert(
            abi.encodeWithSelector(ISettlement.Settlement_BadRoot.selector, uint256(left) + right, uint256(funded))
        );
        vm.prank(POSTER);
        settlement.post(attributor, 0, left, 0, right, 0, "");
    }

    /// Row "double claim, replay of old epoch".
    function test_Threat_AnOldRootIsNoReplayAfterTheNextWasPaid() public {
        _two(60, 40);
        _post();
        _accept();
        _two(61, 41);
        _post();
        _accept();
        ISettlement.Claim memory newest = _claimOf(2, 1);
        settlement.claim(newest);
        ISettlement.Claim memory old = _claimOf(1, 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NothingToClaim.selector, old.payee, 61));
        settlement.claim(old);
    }
}
