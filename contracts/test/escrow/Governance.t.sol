// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Escrow} from "../../src/Escrow.sol";
import {Governed} from "../../src/Governed.sol";
import {Settlement} from "../../src/Settlement.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Vouchers} from "../base/Vouchers.sol";

/// The thaw and where collected money goes.
contract EscrowGovernanceTest is Vouchers {
    Settlement private next;

    function setUp() public override {
        super.setUp();
        next = new Settlement(open, registry, staking, address(escrow), COUNCIL, MIN_BOND, COUNCIL, GUARDIAN);
    }

    function _announce(Settlement settlement_) private {
        vm.prank(COUNCIL);
        escrow.announceSettlement(settlement_);
    }

    function test_SetThawTime_WhenTheCallerIsNotGovernance_ItReverts() public {
        _notGovernance(ALICE);
        vm.prank(ALICE);
        escrow.setThawTime(2 days);
    }

    function test_SetThawTime_InItsBoundsAndForLaterWithdrawals() public {
        _deposit(ALICE, 100);
        vm.startPrank(COUNCIL);
        escrow.setThawTime(2 days);
        _outOfBounds("thawTime", 2 days - 1, 2 days, 13 days);
        escrow.setThawTime(2 days - 1);
        _outOfBounds("thawTime", 13 days + 1, 2 days, 13 days);
        escrow.setThawTime(13 days + 1);
        vm.expectEmit(address(escrow));
        emit Governed.ParameterSet("thawTime", 13 days);
        escrow.setThawTime(13 days);
        vm.stopPrank();
        vm.prank(ALICE);
        escrow.thaw(GATEWAY, 100);
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).thawedAt, START + 13 days);
    }

    function test_Announce_WhenTheCallerIsNotGovernance_ItReverts() public {
        _notGovernance(ALICE);
        vm.prank(ALICE);
        escrow.announceSettlement(next);
    }

    function test_Switch_WhenNothingIsAnnounced_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoticeRuns.selector, 0));
        escrow.switchSettlement();
    }

    /// Row "governance captured": longer notice than any thaw, so that everybody can leave first.
    function test_Threat_PayersCanLeaveBeforeTheSettlementChanges() public {
        vm.assertGt(escrow.NOTICE(), escrow.MAX_THAW());
        _deposit(ALICE, 100);
        vm.prank(COUNCIL);
        escrow.setThawTime(13 days);
        vm.expectEmit(address(escrow));
        emit IEscrow.SettlementAnnounced(address(next), START + 14 days);
        _announce(next);
        vm.prank(ALICE);
        escrow.thaw(GATEWAY, 100);
        vm.warp(START + 13 days);
        vm.prank(ALICE);
        vm.assertEq(escrow.withdraw(GATEWAY), 100);
        vm.warp(START + 14 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoticeRuns.selector, START + 14 days));
        escrow.switchSettlement();
    }

    function test_Switch_MovesTheFlowAndTheAllowance() public {
        _deposit(ALICE, 100);
        _announce(next);
        vm.warp(START + 14 days);
        vm.expectEmit(address(escrow));
        emit IEscrow.SettlementSet(address(next));
        escrow.switchSettlement();
        vm.assertEq(address(escrow.settlement()), address(next));
        vm.assertEq(address(escrow.nextSettlement()), address(0));
        vm.assertEq(escrow.nextSettlementAt(), 0);
        vm.assertEq(open.allowance(address(escrow), address(settlement)), 0);
        _collect(_voucher(ALICE_KEY, 60, 60));
        vm.assertEq(next.funded(), 60);
        vm.assertEq(settlement.funded(), 0);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoticeRuns.selector, 0));
        escrow.switchSettlement();
    }

    function test_Announce_ReplacesTheLastAndStartsTheNoticeAnew() public {
        _announce(Settlement(address(1)));
        vm.warp(START + 10 days);
        _announce(next);
        vm.warp(START + 24 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoticeRuns.selector, START + 24 days));
        escrow.switchSettlement();
        vm.warp(START + 24 days);
        escrow.switchSettlement();
        vm.assertEq(address(escrow.settlement()), address(next));
    }
}
