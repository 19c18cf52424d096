// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbiter, Subject} from "../../src/interfaces/IArbiter.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Courts} from "../base/Courts.sol";

contract ArbiterOpenTest is Courts {
    // --- an epoch ---

    function test_OpenEpoch_WhenItIsNotDisputed_ItReverts() public {
        _two(60, 40);
        _post();
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_NotDisputed.selector, 1));
        arbiter.openEpoch(settlement, 1, EVIDENCE);
    }

    /// Whoever deploys one could open any number of cases, without a bond, against whom he likes.
    function test_OpenEpoch_WhenTheSettlementIsNoneOfOurs_ItReverts() public {
        ISettlement fake = ISettlement(address(0xFA4E));
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_UnknownSettlement.selector, fake));
        arbiter.openEpoch(fake, 1, EVIDENCE);
    }

    /// Else the accused could give his attributor to the largest validator, which then could not judge him, and judge with his own.
    function test_OpenEpoch_TheAccusedIsWhoPosted() public {
        _two(60, 40);
        _post();
        vm.prank(POSTER);
        registry.transferFrom(POSTER, BOB, attributor);
        vm.prank(ALICE);
        settlement.dispute(1, "wrong shares");
        vm.assertEq(arbiter.caseOf(arbiter.openEpoch(settlement, 1, EVIDENCE)).accused, POSTER);
    }

    function test_OpenEpoch_OfTheStablePairToo() public {
        vm.assertEq(staking.stableSettlement(), address(dollarSettlement));
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_NotDisputed.selector, 1));
        arbiter.openEpoch(dollarSettlement, 1, EVIDENCE);
    }

    function test_OpenEpoch_WhenTheDisputeHasAnOpenCase_ItReverts() public {
        uint256 caseId = _openEpoch();
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_OpenedAlready.selector, caseId));
        arbiter.openEpoch(settlement, 1, EVIDENCE);
    }

    function test_OpenEpoch_IsDatedByTheDisputeAndTakesNoBond() public {
        _two(60, 40);
        _post();
        vm.prank(ALICE);
        settlement.dispute(1, "wrong shares");
        uint256 disputedAt = block.timestamp;
        _later(1 hours);
        uint256 before = open.balanceOf(BOB);
        vm.expectEmit(address(arbiter));
        emit IArbiter.Opened(1, Subject.Epoch, 1, ALICE, address(settlement), 0, EVIDENCE, 0);
        vm.prank(BOB);
        vm.assertEq(arbiter.openEpoch(settlement, 1, EVIDENCE), 1);
        vm.assertEq(open.balanceOf(BOB), before);
        IArbiter.Case memory c = arbiter.caseOf(1);
        vm.assertEq(c.openedAt, disputedAt);
        vm.assertEq(c.challenger, ALICE);
        vm.assertEq(c.accused, POSTER);
        vm.assertEq(address(c.settlement), address(settlement));
        vm.assertEq(c.id, 1);
        vm.assertFalse(c.closed);
        vm.assertEq(arbiter.caseOfEpoch(settlement, 1), 1);
        vm.assertEq(arbiter.count(), 1);
    }

    function test_OpenEpoch_WhenItStoodAndIsDisputedAnew_OldSignaturesDoNotDecide() public {
        uint256 first = _openEpoch();
        IArbiter.Verdict memory stands = _notGuilty();
        IArbiter.Vote[] memory old = _votes(first, stands, 2);
        arbiter.rule(first, stands, old);
        vm.prank(BOB);
        settlement.dispute(1, "still wrong");
        uint256 second = arbiter.openEpoch(settlement, 1, EVIDENCE);
        vm.assertEq(second, 2);
        vm.assertEq(arbiter.caseOf(second).challenger, BOB);
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_BadSignature.selector, validators[0]));
        arbiter.rule(second, stands, old);
        _rule(second, _guilty(1_000));
        vm.assertTrue(settlement.epochOf(1).state == ISettlement.State.Rejected);
    }

    // --- an asset ---

    function test_OpenAsset_WhenItDoesNotExist_ItReverts() public {
        vm.expectRevert(abi.encodeWithSignature("ERC721NonexistentToken(uint256)", 99));
        _openAsset(99);
    }

    function test_OpenAsset_TakesTheBondAndNamesTheOwner() public {
        uint256 before = open.balanceOf(ALICE);
        vm.expectEmit(address(arbiter));
        emit IArbiter.Opened(1, Subject.Asset, datanet, ALICE, address(0), 0, EVIDENCE, CASE_BOND);
        _openAsset(datanet);
        vm.assertEq(before - open.balanceOf(ALICE), CASE_BOND);
        vm.assertEq(open.balanceOf(address(arbiter)), CASE_BOND);
        IArbiter.Case memory c = arbiter.caseOf(1);
        vm.assertTrue(c.subject == Subject.Asset);
        vm.assertEq(c.accused, OWNER);
        vm.assertEq(c.openedAt, block.timestamp);
        vm.assertEq(c.bond, CASE_BOND);
    }

    /// Who sells an accused asset stays accused.
    function test_OpenAsset_TheAccusedIsTheOwnerOfThen() public {
        uint256 model = _register(OWNER, Kind.Model);
        uint256 caseId = _openAsset(model);
        vm.prank(OWNER);
        registry.transferFrom(OWNER, BOB, model);
        vm.assertEq(arbiter.caseOf(caseId).accused, OWNER);
    }

    function test_OpenAsset_WhenItIsTheCommons_NobodyIsAccused() public {
        vm.assertEq(arbiter.caseOf(_openAsset(1)).accused, BURN);
    }

    // --- a contribution ---

    function test_OpenContribution_WhenItIsNotAccepted_ItReverts() public {
        uint256 id = _revealed();
        vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_NotAccepted.selector, id));
        arbiter.openContribution(id, 0, EVIDENCE);
    }

    /// A verdict on it would take nothing down and give the bond back.
    function test_OpenContribution_WhenThereIsNoSuchItem_ItReverts() public {
        uint256 id = _accepted();
        uint32 whole = type(uint32).max;
        uint32[2] memory none = [ITEMS, whole - 1];
        for (uint256 i; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IArbiter.Arbiter_UnknownItem.selector, id, none[i]));
            vm.prank(BOB);
            arbiter.openContribution(id, none[i], EVIDENCE);
        }
        vm.startPrank(BOB);
        vm.assertEq(arbiter.caseOf(arbiter.openContribution(id, ITEMS - 1, EVIDENCE)).item, ITEMS - 1);
        vm.assertEq(arbiter.caseOf(arbiter.openContribution(id, whole, EVIDENCE)).item, whole);
    }

    function test_OpenContribution_TakesTheBondAndNamesTheContributor() public {
        uint256 id = _accepted();
        uint256 before = open.balanceOf(BOB);
        vm.expectEmit(address(arbiter));
        emit IArbiter.Opened(1, Subject.Contribution, id, BOB, address(0), 2, EVIDENCE, CASE_BOND);
        vm.prank(BOB);
        uint256 caseId = arbiter.openContribution(id, 2, EVIDENCE);
        vm.assertEq(before - open.balanceOf(BOB), CASE_BOND);
        vm.assertEq(arbiter.caseOf(caseId).accused, ALICE);
        vm.assertEq(arbiter.caseOf(caseId).item, 2);
    }

    function test_OpenContribution_WhenItIsOfTheCommons_NobodyIsAccused() public {
        vm.prank(COUNCIL);
        uint256 id = curation.addCommons(ROOT, 1, 1, URI);
        vm.prank(BOB);
        vm.assertEq(arbiter.caseOf(arbiter.openContribution(id, 0, EVIDENCE)).accused, BURN);
    }

    // --- the bond ---

    function test_SetBond_WhenTheCallerIsNotGovernance_ItReverts() public {
        _notGovernance(ALICE);
        vm.prank(ALICE);
        arbiter.setBond(500e18);
    }

    function test_SetBond_WhenOutOfBounds_ItReverts() public {
        vm.startPrank(COUNCIL);
        arbiter.setBond(100e18);
        arbiter.setBond(10_000e18);
        _outOfBounds("bond", 100e18 - 1, 100e18, 10_000e18);
        arbiter.setBond(100e18 - 1);
        _outOfBounds("bond", 10_000e18 + 1, 100e18, 10_000e18);
        arbiter.setBond(10_000e18 + 1);
    }

    function test_SetBond_HoldsForLaterCases() public {
        uint256 first = _openAsset(datanet);
        vm.prank(COUNCIL);
        arbiter.setBond(500e18);
        uint256 second = _openAsset(datanet);
        vm.assertEq(arbiter.caseOf(first).bond, CASE_BOND);
        vm.assertEq(arbiter.caseOf(second).bond, 500e18);
        uint256 before = open.balanceOf(ALICE);
        _later(1);
        _rule(first, _guilty(0));
        vm.assertEq(open.balanceOf(ALICE) - before, CASE_BOND);
    }
}
