// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Open} from "../../src/Open.sol";
import {TestBase} from "../base/TestBase.sol";

contract OpenTest is TestBase {
    uint256 private constant KEY = 0xA11CE;
    Open private open;

    function setUp() public {
        open = new Open(address(this));
    }

    function test_TheHolderHasTheWholeSupply() public view {
        vm.assertEq(open.totalSupply(), 1e27);
        vm.assertEq(open.balanceOf(address(this)), 1e27);
        vm.assertEq(open.decimals(), 18);
    }

    function test_VotesFollowTheTokenByTimestamp() public {
        vm.warp(1_000);
        open.delegate(address(this));
        vm.warp(2_000);
        open.transfer(address(1), 1e18);
        vm.assertEq(open.clock(), 2_000);
        vm.assertEq(open.CLOCK_MODE(), "mode=timestamp");
        vm.assertEq(open.getPastVotes(address(this), 1_999), 1e27);
        vm.assertEq(open.getVotes(address(this)), 1e27 - 1e18);
    }

    function test_APermitApprovesOnce() public {
        address owner = vm.addr(KEY);
        bytes32 permit = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 structHash = keccak256(abi.encode(permit, owner, address(this), 5, 0, block.timestamp));
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(KEY, keccak256(abi.encodePacked(hex"1901", open.DOMAIN_SEPARATOR(), structHash)));
        open.permit(owner, address(this), 5, block.timestamp, v, r, s);
        vm.assertEq(open.allowance(owner, address(this)), 5);
        vm.assertEq(open.nonces(owner), 1);
    }
}
