// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "../../src/Governed.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {ISettlement, Source} from "../../src/interfaces/ISettlement.sol";
import {ISettlementRules} from "../../src/interfaces/ISettlementRules.sol";
import {Epochs} from "../base/Epochs.sol";

contract SettlementRulesTest is Epochs {
    function _pause() private {
        vm.prank(GUARDIAN);
        settlement.pause();
    }

    function _paused(uint256 until) private {
        vm.expectRevert(abi.encodeWithSelector(ISettlementRules.Settlement_Paused.selector, until));
    }

    function _postAs(address who, uint256 id) private {
        vm.prank(who);
        settlement.post(id, keccak256("l"), 60, keccak256("r"), 40, 0, "");
    }

    function _sealed() private {
        settlement.fund(100, Source.Emissions);
        settlement.seal();
    }

    // --- the guardian ---

    function test_Pause_WhenTheCallerIsNotTheGuardian_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(ISettlementRules.Settlement_NotGuardian.selector, COUNCIL));
        vm.prank(COUNCIL);
        settlement.pause();
    }

    function test_Pause_StopsPostAndResolveForSevenDays() public {
        _two(60, 40);
        _post();
        vm.prank(ALICE);
        settlement.dispute(1, "");
        vm.expectEmit(address(settlement));
        emit ISettlementRules.Paused(START + 7 days);
        _pause();
        _paused(START + 7 days);
        vm.prank(COUNCIL);
        settlement.resolve(1, true, 0);
        vm.warp(START + 7 days - 1);
        _paused(START + 7 days);
        vm.prank(COUNCIL);
        settlement.resolve(1, true, 0);
        vm.warp(START + 7 days);
        vm.prank(COUNCIL);
        settlement.resolve(1, true, 0);
        _two(70, 50);
        _post();
    }

    /// Row "governance captured": claims cannot be paused, nor money in, disputes and proofs.
    function test_Threat_PauseNeverStopsClaimsMoneyOrDisputes() public {
        _two(60, 40);
        _post();
        _accept();
        uint256 until = block.timestamp + 7 days;
        _pause();
        settlement.claim(_claimOf(1, 1));
        settlement.fund(20, Source.Emissions);
        settlement.seal();
        _paused(until);
        _postAs(POSTER, attributor);
        ISettlement.Claim[] memory cs = new ISettlement.Claim[](1);
        cs[0] = _claimOf(1, 2);
        settlement.claimMany(cs);
        vm.assertEq(open.balanceOf(address(settlement)), 20);
    }

    function test_Pause_DuringAWindowLetsDisputesAndProofsGoOn() public {
        bytes32[] memory who = new bytes32[](2);
        uint128[] memory owed = new uint128[](2);
        (who[0], who[1], owed[0], owed[1]) = (bytes32(uint256(9)), bytes32(uint256(8)), 1, 1);
        _leaves(who, owed);
        _post();
        _pause();
        vm.prank(ALICE);
        settlement.dispute(1, "");
        settlement.proveDisorder(_claimOf(1, 1), _claimOf(1, 2));
        vm.assertTrue(settlement.epochOf(1).state == ISettlement.State.Rejected);
    }

    function test_Pause_OnceInThirtyDays() public {
        _pause();
        vm.warp(START + 30 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlementRules.Settlement_PausedLately.selector, START + 30 days));
        _pause();
        vm.warp(START + 30 days);
        _pause();
        vm.assertEq(settlement.pausedUntil(), START + 37 days);
    }

    function test_Unpause_ByGuardianOrGovernanceAndTheNextPauseIsNoSooner() public {
        _pause();
        vm.warp(START + 1 days);
        vm.expectRevert(abi.encodeWithSelector(ISettlementRules.Settlement_NotGuardian.selector, ALICE));
        vm.prank(ALICE);
        settlement.unpause();
        vm.expectEmit(address(settlement));
        emit ISettlementRules.Paused(START + 1 days);
        vm.prank(GUARDIAN);
        settlement.unpause();
        _sealed();
        _postAs(POSTER, attributor);
        vm.expectRevert(abi.encodeWithSelector(ISettlementRules.Settlement_PausedLately.selector, START + 30 days));
        _pause();
        vm.prank(COUNCIL);
        settlement.unpause();
    }

    // --- silent attributors ---

    /// Row "attributor silent".
    function test_Threat_SilentAttributorsValidatorsStandInAfterThreeDays() public {
        _two(60, 40);
        _post();
        uint256 validator = _register(BOB, Kind.Validator);
        _stake(BOB, validator, MIN_BOND);
        uint256 readyAt = START + 1 days;
        vm.warp(readyAt);
        settlement.fund(100, Source.Emissions);
        settlement.seal();
        vm.warp(readyAt + 3 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotAttributor.selector, validator, BOB));
        vm.prank(BOB);
        settlement.post(validator, 0, 200, 0, 0, 0, "");
        vm.warp(readyAt + 3 days);
        vm.prank(BOB);
        vm.assertEq(settlement.post(validator, 0, 200, 0, 0, 0, ""), 2);
        vm.assertEq(settlement.epochOf(2).attributor, validator);
    }

    /// Else a validator could take the first epoch from every attributor.
    function test_Fallback_BeforeTheFirstEpoch_WaitsFromTheDeployment() public {
        uint256 validator = _register(BOB, Kind.Validator);
        _stake(BOB, validator, MIN_BOND);
        _sealed();
        vm.warp(START + 3 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotAttributor.selector, validator, BOB));
        _postAs(BOB, validator);
        vm.warp(START + 3 days);
        _postAs(BOB, validator);
        vm.assertEq(settlement.epochOf(1).attributor, validator);
    }

    function test_Fallback_IsForNoOtherKindAndNotWithoutABond() public {
        uint256 model = _register(BOB, Kind.Model);
        _stake(BOB, model, MIN_BOND);
        uint256 validator = _register(BOB, Kind.Validator);
        _stake(BOB, validator, MIN_BOND - 1);
        _sealed();
        vm.warp(START + 30 days);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotAttributor.selector, model, BOB));
        _postAs(BOB, model);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotAttributor.selector, validator, ALICE));
        _postAs(ALICE, validator);
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_BondTooSmall.selector, MIN_BOND - 1, MIN_BOND));
        _postAs(BOB, validator);
    }

    // --- parameters ---

    function test_Set_WhenTheCallerIsNotGovernance_ItReverts() public {
        vm.startPrank(GUARDIAN);
        _notGovernance(GUARDIAN);
        settlement.setWindow(2 days);
        _notGovernance(GUARDIAN);
        settlement.setMinBond(3_000e18);
        _notGovernance(GUARDIAN);
        settlement.setDisputeBond(200e18);
        _notGovernance(GUARDIAN);
        settlement.setGuardian(ALICE);
    }

    function test_SetWindow_InItsBoundsAndForLaterEpochs() public {
        _two(60, 40);
        _post();
        vm.startPrank(COUNCIL);
        settlement.setWindow(12 hours);
        _outOfBounds("window", 12 hours - 1, 12 hours, 7 days);
        settlement.setWindow(12 hours - 1);
        _outOfBounds("window", 7 days + 1, 12 hours, 7 days);
        settlement.setWindow(7 days + 1);
        vm.expectEmit(address(settlement));
        emit Governed.ParameterSet("window", 7 days);
        settlement.setWindow(7 days);
        vm.stopPrank();
        vm.assertEq(settlement.epochOf(1).readyAt, START + 1 days);
        vm.warp(START + 1 days);
        _two(70, 50);
        _post();
        vm.assertEq(settlement.epochOf(2).readyAt, START + 8 days);
    }

    function test_SetMinBond_InItsBounds() public {
        vm.startPrank(COUNCIL);
        settlement.setMinBond(10_000_000e18);
        _outOfBounds("minBond", 10_000_000e18 + 1, 2_000e18, 10_000_000e18);
        settlement.setMinBond(10_000_000e18 + 1);
        settlement.setMinBond(2_000e18);
        _outOfBounds("minBond", 2_000e18 - 1, 2_000e18, 10_000_000e18);
        settlement.setMinBond(2_000e18 - 1);
        settlement.setDisputeBond(100e18);
        _outOfBounds("minBond", 2_000e18 - 1, 2_000e18, 10_000_000e18); // the floor is fixed
        settlement.setMinBond(2_000e18 - 1);
    }

    /// The reward for a true dispute covers the bond at risk, whatever governance sets.
    function test_SetDisputeBond_AtMostHalfOfAnAttributors() public {
        vm.startPrank(COUNCIL);
        _outOfBounds("disputeBond", MIN_BOND / 2 + 1, 100e18, MIN_BOND / 2);
        settlement.setDisputeBond(uint96(MIN_BOND / 2 + 1));
        settlement.setDisputeBond(uint96(MIN_BOND / 2));
        _outOfBounds("minBond", MIN_BOND - 1, MIN_BOND, 10_000_000e18);
        settlement.setMinBond(uint96(MIN_BOND - 1));
        settlement.setMinBond(uint96(MIN_BOND));
        _outOfBounds("disputeBond", 100e18 - 1, 100e18, MIN_BOND / 2);
        settlement.setDisputeBond(100e18 - 1);
        settlement.setDisputeBond(100e18);
    }

    function test_SetDisputeBond_HoldsForLaterDisputes() public {
        _two(60, 40);
        _post();
        uint256 before = open.balanceOf(ALICE);
        vm.prank(ALICE);
        settlement.dispute(1, "");
        vm.startPrank(COUNCIL);
        settlement.setDisputeBond(2_000e18);
        settlement.resolve(1, false, 0);
        vm.stopPrank();
        vm.assertEq(open.balanceOf(ALICE), before);
    }

    function test_SetGuardian_ReplacesIt() public {
        vm.expectEmit(address(settlement));
        emit ISettlementRules.GuardianSet(BOB);
        vm.prank(COUNCIL);
        settlement.setGuardian(BOB);
        vm.expectRevert(abi.encodeWithSelector(ISettlementRules.Settlement_NotGuardian.selector, GUARDIAN));
        _pause();
        vm.prank(BOB);
        settlement.pause();
    }

    /// Of the attributor's pool by what the verdict says.
    function test_Resolve_SlashesByTheVerdict() public {
        _two(60, 40);
        _post();
        vm.prank(ALICE);
        settlement.dispute(1, "");
        vm.prank(COUNCIL);
        settlement.resolve(1, false, 1_000);
        vm.assertEq(staking.bondedOf((1 << 160) + attributor), MIN_BOND - MIN_BOND / 10);
    }

    function test_DisputeOf_SaysWhoWhenAndForHowMuch() public {
        _two(60, 40);
        _post();
        vm.warp(START + 5);
        vm.prank(ALICE);
        settlement.dispute(1, "");
        ISettlement.Dispute memory d = settlement.disputeOf(1);
        vm.assertEq(d.by, ALICE);
        vm.assertEq(d.at, START + 5);
        vm.assertEq(d.bond, 1_000e18);
        vm.assertEq(settlement.disputeOf(2).by, address(0));
    }
}
