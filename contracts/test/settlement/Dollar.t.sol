// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Escrow} from "../../src/Escrow.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Target} from "../../src/libraries/Target.sol";
import {Epochs} from "../base/Epochs.sol";
import {Vouchers} from "../base/Vouchers.sol";
import {World} from "../base/World.sol";

/// The second pair: fees in a stable token of 6 decimals; bonds, stakes and slashes in OPEN.
contract DollarTest is Epochs, Vouchers {
    uint256 private model;
    Escrow private openEscrow;

    function setUp() public override {
        World.setUp();
        model = _register(ALICE, Kind.Model);
        _stake(BOB, model, 100e18);
        dollar.mint(ALICE, 50e6);
        vm.prank(ALICE);
        dollar.approve(address(dollarEscrow), type(uint256).max);
        openEscrow = escrow;
        (escrow, settlement) = (dollarEscrow, dollarSettlement); // what the bases act on
        vm.assertEq(address(settlement.bondToken()), address(open));
    }

    /// ALICE pays 10 dollars: 6 to BOB, 4 to the stakers of the model.
    function _paid() private {
        _deposit(ALICE, 50e6);
        _collect(_voucher(ALICE_KEY, 10e6, 10e6));
        bytes32[] memory who = new bytes32[](2);
        uint128[] memory owed = new uint128[](2);
        (who[0], who[1]) = (_payee(BOB), bytes32(Target.fromId(model)));
        (owed[0], owed[1]) = (6e6, 4e6);
        _leaves(who, owed);
        _post();
    }

    function test_FromDepositToEverybodysPocket() public {
        _paid();
        vm.assertEq(settlement.epochOf(1).total, 10e6);
        _accept();
        settlement.claim(_claimOf(1, 1));
        settlement.claim(_claimOf(1, 2));
        vm.assertEq(dollar.balanceOf(BOB), 6e6);
        vm.assertEq(dollar.balanceOf(address(settlement)), 0);
        uint256[] memory targets = new uint256[](1);
        targets[0] = Target.fromId(model);
        vm.prank(BOB);
        staking.claimMany(targets);
        vm.assertEq(dollar.balanceOf(BOB), 10e6);
        vm.assertEq(dollar.balanceOf(address(staking)), 0);
    }

    function test_BondsAndSlashesAreInOpen() public {
        _paid();
        uint256 alice = open.balanceOf(ALICE);
        vm.prank(ALICE);
        settlement.dispute(1, "wrong shares");
        vm.assertEq(alice - open.balanceOf(ALICE), 1_000e18);
        vm.prank(COUNCIL);
        settlement.resolve(1, false, 5_000);
        vm.assertEq(open.balanceOf(ALICE) - alice, MIN_BOND / 4);
        vm.assertEq(dollar.balanceOf(address(settlement)), 10e6);
        vm.assertTrue(settlement.epochOf(1).state == ISettlement.State.Rejected);
    }

    function test_AValidEpochsDisputeBondGoesInOpenToo() public {
        _paid();
        uint256 poster = open.balanceOf(POSTER);
        vm.prank(ALICE);
        settlement.dispute(1, "wrong shares");
        vm.prank(COUNCIL);
        settlement.resolve(1, true, 0);
        vm.assertEq(open.balanceOf(POSTER) - poster, 500e18);
        vm.assertEq(open.balanceOf(address(settlement)), 0);
    }

    /// Row "cross-contract replay": a voucher for one pair's escrow is none for the other's.
    function test_Threat_AVoucherOfTheOtherPairIsNone() public {
        _deposit(ALICE, 50e6);
        IEscrow.Voucher memory v = _voucher(ALICE_KEY, 10e6, 10e6);
        IEscrow.Voucher[] memory vs = new IEscrow.Voucher[](1);
        vs[0] = v;
        escrow = openEscrow;
        vm.prank(ALICE);
        escrow.deposit(ALICE, GATEWAY, 50e6);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_BadVoucher.selector, 0));
        vm.prank(GATEWAY);
        escrow.collect(vs);
    }
}
