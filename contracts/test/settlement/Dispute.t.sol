// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISettlement, Source} from "../../src/interfaces/ISettlement.sol";
import {Target} from "../../src/libraries/Target.sol";
import {Epochs} from "../base/Epochs.sol";

contract DisputeTest is Epochs {
    uint256 private constant BOND = 1_000e18;

    function setUp() public override {
        super.setUp();
        _two(60, 40);
        _post();
    }

    function _dispute(address who) private {
        vm.prank(who);
        settlement.dispute(1, "wrong shares");
    }

    function _resolve(bool valid) private {
        vm.prank(COUNCIL);
        settlement.resolve(1, valid, 5_000);
    }

    function _notOpen(ISettlement.State state) private {
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotOpen.selector, 1, state));
    }

    // --- dispute ---

    function test_Dispute_WhenTheEpochIsNotInsideItsWindow_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotOpen.selector, 2, ISettlement.State.None));
        settlement.dispute(2, "");
        _accept();
        _notOpen(ISettlement.State.Pending);
        _dispute(ALICE);
    }

    function test_Dispute_WhenDisputedAlready_ItReverts() public {
        _dispute(ALICE);
        _notOpen(ISettlement.State.Disputed);
        _dispute(BOB);
    }

    function test_Dispute_WhenRejected_ItReverts() public {
        _dispute(ALICE);
        _resolve(false);
        _notOpen(ISettlement.State.Rejected);
        _dispute(BOB);
    }

    function test_Dispute_TakesTheBondAndStopsTheEpoch() public {
        vm.warp(START + 1 days - 1);
        uint256 before = open.balanceOf(ALICE);
        vm.expectEmit(address(settlement));
        emit ISettlement.Disputed(1, ALICE, "wrong shares");
        _dispute(ALICE);
        vm.assertEq(before - open.balanceOf(ALICE), BOND);
        vm.assertTrue(settlement.epochOf(1).state == ISettlement.State.Disputed);
        vm.assertEq(settlement.disputeOf(1).by, ALICE);
    }

    // --- resolve ---

    function test_Resolve_WhenTheCallerIsNotTheArbiter_ItReverts() public {
        _dispute(ALICE);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotArbiter.selector, ALICE));
        vm.prank(ALICE);
        settlement.resolve(1, false, 0);
    }

    function test_Resolve_WhenTheEpochIsNotDisputed_ItReverts() public {
        _notOpen(ISettlement.State.Pending);
        _resolve(false);
    }

    /// The loser pays, and half is burnt: to dispute oneself always costs.
    function test_Resolve_WhenValid_TheBondIsHalvedBetweenAttributorAndNobody() public {
        _dispute(ALICE);
        (uint256 poster, uint256 burnt) = (open.balanceOf(POSTER), open.balanceOf(BURN));
        vm.expectEmit(address(settlement));
        emit ISettlement.Resolved(1, true);
        _resolve(true);
        vm.assertEq(open.balanceOf(POSTER) - poster, BOND / 2);
        vm.assertEq(open.balanceOf(BURN) - burnt, BOND / 2);
        vm.assertEq(open.balanceOf(address(settlement)), 100);
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND);
        vm.assertTrue(settlement.epochOf(1).state == ISettlement.State.Pending);
    }

    function test_Resolve_WhenValid_WhoPostedIsPaid_NotWhomTheAttributorWasGivenTo() public {
        vm.assertEq(settlement.epochOf(1).poster, POSTER);
        vm.prank(POSTER);
        registry.transferFrom(POSTER, BOB, attributor);
        _dispute(ALICE);
        uint256 poster = open.balanceOf(POSTER);
        _resolve(true);
        vm.assertEq(open.balanceOf(POSTER) - poster, BOND / 2);
    }

    function test_Resolve_WhenValidInsideTheWindow_ItCanBeDisputedAgain() public {
        _dispute(ALICE);
        _resolve(true);
        _dispute(BOB);
        vm.assertEq(settlement.disputeOf(1).by, BOB);
    }

    function test_Resolve_WhenNotValid_TheDisputerIsPaidAndTheMoneyStays() public {
        uint256 alice = open.balanceOf(ALICE);
        uint256 burnt = open.balanceOf(BURN);
        _dispute(ALICE);
        _accept(); // a late verdict is a verdict
        vm.expectEmit(address(settlement));
        emit ISettlement.Resolved(1, false);
        vm.expectEmit(address(settlement));
        emit ISettlement.Rejected(1, ALICE);
        _resolve(false);
        vm.assertEq(open.balanceOf(ALICE) - alice, MIN_BOND / 4);
        vm.assertEq(open.balanceOf(BURN) - burnt, MIN_BOND / 4);
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND / 2);
        vm.assertEq(open.balanceOf(address(settlement)), 100);
        vm.assertEq(settlement.settled(), 0);
    }

    /// Nothing to slash: the staking contract is not even asked.
    function test_Resolve_WhenNotValidWithoutASlash_TheStakeStays() public {
        _dispute(ALICE);
        vm.expectCall(address(staking), abi.encodeWithSelector(staking.slash.selector), 0);
        vm.prank(COUNCIL);
        settlement.resolve(1, false, 0);
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND);
    }

    function test_Resolve_WhenNotValid_TheSmallestSlashIsABasisPoint() public {
        _dispute(ALICE);
        vm.prank(COUNCIL);
        settlement.resolve(1, false, 1);
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND - MIN_BOND / 10_000);
    }

    function test_ARejectedEpochsMoneyIsDistributedByTheNext() public {
        _dispute(ALICE);
        _resolve(false);
        _stake(POSTER, attributor, MIN_BOND);
        settlement.fund(50, Source.Emissions);
        _two(90, 60);
        vm.assertEq(_post(), 2);
        vm.assertEq(settlement.epochOf(2).total, 150);
        _accept();
        settlement.claim(_claimOf(2, 1));
        settlement.claim(_claimOf(2, 2));
        vm.assertEq(open.balanceOf(address(settlement)), 0);
    }

    function test_ASlashedAttributorCannotPostUntilItIsBondedAgain() public {
        _dispute(ALICE);
        _resolve(false);
        settlement.seal();
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_BondTooSmall.selector, MIN_BOND / 2, MIN_BOND));
        vm.prank(POSTER);
        settlement.post(attributor, 0, 100, 0, 0, 0, "");
    }

    function test_RejectionFallsBackToTheEpochBefore() public {
        _accept();
        _two(70, 45);
        _post();
        vm.assertEq(settlement.settled(), 115);
        vm.prank(BOB);
        settlement.dispute(2, "wrong");
        vm.prank(COUNCIL);
        settlement.resolve(2, false, 5_000);
        vm.assertEq(settlement.settled(), 100);
        settlement.claim(_claimOf(1, 1));
    }

    function test_TwoRejectionsInARowFallBackAllTheWay() public {
        _accept();
        for (uint256 id = 2; id <= 3; ++id) {
            _stake(POSTER, attributor, MIN_BOND);
            _two(70, 45);
            _post();
            vm.prank(BOB);
            settlement.dispute(id, "wrong");
            vm.prank(COUNCIL);
            settlement.resolve(id, false, 5_000);
            vm.assertEq(settlement.settled(), 100);
        }
        vm.assertEq(settlement.seal(), 115);
    }
}
