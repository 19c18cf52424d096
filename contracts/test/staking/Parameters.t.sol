// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Governed} from "../../src/Governed.sol";
import {Kind} from "../../src/interfaces/IRegistry.sol";
import {IStaking} from "../../src/interfaces/IStaking.sol";
import {Target} from "../../src/libraries/Target.sol";
import {World} from "../base/World.sol";

/// The thaw, the total of validators' stake, rewards in the stable token.
contract StakingParametersTest is World {
    uint256 private target;

    function setUp() public override {
        super.setUp();
        target = Target.fromId(_register(ALICE, Kind.Model));
    }

    function _setThaw(uint48 thaw) private {
        vm.prank(COUNCIL);
        staking.setThaw(thaw);
    }

    function _notify(uint256 amount) private {
        dollar.mint(address(staking), amount);
        vm.prank(address(dollarSettlement));
        staking.notify(target, amount);
    }

    // --- the thaw ---

    function test_SetThaw_WhenTheCallerIsNotGovernance_ItReverts() public {
        _notGovernance(ALICE);
        vm.prank(ALICE);
        staking.setThaw(20 days);
    }

    /// A day more than the longest window and arbitration together.
    function test_SetThaw_WhenOutOfBounds_ItReverts() public {
        vm.assertGt(staking.MIN_THAW(), dollarSettlement.MAX_WINDOW() + arbiter.RULING_PERIOD());
        _setThaw(13 days);
        _setThaw(30 days);
        _outOfBounds("thaw", 13 days - 1, 13 days, 30 days);
        _setThaw(13 days - 1);
        _outOfBounds("thaw", 30 days + 1, 13 days, 30 days);
        _setThaw(30 days + 1);
    }

    function test_SetThaw_HoldsForLaterUnstakings() public {
        vm.startPrank(BOB);
        staking.stake(target, 100);
        staking.unstake(target, 50);
        vm.stopPrank();
        vm.expectEmit(address(staking));
        emit Governed.ParameterSet("thaw", 20 days);
        _setThaw(20 days);
        vm.assertEq(staking.thaw(), 20 days);
        vm.assertEq(staking.positionOf(target, BOB).thawedAt, START + 14 days);
        vm.prank(BOB);
        staking.unstake(target, 50);
        vm.assertEq(staking.positionOf(target, BOB).thawedAt, START + 20 days);
    }

    // --- validators' total ---

    function test_TotalStakeAt_WhenTheTimeIsNotPast_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_FutureLookup.selector, START, START));
        staking.totalStakeAt(uint48(START));
    }

    function test_TotalStakeAt_IsTheSumOfAllValidators() public {
        uint256 first = Target.fromId(_register(ALICE, Kind.Validator));
        uint256 second = Target.fromId(_register(ALICE, Kind.Validator));
        vm.startPrank(BOB);
        staking.stake(first, 100);
        staking.stake(target, 1_000); // no validator
        vm.warp(START + 10);
        staking.stake(second, 60);
        vm.warp(START + 20);
        staking.unstake(second, 10);
        vm.stopPrank();
        vm.warp(START + 30);
        vm.prank(COUNCIL);
        staking.slash(first, 5_000, BOB);
        vm.warp(START + 40);
        vm.assertEq(staking.totalStakeAt(uint48(START - 1)), 0);
        vm.assertEq(staking.totalStakeAt(uint48(START)), 100);
        vm.assertEq(staking.totalStakeAt(uint48(START + 10)), 160);
        vm.assertEq(staking.totalStakeAt(uint48(START + 20)), 150);
        vm.assertEq(staking.totalStakeAt(uint48(START + 30)), 100);
    }

    // --- rewards in the stable token ---

    function test_Stable_ClaimManyPaysBothTokensFromManyPools() public {
        uint256 other = Target.fromId(_register(BOB, Kind.Provider));
        vm.startPrank(BOB);
        staking.stake(target, 100);
        staking.stake(other, 100);
        vm.stopPrank();
        open.transfer(address(staking), 30);
        vm.startPrank(address(settlement));
        staking.notify(target, 10);
        staking.notify(other, 20);
        vm.stopPrank();
        dollar.mint(address(staking), 7);
        vm.expectEmit(address(staking));
        emit IStaking.Rewarded(target, address(dollar), 7);
        vm.prank(address(dollarSettlement));
        staking.notify(target, 7);
        vm.assertEq(staking.dueOf(target, BOB, open), 10);
        vm.assertEq(staking.dueOf(target, BOB, dollar), 7);
        vm.assertEq(staking.dueOf(other, BOB, dollar), 0);
        uint256 before = open.balanceOf(BOB);
        uint256[] memory targets = new uint256[](2);
        (targets[0], targets[1]) = (target, other);
        vm.expectEmit(address(staking));
        emit IStaking.RewardPaid(target, BOB, address(open), 10);
        vm.expectEmit(address(staking));
        emit IStaking.RewardPaid(target, BOB, address(dollar), 7);
        vm.expectEmit(address(staking));
        emit IStaking.RewardPaid(other, BOB, address(open), 20);
        vm.prank(BOB);
        staking.claimMany(targets);
        vm.assertEq(open.balanceOf(BOB) - before, 30);
        vm.assertEq(dollar.balanceOf(BOB), 7);
        vm.assertEq(staking.dueOf(target, BOB, dollar), 0);
    }

    function test_Stable_ClaimManyAsksNoTokenThatNeverCame() public {
        vm.prank(BOB);
        staking.stake(target, 100);
        open.transfer(address(staking), 10);
        vm.prank(address(settlement));
        staking.notify(target, 10);
        vm.etch(address(dollar), hex"fe"); // any call fails
        uint256[] memory targets = new uint256[](1);
        targets[0] = target;
        vm.prank(BOB);
        staking.claimMany(targets);
        vm.assertEq(staking.dueOf(target, BOB, open), 0);
    }

    function test_Stable_WhatCameBeforeAStakeIsNotItsOwn() public {
        vm.prank(ALICE);
        staking.stake(target, 50);
        _notify(100);
        vm.prank(BOB);
        staking.stake(target, 50);
        vm.assertEq(staking.dueOf(target, BOB, dollar), 0);
        _notify(10);
        vm.assertEq(staking.dueOf(target, BOB, dollar), 5);
        vm.assertEq(staking.dueOf(target, ALICE, dollar), 105);
    }

    function test_Stable_ThawingEarnsNothing() public {
        vm.prank(ALICE);
        staking.stake(target, 50);
        vm.startPrank(BOB);
        staking.stake(target, 50);
        vm.stopPrank();
        _notify(100);
        vm.prank(BOB);
        staking.unstake(target, 50);
        _notify(100);
        vm.assertEq(staking.dueOf(target, BOB, dollar), 50);
        vm.assertEq(staking.dueOf(target, ALICE, dollar), 150);
    }

    function test_Stable_WithNobodyStakedItWaits() public {
        _notify(9);
        (uint256 acc, uint256 carry) = staking.streamOf(target, dollar);
        vm.assertEq(acc, 0);
        vm.assertEq(carry, 9e18);
        (, carry) = staking.streamOf(target, open);
        vm.assertEq(carry, 0);
    }

    function test_Stable_ItsSettlementSlashesToo() public {
        vm.prank(BOB);
        staking.stake(target, 100);
        vm.prank(address(dollarSettlement));
        vm.assertEq(staking.slash(target, 5_000, ALICE), 50);
    }
}
