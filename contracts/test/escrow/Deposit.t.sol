// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {Vouchers} from "../base/Vouchers.sol";

contract DepositTest is Vouchers {
    uint256 private constant CAROL_KEY = 0xCA201;
    address private carol = vm.addr(CAROL_KEY);

    /// Carol has tokens and has approved nobody.
    function setUp() public override {
        super.setUp();
        open.transfer(carol, 1_000);
    }

    function _permit(uint256 value) private view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 typehash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 structHash = keccak256(abi.encode(typehash, carol, address(escrow), value, 0, START));
        return vm.sign(CAROL_KEY, keccak256(abi.encodePacked(hex"1901", open.DOMAIN_SEPARATOR(), structHash)));
    }

    function test_Deposit_AddsToOneGatewayOnly() public {
        vm.expectEmit(address(escrow));
        emit IEscrow.Deposited(carol, GATEWAY, 70);
        vm.prank(ALICE);
        escrow.deposit(carol, GATEWAY, 70);
        vm.prank(BOB);
        escrow.deposit(carol, GATEWAY, 30);
        vm.assertEq(escrow.accountOf(carol, GATEWAY).balance, 100);
        vm.assertEq(escrow.accountOf(carol, POSTER).balance, 0);
        vm.assertEq(escrow.accountOf(ALICE, GATEWAY).balance, 0);
        vm.assertEq(open.balanceOf(ALICE), 1e24 - 70);
        vm.assertEq(open.balanceOf(address(escrow)), 100);
    }

    /// Met in the prototype: one balance backed several gateways, and the second to collect found nothing.
    function test_Deposit_OneGatewayCannotDrawAnothersBalance() public {
        _deposit(ALICE, 100);
        IEscrow.Voucher[] memory vs = new IEscrow.Voucher[](1);
        vs[0] = IEscrow.Voucher(ALICE, 100, 100, _sign(ALICE_KEY, _voucherDigest(ALICE, POSTER, 100)));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_Insufficient.selector, 0, 100));
        vm.prank(POSTER);
        escrow.collect(vs);
        vm.assertEq(_collect(_voucher(ALICE_KEY, 100, 100)), 100);
    }

    function test_DepositWithPermit_NeedsNoAllowance() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(400);
        vm.prank(carol);
        escrow.depositWithPermit(carol, GATEWAY, 400, START, v, r, s);
        vm.assertEq(escrow.accountOf(carol, GATEWAY).balance, 400);
        vm.assertEq(open.allowance(carol, address(escrow)), 0);
    }

    function test_DepositWithPermit_WhenSomebodyUsedThePermitFirst_ItDeposits() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(400);
        vm.prank(BOB);
        open.permit(carol, address(escrow), 400, START, v, r, s);
        vm.prank(carol);
        escrow.depositWithPermit(carol, GATEWAY, 400, START, v, r, s);
        vm.assertEq(escrow.accountOf(carol, GATEWAY).balance, 400);
    }

    function test_DepositWithPermit_WhenThePermitIsBad_ItReverts() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(399);
        vm.expectRevert(
            abi.encodeWithSignature("ERC20InsufficientAllowance(address,uint256,uint256)", address(escrow), 0, 400)
        );
        vm.prank(carol);
        escrow.depositWithPermit(carol, GATEWAY, 400, START, v, r, s);
    }

    function test_DepositWithPermit_APermitOfOneCannotBeSpentByAnother() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(400);
        vm.prank(GATEWAY);
        escrow.depositWithPermit(GATEWAY, GATEWAY, 400, START, v, r, s); // its own allowance pays
        vm.assertEq(open.balanceOf(carol), 1_000);
    }
}
