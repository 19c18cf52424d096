// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Vouchers} from "../base/Vouchers.sol";

contract WithdrawTest is Vouchers {
    function setUp() public override {
        super.setUp();
        _deposit(ALICE, 1_000);
    }

    function _thaw(uint128 amount) private {
        vm.prank(ALICE);
        escrow.thaw(GATEWAY, amount);
    }

    function _withdraw() private returns (uint128) {
        vm.prank(ALICE);
        return escrow.withdraw(GATEWAY);
    }

    function _stillThawing(uint256 at) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IEscrow.Escrow_StillThawing.selector, at);
    }

    function test_Thaw_WhenTheAmountExceedsTheBalance_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_Insufficient.selector, 1_000, 1_001));
        _thaw(1_001);
    }

    function test_Thaw_ReplacesWhatWasAnnounced() public {
        vm.expectEmit(address(escrow));
        emit IEscrow.Thawing(ALICE, GATEWAY, 1_000, START + 3 days);
        _thaw(1_000);
        vm.warp(START + 2 days);
        _thaw(400);
        vm.warp(START + 3 days);
        vm.expectRevert(_stillThawing(START + 5 days));
        _withdraw();
        vm.warp(START + 5 days);
        vm.assertEq(_withdraw(), 400);
    }

    function test_Thaw_OfNothingCancels() public {
        _thaw(1_000);
        _thaw(0);
        vm.warp(START + 4 days);
        vm.expectRevert(_stillThawing(0));
        _withdraw();
    }

    function test_Withdraw_WhenNothingThawsOrTooEarly_ItReverts() public {
        vm.expectRevert(_stillThawing(0));
        _withdraw();
        _thaw(1_000);
        vm.warp(START + 3 days - 1);
        vm.expectRevert(_stillThawing(START + 3 days));
        _withdraw();
    }

    function test_Withdraw_WhenLessIsLeft_ItPaysWhatIsLeft() public {
        _thaw(1_000);
        _collect(_voucher(ALICE_KEY, 300, 300));
        vm.warp(START + 3 days);
        uint256 before = open.balanceOf(ALICE);
        vm.expectEmit(address(escrow));
        emit IEscrow.Withdrawn(ALICE, GATEWAY, 700);
        vm.assertEq(_withdraw(), 700);
        vm.assertEq(open.balanceOf(ALICE) - before, 700);
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).balance, 0);
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).spent, 300);
    }

    function test_Withdraw_PaysOnce() public {
        _deposit(BOB, 5_000);
        _thaw(600);
        vm.warp(START + 3 days);
        vm.assertEq(_withdraw(), 600);
        vm.expectRevert(_stillThawing(0));
        _withdraw();
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).balance, 400);
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).thawedAt, 0);
    }

    function test_Withdraw_TheLimitStaysSpentAfterwards() public {
        _collect(_voucher(ALICE_KEY, 300, 300));
        _thaw(700);
        vm.warp(START + 3 days);
        _withdraw();
        _deposit(ALICE, 1_000);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_BadVoucher.selector, 0));
        _collect(_voucher(ALICE_KEY, 300, 1));
    }
}
