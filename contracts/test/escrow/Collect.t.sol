// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {ISettlement, Source} from "../../src/interfaces/ISettlement.sol";
import {Vouchers} from "../base/Vouchers.sol";
import {Signatory} from "../base/Signatory.sol";

contract CollectTest is Vouchers {
    uint256 private constant SESSION_KEY = 0x5E55;

    function setUp() public override {
        super.setUp();
        _deposit(ALICE, 1_000);
        _deposit(BOB, 1_000);
    }

    function _refused(IEscrow.Voucher memory v) private {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_BadVoucher.selector, 0));
        _collect(v);
    }

    function test_WhenTheLimitIsExceeded_ItReverts() public {
        _collect(_voucher(ALICE_KEY, 300, 200));
        _refused(_voucher(ALICE_KEY, 300, 101));
        _collect(_voucher(ALICE_KEY, 300, 100));
        _refused(_voucher(ALICE_KEY, 300, 1));
    }

    function test_WhenLimitAndAmountAreExtreme_ItDoesNotWrap() public {
        _collect(_voucher(ALICE_KEY, 300, 200));
        _refused(_voucher(ALICE_KEY, type(uint128).max, type(uint128).max));
    }

    function test_WhenTheSignatureIsForSomethingElse_ItReverts() public {
        IEscrow.Voucher memory v = _voucher(ALICE_KEY, 300, 100);
        v.limit = 301;
        _refused(v);
        v = _voucher(ALICE_KEY, 300, 100);
        v.payer = BOB;
        _refused(v);
        v = _voucher(ALICE_KEY, 300, 100);
        v.signature = _sign(ALICE_KEY, _voucherDigest(ALICE, POSTER, 300)); // another gateway
        _refused(v);
        v.signature = _sign(BOB_KEY, _voucherDigest(ALICE, GATEWAY, 300));
        _refused(v);
        v.signature = hex"1234";
        _refused(v);
        v.signature = new bytes(65);
        _refused(v);
    }

    function test_WhenAnotherGatewayBringsTheVoucher_ItReverts() public {
        vm.prank(ALICE);
        escrow.deposit(ALICE, POSTER, 1_000);
        IEscrow.Voucher[] memory vs = new IEscrow.Voucher[](1);
        vs[0] = _voucher(ALICE_KEY, 300, 100);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_BadVoucher.selector, 0));
        vm.prank(POSTER);
        escrow.collect(vs);
    }

    function test_WhenSignedForAnotherChain_ItReverts() public {
        IEscrow.Voucher memory v = _voucher(ALICE_KEY, 300, 100);
        vm.chainId(block.chainid + 1);
        _refused(v);
        _collect(_voucher(ALICE_KEY, 300, 100));
    }

    function test_WhenTheSecondIsBad_ItNamesItAndNothingIsDrawn() public {
        IEscrow.Voucher[] memory vs = new IEscrow.Voucher[](2);
        (vs[0], vs[1]) = (_voucher(ALICE_KEY, 300, 100), _voucher(BOB_KEY, 50, 51));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_BadVoucher.selector, 1));
        vm.prank(GATEWAY);
        escrow.collect(vs);
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).spent, 0);
    }

    function test_WhenTheBalanceIsTooSmall_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_Insufficient.selector, 1_000, 1_001));
        _collect(_voucher(ALICE_KEY, 5_000, 1_001));
    }

    function test_WhenThereIsNothingToCollect_ItReverts() public {
        vm.expectRevert(ISettlement.Settlement_ZeroAmount.selector);
        vm.prank(GATEWAY);
        escrow.collect(new IEscrow.Voucher[](0));
    }

    function test_WhenSignedByALiveSessionKey_ItCollectsUntilItExpires() public {
        IEscrow.Voucher memory v = _voucher(ALICE_KEY, 300, 100);
        v.signature = _sign(SESSION_KEY, _voucherDigest(ALICE, GATEWAY, 300));
        _refused(v);
        vm.expectEmit(address(escrow));
        emit IEscrow.KeySet(ALICE, vm.addr(SESSION_KEY), START + 100);
        vm.prank(ALICE);
        escrow.setKey(vm.addr(SESSION_KEY), START + 100);
        vm.assertEq(escrow.keyExpiry(ALICE, vm.addr(SESSION_KEY)), START + 100);
        vm.warp(START + 99);
        _collect(v);
        vm.warp(START + 100);
        _refused(v);
    }

    function _set(uint256 expiry) private returns (uint256) {
        vm.prank(ALICE);
        escrow.setKey(vm.addr(SESSION_KEY), expiry);
        return escrow.keyExpiry(ALICE, vm.addr(SESSION_KEY));
    }

    /// What was served on its word is collected, whoever is first.
    function test_WhenTheSessionKeyWasRevoked_ItCollectsForTwoDaysStill() public {
        _set(START + 30 days);
        vm.expectEmit(address(escrow));
        emit IEscrow.KeySet(ALICE, vm.addr(SESSION_KEY), START + 2 days);
        vm.assertEq(_set(0), START + 2 days);
        vm.warp(START + 1 days);
        vm.assertEq(_set(0), START + 2 days); // not later for asking again
        IEscrow.Voucher memory v = _voucher(ALICE_KEY, 300, 100);
        v.signature = _sign(SESSION_KEY, _voucherDigest(ALICE, GATEWAY, 300));
        vm.warp(START + 2 days - 1);
        _collect(v);
        vm.warp(START + 2 days);
        _refused(v);
        vm.assertEq(_set(0), START + 2 days);
    }

    function test_AKeyThatExpiresSoonerIsRevokedThen_AndOneThatNeverWasAtOnce() public {
        vm.assertEq(_set(0), 0);
        _set(START + 100);
        vm.assertEq(_set(0), START + 100);
        vm.assertEq(_set(START + 99), START + 100);
        vm.assertEq(_set(START + 101), START + 101);
    }

    /// What no key signed is recovered as the zero address: that is nobody's key, whatever a payer sets.
    function test_WhenTheSignatureIsNone_ItRevertsEvenIfTheZeroAddressIsAKey() public {
        vm.prank(ALICE);
        escrow.setKey(address(0), type(uint256).max);
        IEscrow.Voucher memory v = _voucher(ALICE_KEY, 300, 100);
        v.signature = new bytes(65);
        _refused(v);
        v.signature = "";
        _refused(v);
    }

    function test_ASessionKeyOfOneIsNoneOfAnother() public {
        vm.prank(BOB);
        escrow.setKey(vm.addr(SESSION_KEY), START + 100);
        IEscrow.Voucher memory v = _voucher(ALICE_KEY, 300, 100);
        v.signature = _sign(SESSION_KEY, _voucherDigest(ALICE, GATEWAY, 300));
        _refused(v);
    }

    function test_WhenThePayerIsAContract_ItDecides() public {
        Signatory payer = new Signatory(BOB);
        escrow.deposit(address(payer), GATEWAY, 1_000);
        bytes memory good = _sign(BOB_KEY, _voucherDigest(address(payer), GATEWAY, 300));
        _collect(IEscrow.Voucher(address(payer), 300, 100, good));
        _refused(
            IEscrow.Voucher(address(payer), 300, 100, _sign(ALICE_KEY, _voucherDigest(address(payer), GATEWAY, 300)))
        );
    }

    function test_WhenThePayerHasDelegatedCode_ItsKeyStillSigns() public {
        vm.etch(ALICE, abi.encodePacked(hex"ef0100", address(open)));
        _collect(_voucher(ALICE_KEY, 300, 100));
    }

    function test_WhileItThaws_ItCollects() public {
        vm.prank(ALICE);
        escrow.thaw(GATEWAY, 1_000);
        _collect(_voucher(ALICE_KEY, 300, 100));
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).balance, 900);
    }

    function test_ItDrawsAllAndFundsTheSettlementWithFees() public {
        IEscrow.Voucher[] memory vs = new IEscrow.Voucher[](2);
        (vs[0], vs[1]) = (_voucher(ALICE_KEY, 300, 100), _voucher(BOB_KEY, 50, 50));
        vm.expectEmit(address(escrow));
        emit IEscrow.Collected(ALICE, GATEWAY, 100);
        vm.expectEmit(address(escrow));
        emit IEscrow.Collected(BOB, GATEWAY, 50);
        vm.expectEmit(address(settlement));
        emit ISettlement.Funded(Source.Fees, address(escrow), 150);
        vm.prank(GATEWAY);
        vm.assertEq(escrow.collect(vs), 150);
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).balance, 900);
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).spent, 100);
        vm.assertEq(settlement.funded(), 150);
        vm.assertEq(open.balanceOf(address(settlement)), 150);
    }

    /// The gateway can never have drawn more than the highest limit, however it orders and cuts its vouchers.
    function testFuzz_NeverMoreThanTheHighestLimit(uint128[5] memory limits, uint128[5] memory amounts) public {
        uint256 highest;
        for (uint256 i; i < 5; ++i) {
            uint128 limit = uint128(bound(limits[i], 0, 1_000));
            if (limit > highest) highest = limit;
            IEscrow.Voucher[] memory vs = new IEscrow.Voucher[](1);
            vs[0] = _voucher(ALICE_KEY, limit, uint128(bound(amounts[i], 1, 500)));
            vm.prank(GATEWAY);
            try escrow.collect(vs) {} catch {}
            vm.assertLe(escrow.accountOf(ALICE, GATEWAY).spent, highest);
        }
    }
}
