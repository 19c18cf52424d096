// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kind} from "../../src/interfaces/IRegistry.sol";
import {IStaking} from "../../src/interfaces/IStaking.sol";
import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {Target} from "../../src/libraries/Target.sol";
import {World} from "../base/World.sol";

contract StakingTest is World {
    uint256 private target;

    function setUp() public override {
        super.setUp();
        target = Target.fromId(_register(ALICE, Kind.Model));
    }

    function _stakeAs(address who, uint128 amount) private returns (uint128) {
        vm.prank(who);
        return staking.stake(target, amount);
    }

    function _slash(uint256 bps) private returns (uint128) {
        vm.prank(COUNCIL);
        return staking.slash(target, bps, BOB);
    }

    function _notify(uint256 amount) private {
        open.transfer(address(staking), amount);
        vm.prank(address(settlement));
        staking.notify(target, amount);
    }

    // --- targets ---

    function test_Target_IsTwoToThe160AndTheId() public pure {
        vm.assertEq(Target.fromId(1), 2 ** 160 + 1);
        vm.assertEq(Target.toId(2 ** 160 + 1), 1);
        vm.assertTrue(Target.isTarget(bytes32(uint256(2 ** 160))));
        vm.assertFalse(Target.isTarget(bytes32(uint256(2 ** 160 - 1))));
    }

    // --- stake ---

    function test_Stake_WhenTheAmountIsZero_ItReverts() public {
        vm.expectRevert(IStaking.Staking_ZeroAmount.selector);
        staking.stake(target, 0);
    }

    function test_Stake_WhenTheTargetIsAnAddress_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(Target.Target_NotATarget.selector, Target.BASE - 1));
        staking.stake(Target.BASE - 1, 1);
    }

    function test_Stake_WhenTheAssetDoesNotExist_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IRegistry.Registry_UnknownAsset.selector, 99));
        staking.stake(Target.fromId(99), 1);
        vm.expectRevert(abi.encodeWithSelector(IRegistry.Registry_UnknownAsset.selector, 0));
        staking.stake(Target.fromId(0), 1);
    }

    function test_Stake_WhenThePoolIsEmpty_AShareIsAToken() public {
        uint256 before = open.balanceOf(BOB);
        vm.expectEmit(address(staking));
        emit IStaking.Staked(target, BOB, 100, 100);
        vm.assertEq(_stakeAs(BOB, 100), 100);
        IStaking.Pool memory pool = staking.poolOf(target);
        vm.assertEq(pool.tokens, 100);
        vm.assertEq(pool.shares, 100);
        vm.assertEq(pool.earning, 100);
        vm.assertEq(staking.positionOf(target, BOB).shares, 100);
        vm.assertEq(before - open.balanceOf(BOB), 100);
    }

    function test_Stake_WhenThePoolWasSlashed_ItGivesMoreSharesRoundedDown() public {
        _stakeAs(ALICE, 99);
        _slash(5_000); // 49 gone: 50 tokens behind 99 shares
        vm.assertEq(_stakeAs(BOB, 7), 13); // 7 * 99 / 50 = 13.86
    }

    /// Met in the prototype: after some 38 halvings an unchecked cast cut the shares.
    function test_Stake_WhenSharesOutgrowUint128_ItRevertsAndDoesNotCut() public {
        _stakeAs(ALICE, 1e24);
        for (uint256 i; i < 90; ++i) {
            _slash(5_000);
        }
        vm.assertEq(staking.poolOf(target).tokens, 1);
        uint256 wanted = 1e21 * 1e24;
        vm.expectRevert(abi.encodeWithSignature("SafeCastOverflowedUintDowncast(uint8,uint256)", 128, wanted));
        _stakeAs(BOB, 1e21);
    }

    // --- unstake, withdraw ---

    function test_Unstake_WhenSharesAreZeroOrTooMany_ItReverts() public {
        _stakeAs(BOB, 100);
        vm.startPrank(BOB);
        vm.expectRevert(IStaking.Staking_ZeroAmount.selector);
        staking.unstake(target, 0);
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_Insufficient.selector, 100, 101));
        staking.unstake(target, 101);
    }

    function test_Unstake_StopsEarningAndRestartsTheClock() public {
        _stakeAs(ALICE, 100);
        _stakeAs(BOB, 100);
        vm.startPrank(BOB);
        vm.expectEmit(address(staking));
        emit IStaking.Unstaking(target, BOB, 60, START + 14 days);
        staking.unstake(target, 60);
        vm.warp(START + 10 days);
        staking.unstake(target, 40);
        vm.stopPrank();
        IStaking.Position memory position = staking.positionOf(target, BOB);
        vm.assertEq(position.shares, 0);
        vm.assertEq(position.thawing, 100);
        vm.assertEq(position.thawedAt, START + 24 days);
        _notify(1_000);
        vm.prank(BOB);
        vm.assertEq(staking.claim(target), 0);
        vm.prank(ALICE);
        vm.assertEq(staking.claim(target), 1_000);
    }

    function test_Withdraw_WhenNothingThawsOrTooEarly_ItReverts() public {
        _stakeAs(BOB, 100);
        vm.startPrank(BOB);
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_StillThawing.selector, 0));
        staking.withdraw(target);
        staking.unstake(target, 100);
        vm.warp(START + 14 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_StillThawing.selector, START + 14 days));
        staking.withdraw(target);
    }

    function test_Withdraw_PaysThePriceAndLeavesRoundingToThoseWhoStay() public {
        _stakeAs(ALICE, 100);
        _stakeAs(BOB, 1);
        _slash(5_000); // 51 tokens behind 101 shares
        uint256 before = open.balanceOf(BOB);
        vm.startPrank(BOB);
        staking.unstake(target, 1);
        vm.warp(START + 14 days);
        vm.assertEq(staking.withdraw(target), 0); // 51 / 101, rounded down
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_StillThawing.selector, 0));
        staking.withdraw(target);
        vm.stopPrank();
        vm.assertEq(open.balanceOf(BOB), before);
        vm.assertEq(staking.poolOf(target).tokens, 51);
        vm.assertEq(staking.poolOf(target).shares, 100);
    }

    function test_Withdraw_ByTheLastEmptiesThePoolAndItCanBeUsedAgain() public {
        _stakeAs(BOB, 101);
        _slash(5_000);
        vm.startPrank(BOB);
        staking.unstake(target, 101);
        vm.warp(START + 14 days);
        vm.expectEmit(address(staking));
        emit IStaking.Withdrawn(target, BOB, 51);
        vm.assertEq(staking.withdraw(target), 51);
        vm.stopPrank();
        vm.assertEq(staking.positionOf(target, BOB).thawedAt, 0);
        vm.assertEq(staking.poolOf(target).tokens, 0);
        vm.assertEq(staking.poolOf(target).shares, 0);
        vm.assertEq(_stakeAs(ALICE, 5), 5);
    }

    // --- notify, claim ---

    function test_Notify_WhenTheCallerIsNotTheSettlement_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_NotAllowed.selector, COUNCIL));
        vm.prank(COUNCIL);
        staking.notify(target, 1);
    }

    function test_Notify_WhenNobodyEarns_TheRewardWaits() public {
        _notify(1_000);
        vm.assertEq(staking.poolOf(target).carry, 1_000e18);
        _stakeAs(BOB, 1);
        _notify(1);
        vm.prank(BOB);
        vm.assertEq(staking.claim(target), 1_001);
    }

    /// Met in the prototype: dust was dropped at each notify.
    function test_Notify_CarriesWhatCannotBeDivided() public {
        _stakeAs(ALICE, 1e24);
        _stakeAs(BOB, 666_666e18 + 7);
        for (uint256 i; i < 10; ++i) {
            _notify(1);
        }
        IStaking.Pool memory pool = staking.poolOf(target);
        vm.assertEq(pool.acc * pool.earning + pool.carry, 10e18);
        vm.assertLe(pool.carry + 1, pool.earning);
    }

    function test_Claim_KeepsFractionsOwed() public {
        _stakeAs(ALICE, 2);
        _stakeAs(BOB, 1);
        uint8[3] memory paid = [0, 1, 1]; // of 2/3, 4/3 - 0, 2 - 1
        for (uint256 i; i < 3; ++i) {
            _notify(1);
            vm.prank(ALICE);
            vm.assertEq(staking.claim(target), paid[i]);
        }
        vm.assertEq(staking.positionOf(target, ALICE).owed, 0);
    }

    function test_Claim_KeepsTheSmallestFraction() public {
        _stakeAs(ALICE, 1e18 - 1);
        _stakeAs(BOB, 1);
        _notify(1);
        vm.prank(BOB);
        vm.assertEq(staking.claim(target), 0);
        vm.assertEq(staking.positionOf(target, BOB).owed, 1);
    }

    function test_Claim_PaysNothingForSharesThatCameLater() public {
        _stakeAs(ALICE, 100);
        _notify(1_000);
        _stakeAs(BOB, 900);
        _stakeAs(ALICE, 900);
        vm.prank(BOB);
        vm.assertEq(staking.claim(target), 0);
        uint256 before = open.balanceOf(ALICE);
        vm.expectEmit(address(staking));
        emit IStaking.RewardPaid(target, ALICE, address(open), 1_000);
        vm.prank(ALICE);
        staking.claim(target);
        vm.assertEq(open.balanceOf(ALICE) - before, 1_000);
    }

    // --- slash ---

    function test_Slash_WhenTheCallerIsNeitherSettlementNorArbiter_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_NotAllowed.selector, address(this)));
        staking.slash(target, 1, BOB);
    }

    function test_Slash_WhenMoreThanHalf_ItReverts() public {
        vm.expectRevert(abi.encodeWithSelector(IStaking.Staking_SlashTooLarge.selector, 5_001));
        _slash(5_001);
    }

    /// Thawing is no escape; half is burnt, so that nobody gains by having himself slashed.
    function test_Slash_TakesFromThawingSharesTooAndBurnsHalf() public {
        _stakeAs(ALICE, 101);
        vm.prank(ALICE);
        staking.unstake(target, 101);
        (uint256 winner, uint256 burnt) = (open.balanceOf(BOB), open.balanceOf(BURN));
        vm.expectEmit(address(staking));
        emit IStaking.Slashed(target, BOB, 25);
        vm.assertEq(_slash(2_500), 25);
        vm.assertEq(open.balanceOf(BOB) - winner, 12);
        vm.assertEq(open.balanceOf(BURN) - burnt, 13);
        vm.warp(START + 14 days);
        vm.prank(ALICE);
        vm.assertEq(staking.withdraw(target), 76);
    }

    function test_Slash_IsExactInLargePools() public {
        _stakeAs(ALICE, 1e23);
        vm.assertEq(_slash(1), 1e19);
        vm.assertEq(_slash(5_000), (1e23 - 1e19) / 2);
    }

    function test_Slash_WhenThePoolIsEmpty_ItTakesNothing() public {
        vm.assertEq(_slash(5_000), 0);
    }

    function test_Slash_BySettlementToo() public {
        _stakeAs(ALICE, 100);
        vm.prank(address(settlement));
        vm.assertEq(staking.slash(target, 5_000, BOB), 50);
    }
}
