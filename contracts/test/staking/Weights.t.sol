// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kind} from "../../src/interfaces/IRegistry.sol";
import {IStaking} from "../../src/interfaces/IStaking.sol";
import {Target} from "../../src/libraries/Target.sol";
import {World} from "../base/World.sol";

contract WeightsTest is World {
    uint256 private validator;

    function setUp() public override {
        super.setUp();
        validator = Target.fromId(_register(ALICE, Kind.Validator));
    }

    function _at(uint256 time) private view returns (uint256) {
        return staking.stakeAt(validator, uint48(time));
    }

    function test_BondedOf_LeavesThawingSharesOut() public {
        vm.assertEq(staking.bondedOf(validator), 0);
        vm.startPrank(BOB);
        staking.stake(validator, 100);
        vm.assertEq(staking.bondedOf(validator), 100);
        staking.unstake(validator, 30);
        vm.assertEq(staking.bondedOf(validator), 70);
        vm.assertEq(staking.poolOf(validator).tokens, 100);
    }

    function test_StakeAt_WhenTheTimeIsNotPast_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_FutureLookup.selector, START, START));
        staking.stakeAt(validator, uint48(START));
        vm.assertEq(_at(START - 1), 0);
    }

    function test_StakeAt_WhenTheAssetIsNoValidator_ItIsZero() public {
        vm.warp(START + 1);
        vm.assertEq(staking.stakeAt(Target.fromId(attributor), uint48(START)), 0);
    }

    function test_StakeAt_IsWhatWasBondedThen() public {
        vm.startPrank(BOB);
        vm.warp(START + 10);
        staking.stake(validator, 100);
        staking.stake(validator, 100);
        vm.warp(START + 20);
        staking.unstake(validator, 100);
        vm.stopPrank();
        vm.warp(START + 30);
        vm.prank(COUNCIL);
        staking.slash(validator, 5_000, BOB);
        vm.warp(START + 20 + 14 days);
        vm.prank(BOB);
        staking.withdraw(validator);
        vm.warp(block.timestamp + 1);
        vm.assertEq(_at(START + 9), 0);
        vm.assertEq(_at(START + 10), 200);
        vm.assertEq(_at(START + 19), 200);
        vm.assertEq(_at(START + 20), 100);
        vm.assertEq(_at(START + 30), 50);
        vm.assertEq(_at(block.timestamp - 1), 50);
        vm.assertEq(staking.bondedOf(validator), 50);
    }

    /// Rounding at a withdrawal raises the price for those who stay: the checkpoint follows.
    function test_StakeAt_FollowsWhatRoundingLeavesBehind() public {
        vm.prank(BOB);
        staking.stake(validator, 3);
        vm.prank(ALICE);
        staking.stake(validator, 4);
        vm.prank(COUNCIL);
        staking.slash(validator, 5_000, BOB); // 4 tokens behind 7 shares
        vm.prank(BOB);
        staking.unstake(validator, 3);
        vm.warp(START + 14 days);
        vm.prank(BOB);
        staking.withdraw(validator); // 12 / 7: 1
        vm.warp(START + 15 days);
        vm.assertEq(staking.bondedOf(validator), 3);
        vm.assertEq(_at(START + 14 days - 1), 2);
        vm.assertEq(_at(START + 14 days), 3);
    }
}
