// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kind} from "../../src/interfaces/IRegistry.sol";
import {Target} from "../../src/libraries/Target.sol";
import {World} from "../base/World.sol";

/// Votes of what is staked.
contract StakeVotesTest is World {
    address private constant CAROL = address(0xCA401);
    uint256 private target;
    uint256 private second;

    function setUp() public override {
        super.setUp();
        target = Target.fromId(_register(ALICE, Kind.Model));
        second = Target.fromId(_register(ALICE, Kind.Validator));
    }

    function _stakeOn(uint256 where, uint128 amount) private {
        vm.prank(BOB);
        staking.stake(where, amount);
    }

    function _delegate(address to) private {
        vm.prank(BOB);
        staking.delegate(to);
    }

    function _slash() private {
        vm.prank(COUNCIL);
        staking.slash(target, 5_000, BOB);
    }

    function _unstake(uint128 shares) private {
        vm.prank(BOB);
        staking.unstake(target, shares);
    }

    function test_WhenNobodyDelegates_NothingCounts() public {
        _stakeOn(target, 100);
        staking.count(target, BOB);
        vm.assertEq(staking.getVotes(BOB), 0);
    }

    function test_StakesFromAllPoolsCountOnceDelegated() public {
        _delegate(BOB);
        _stakeOn(target, 100);
        _stakeOn(second, 11);
        vm.assertEq(staking.getVotes(BOB), 111);
        _stakeOn(target, 5);
        vm.assertEq(staking.getVotes(BOB), 116);
    }

    function test_WhatWasStakedBeforeCountsWhenAnybodyAsks() public {
        _stakeOn(target, 100);
        _delegate(CAROL);
        vm.assertEq(staking.getVotes(CAROL), 0);
        staking.count(target, BOB);
        vm.assertEq(staking.getVotes(CAROL), 100);
        staking.count(target, BOB);
        vm.assertEq(staking.getVotes(CAROL), 100);
    }

    function test_VotesMoveWithTheDelegate() public {
        _delegate(BOB);
        _stakeOn(target, 100);
        _delegate(CAROL);
        vm.assertEq(staking.getVotes(BOB), 0);
        vm.assertEq(staking.getVotes(CAROL), 100);
    }

    function test_UnstakingEndsVotesAtOnce() public {
        _delegate(BOB);
        _stakeOn(target, 100);
        vm.warp(START + 10);
        _unstake(40);
        vm.assertEq(staking.getVotes(BOB), 60);
        vm.assertEq(staking.getVotes(address(1)), 0); // they go to nobody
        vm.assertEq(staking.clock(), START + 10);
        vm.assertEq(staking.CLOCK_MODE(), "mode=timestamp");
        vm.assertEq(staking.getPastVotes(BOB, START + 9), 100);
    }

    /// Else a stake long gone could be delegated again.
    function test_UnitsFallEvenWhileNothingIsDelegated() public {
        _delegate(BOB);
        _stakeOn(target, 100);
        _delegate(address(0));
        vm.assertEq(staking.getVotes(BOB), 0);
        _unstake(100);
        _delegate(BOB);
        vm.assertEq(staking.getVotes(BOB), 0);
    }

    function test_SlashedStakeIsCountedWhenAnybodyAsks() public {
        _delegate(BOB);
        _stakeOn(target, 101);
        _slash();
        vm.assertEq(staking.getVotes(BOB), 101);
        staking.count(target, BOB);
        vm.assertEq(staking.getVotes(BOB), 51);
        _stakeOn(target, 10); // 51 + 10 tokens behind 101 + 19 shares
        vm.assertEq(staking.getVotes(BOB), 61);
    }

    function test_ByASignature() public {
        _stakeOn(target, 100);
        bytes32 typehash = keccak256("Delegation(address delegatee,uint256 nonce,uint256 expiry)");
        bytes32 digest = _typed("OpenStaking", address(staking), keccak256(abi.encode(typehash, CAROL, 0, START)));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(BOB_KEY, digest);
        staking.delegateBySig(CAROL, 0, START, v, r, s);
        staking.count(target, BOB);
        vm.assertEq(staking.getVotes(CAROL), 100);
    }
}
