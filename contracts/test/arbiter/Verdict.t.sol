// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbiter} from "../../src/interfaces/IArbiter.sol";
import {ICuration} from "../../src/interfaces/ICuration.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {ISettlementRules} from "../../src/interfaces/ISettlementRules.sol";
import {IStaking} from "../../src/interfaces/IStaking.sol";
import {Target} from "../../src/libraries/Target.sol";
import {Courts} from "../base/Courts.sol";

/// What a verdict does.
contract ArbiterVerdictTest is Courts {
    uint256 private alice;
    uint256 private burnt;

    function _note() private {
        (alice, burnt) = (open.balanceOf(ALICE), open.balanceOf(BURN));
    }

    function _assertGained(uint256 challenger, uint256 nobody) private view {
        vm.assertEq(open.balanceOf(ALICE) - alice, challenger);
        vm.assertEq(open.balanceOf(BURN) - burnt, nobody);
        vm.assertEq(open.balanceOf(address(arbiter)), 0);
    }

    function test_WhenItSlashesWithoutGuilt_ItReverts() public {
        uint256 caseId = _openAsset(datanet);
        IArbiter.Verdict memory v = IArbiter.Verdict(false, 0, 1);
        IArbiter.Vote[] memory votes = _votes(caseId, v, 2);
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_BadSlash.selector, 1));
        arbiter.rule(caseId, v, votes);
    }

    function test_WhenItSlashesMoreThanHalf_ItReverts() public {
        uint256 caseId = _openAsset(datanet);
        IArbiter.Vote[] memory votes = _votes(caseId, _guilty(5_001), 2);
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_SlashTooLarge.selector, 5_001));
        arbiter.rule(caseId, _guilty(5_001), votes);
    }

    // --- an epoch ---

    /// Row "malicious attributor (wrong shares)": what the verdict says is slashed, the rest of the stake and the money are safe.
    function test_Threat_WrongSharesAreRejectedAndSlashedByTheVerdict() public {
        uint256 caseId = _openEpoch();
        _note();
        _rule(caseId, _guilty(1_000));
        _assertGained(1_000e18 + MIN_BOND / 20, MIN_BOND / 20);
        vm.assertTrue(settlement.epochOf(1).state == ISettlement.State.Rejected);
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND - MIN_BOND / 10);
        vm.assertEq(settlement.settled(), 0);
    }

    /// Attribution within its tolerance is never slashable: rejected all the same.
    function test_WhenAnEpochIsGuiltyWithoutASlash_TheStakeStays() public {
        uint256 caseId = _openEpoch();
        _note();
        _rule(caseId, _guilty(0));
        _assertGained(1_000e18, 0);
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND);
    }

    function test_WhenAnEpochIsNotGuilty_ItStandsAndTheBondIsHalved() public {
        uint256 caseId = _openEpoch();
        _note();
        uint256 poster = open.balanceOf(POSTER);
        _rule(caseId, _notGuilty());
        _assertGained(0, 500e18);
        vm.assertEq(open.balanceOf(POSTER) - poster, 500e18);
        vm.assertTrue(settlement.epochOf(1).state == ISettlement.State.Pending);
    }

    function test_WhenTheSettlementIsPaused_AnEpochsVerdictWaits() public {
        uint256 caseId = _openEpoch();
        vm.prank(GUARDIAN);
        settlement.pause();
        IArbiter.Vote[] memory votes = _votes(caseId, _guilty(0), 2);
        uint256 until = block.timestamp + 7 days;
        vm.expectRevert(abi.encodeWithSelector(ISettlementRules.Settlement_Paused.selector, until));
        arbiter.rule(caseId, _guilty(0), votes);
        vm.warp(until);
        arbiter.rule(caseId, _guilty(0), votes);
    }

    /// A disputed epoch with two payees out of order, which a proof rejects while its case is open.
    function _proven() private returns (uint256 caseId) {
        bytes32[] memory who = new bytes32[](2);
        uint128[] memory owed = new uint128[](2);
        (who[0], who[1], owed[0], owed[1]) = (bytes32(uint256(9)), bytes32(uint256(8)), 1, 1);
        _leaves(who, owed);
        _post();
        vm.prank(ALICE);
        settlement.dispute(1, "disorder");
        caseId = arbiter.openEpoch(settlement, 1, EVIDENCE);
        settlement.proveDisorder(_claimOf(1, 1), _claimOf(1, 2));
    }

    /// Else such a case could never be closed. Whatever the verdict says, the proof has taken its half and the bond is back.
    function _assertOnlyCloses(IArbiter.Verdict memory v) private {
        uint256 caseId = _proven();
        _note();
        uint256 held = open.balanceOf(address(settlement));
        vm.expectEmit(address(arbiter));
        emit IArbiter.Ruled(caseId, v.guilty, 0, v.recomputedRoot, 200e18, 300e18);
        _rule(caseId, v);
        vm.assertTrue(arbiter.caseOf(caseId).closed);
        _assertGained(0, 0);
        vm.assertEq(open.balanceOf(address(settlement)), held);
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND / 2);
        vm.assertTrue(settlement.epochOf(1).state == ISettlement.State.Rejected);
    }

    function test_WhenAProofRejectedTheEpochMeanwhile_AGuiltyVerdictOnlyCloses() public {
        _assertOnlyCloses(_guilty(5_000));
    }

    function test_WhenAProofRejectedTheEpochMeanwhile_ANotGuiltyVerdictOnlyCloses() public {
        _assertOnlyCloses(_notGuilty());
    }

    function test_ByGovernance_WhenAProofRejectedTheEpochMeanwhile_TheCaseCloses() public {
        uint256 caseId = _proven();
        _later(5 days);
        vm.prank(COUNCIL);
        arbiter.ruleByGovernance(caseId, _guilty(5_000));
        vm.assertTrue(arbiter.caseOf(caseId).closed);
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND / 2);
    }

    /// The world is closed in a circle: nobody but the arbiter resolves.
    function test_OnlyTheArbiterResolves() public {
        _openEpoch();
        vm.expectRevert(abi.encodeWithSelector(ISettlement.Settlement_NotArbiter.selector, COUNCIL));
        vm.prank(COUNCIL);
        settlement.resolve(1, false, 0);
    }

    // --- an asset ---

    function test_WhenAnAssetIsGuilty_ItsPoolIsSlashed() public {
        uint256 model = _register(OWNER, Kind.Model);
        _stake(BOB, model, 100e18);
        uint256 caseId = _openAsset(model);
        _note();
        _rule(caseId, _guilty(2_500));
        _assertGained(CASE_BOND + 12.5e18, 12.5e18);
        vm.assertEq(staking.poolOf(Target.fromId(model)).tokens, 75e18);
    }

    function test_TheSmallestSlashIsABasisPoint() public {
        uint256 model = _register(OWNER, Kind.Model);
        _stake(BOB, model, 100e18);
        _rule(_openAsset(model), _guilty(1));
        vm.assertEq(staking.poolOf(Target.fromId(model)).tokens, 99.99e18);
    }

    function test_WhenAnAssetIsGuiltyWithoutASlash_TheBondComesBack() public {
        uint256 caseId = _openAsset(datanet);
        _note();
        _rule(caseId, _guilty(0));
        _assertGained(CASE_BOND, 0);
    }

    function test_WhenAnAssetIsNotGuilty_TheBondIsHalved() public {
        uint256 caseId = _openAsset(datanet);
        _note();
        uint256 owner = open.balanceOf(OWNER);
        _rule(caseId, _notGuilty());
        _assertGained(0, CASE_BOND / 2);
        vm.assertEq(open.balanceOf(OWNER) - owner, CASE_BOND / 2);
    }

    function test_WhenTheCommonsAreNotGuilty_TheBondIsBurnt() public {
        uint256 caseId = _openAsset(1);
        _note();
        _rule(caseId, _notGuilty());
        _assertGained(0, CASE_BOND);
    }

    // --- a contribution ---

    function _openContribution(uint256 id, uint32 item) private returns (uint256) {
        vm.prank(BOB);
        return arbiter.openContribution(id, item, EVIDENCE);
    }

    function test_WhenAContributionIsGuilty_TheItemIsTakenDown() public {
        uint256 id = _accepted();
        uint256 caseId = _openContribution(id, 1);
        uint256 bob = open.balanceOf(BOB);
        vm.expectEmit(address(curation));
        emit ICuration.TakenDown(id, 1, address(arbiter), bytes32(caseId));
        _rule(caseId, _guilty(0));
        vm.assertTrue(curation.isTakenDown(id, 1));
        vm.assertFalse(curation.isTakenDown(id, 0));
        vm.assertEq(open.balanceOf(BOB) - bob, CASE_BOND);
    }

    function test_WhenAContributionIsSlashed_ItReverts() public {
        uint256 caseId = _openContribution(_accepted(), 1);
        IArbiter.Vote[] memory votes = _votes(caseId, _guilty(1), 2);
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_BadSlash.selector, 1));
        arbiter.rule(caseId, _guilty(1), votes);
    }

    /// Else the bond would be stuck.
    function test_WhenTheContributorWithdrewItMeanwhile_TheVerdictStillHolds() public {
        uint256 id = _accepted();
        uint256 caseId = _openContribution(id, 1);
        vm.prank(ALICE);
        curation.takeDown(id, type(uint32).max, 0);
        uint256 bob = open.balanceOf(BOB);
        _rule(caseId, _guilty(0));
        vm.assertEq(open.balanceOf(BOB) - bob, CASE_BOND);
    }

    function test_WhenAContributionIsNotGuilty_TheContributorHasHalfOfTheBond() public {
        uint256 id = _accepted();
        uint256 caseId = _openContribution(id, 1);
        _note();
        _rule(caseId, _notGuilty());
        _assertGained(CASE_BOND / 2, CASE_BOND / 2);
        vm.assertFalse(curation.isTakenDown(id, 1));
    }

    // --- rows of the threat table ---

    /// Row "sham dispute": to dispute oneself costs half of the bond each time.
    function test_Threat_ShamDisputeBurnsHalf() public {
        _two(60, 40);
        _post();
        uint256 before = open.balanceOf(POSTER);
        vm.prank(POSTER);
        settlement.dispute(1, "sham");
        uint256 caseId = arbiter.openEpoch(settlement, 1, EVIDENCE);
        _rule(caseId, _notGuilty());
        vm.assertEq(before - open.balanceOf(POSTER), 500e18);
    }

    /// Row "slash escape by unstaking": the thaw outlasts window and arbitration.
    function test_Threat_UnstakingIsNoEscapeFromAVerdict() public {
        uint256 caseId = _openEpoch();
        vm.prank(POSTER);
        staking.unstake(Target.fromId(attributor), MIN_BOND);
        _later(5 days);
        vm.prank(COUNCIL);
        arbiter.ruleByGovernance(caseId, _guilty(5_000));
        vm.assertEq(staking.poolOf(Target.fromId(attributor)).tokens, MIN_BOND / 2);
    }
}
