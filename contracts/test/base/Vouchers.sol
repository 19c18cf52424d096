// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {World} from "./World.sol";

/// A world in which vouchers are signed.
abstract contract Vouchers is World {
    function _voucherDigest(address payer, address gateway, uint128 limit) internal view returns (bytes32) {
        bytes32 typehash = keccak256("Voucher(address payer,address gateway,uint128 limit)");
        return _typed("OpenEscrow", address(escrow), keccak256(abi.encode(typehash, payer, gateway, limit)));
    }

    function _voucher(uint256 key, uint128 limit, uint128 amount) internal view returns (IEscrow.Voucher memory) {
        address payer = vm.addr(key);
        return IEscrow.Voucher(payer, limit, amount, _sign(key, _voucherDigest(payer, GATEWAY, limit)));
    }

    function _collect(IEscrow.Voucher memory v) internal returns (uint128) {
        IEscrow.Voucher[] memory vs = new IEscrow.Voucher[](1);
        vs[0] = v;
        vm.prank(GATEWAY);
        return escrow.collect(vs);
    }

    function _deposit(address payer, uint128 amount) internal {
        vm.prank(payer);
        escrow.deposit(payer, GATEWAY, amount);
    }
}
