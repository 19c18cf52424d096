// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Open} from "../../src/Open.sol";
import {TestBase} from "../base/TestBase.sol";

/// Balances and delegates share a slot: neither may touch the other.
contract HoldingsTest is TestBase {
    address[4] private people = [address(0x1001), address(0x1002), address(0x1003), address(0x1004)];
    Open private open;

    function setUp() public {
        vm.warp(1_000);
        open = new Open(address(this));
        for (uint256 i; i < 4; ++i) {
            open.transfer(people[i], 1e24);
        }
    }

    function test_TheWholeSupplyFits() public {
        address sink = address(0x51);
        open.delegate(sink);
        vm.assertEq(open.getVotes(sink), 1e27 - 4e24);
        vm.assertEq(open.delegates(address(this)), sink);
        vm.assertEq(open.balanceOf(address(this)), 1e27 - 4e24);
        vm.assertEq(open.getPastTotalSupply(block.timestamp - 1), 0);
        vm.warp(1_001);
        vm.assertEq(open.getPastTotalSupply(1_000), 1e27);
    }

    function test_WhenTheBalanceIsTooSmall_ItReverts() public {
        vm.expectRevert(
            abi.encodeWithSignature(
                "ERC20InsufficientBalance(address,uint256,uint256)", people[0], uint256(1e24), uint256(1e24 + 1)
            )
        );
        vm.prank(people[0]);
        open.transfer(people[1], 1e24 + 1);
    }

    function test_AWholeBalanceCanGo() public {
        vm.prank(people[0]);
        open.transfer(people[1], 1e24);
        vm.assertEq(open.balanceOf(people[0]), 0);
        vm.assertEq(open.balanceOf(people[1]), 2e24);
    }

    function test_NobodyMintsNorBurns() public {
        vm.expectRevert(abi.encodeWithSignature("ERC20InvalidReceiver(address)", address(0)));
        open.transfer(address(0), 1);
    }

    function test_TransferAndDelegateSayWhatTheyDid() public {
        vm.expectEmit(address(open));
        emit Transfer(people[0], people[1], 5);
        vm.prank(people[0]);
        open.transfer(people[1], 5);
        vm.prank(people[0]);
        open.delegate(people[2]);
        vm.expectEmit(address(open));
        emit DelegateChanged(people[0], people[2], people[3]);
        vm.prank(people[0]);
        open.delegate(people[3]);
    }

    event Transfer(address indexed from, address indexed to, uint256 value);
    event DelegateChanged(address indexed delegator, address indexed fromDelegate, address indexed toDelegate);

    /// Against the obvious bookkeeping: one map of balances, one of delegates, votes summed up from both.
    function testFuzz_ItDoesWhatTwoSlotsWouldDo(uint256 seed) public {
        uint256[4] memory balances = [uint256(1e24), 1e24, 1e24, 1e24];
        address[4] memory delegates;
        for (uint256 step; step < 12; ++step) {
            uint256 r = uint256(keccak256(abi.encode(seed, step)));
            (uint256 from, uint256 to) = (r % 4, (r >> 8) % 4);
            vm.prank(people[from]);
            if (r >> 16 & 1 == 0) {
                uint256 amount = bound(r >> 24, 0, balances[from]);
                open.transfer(people[to], amount);
                balances[from] -= amount;
                balances[to] += amount;
            } else {
                delegates[from] = (r >> 17) & 3 == 0 ? address(0) : people[to];
                open.delegate(delegates[from]);
            }
        }
        for (uint256 i; i < 4; ++i) {
            vm.assertEq(open.balanceOf(people[i]), balances[i]);
            vm.assertEq(open.delegates(people[i]), delegates[i]);
            uint256 votes;
            for (uint256 j; j < 4; ++j) {
                if (delegates[j] == people[i]) votes += balances[j];
            }
            vm.assertEq(open.getVotes(people[i]), votes);
        }
        vm.assertEq(open.totalSupply(), 1e27);
    }
}
