// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kind} from "../../src/interfaces/IRegistry.sol";
import {IStaking} from "../../src/interfaces/IStaking.sol";
import {World} from "../base/World.sol";
import {StakingHandler} from "./StakingHandler.sol";

contract StakingInvariantsTest is World {
    StakingHandler private handler;

    function setUp() public override {
        super.setUp();
        uint256[2] memory ids = [_register(ALICE, Kind.Validator), _register(BOB, Kind.Model)];
        handler = new StakingHandler(open, staking, address(settlement), COUNCIL, ids);
        open.transfer(address(handler), 1e26);
        handler.endow();
        targetActions(address(handler), handler.actions());
    }

    function _each(function(uint256) internal view check) private view {
        check(handler.targets(0));
        check(handler.targets(1));
    }

    /// 1 <= tokens <= shares while there are shares; no tokens without.
    function invariant_ThePriceIsNeverAboveOneNorZero() public view {
        _each(_checkPrice);
    }

    function invariant_SharesAreTheSumOfPositions() public view {
        _each(_checkShares);
    }

    /// Exact to the last 1e-18 of a wei.
    function invariant_RewardsAreConserved() public view {
        _each(_checkRewards);
    }

    function invariant_TheNewestCheckpointIsWhatIsBonded() public {
        uint256 validator = handler.targets(0);
        vm.warp(type(uint48).max);
        vm.assertEq(staking.stakeAt(validator, type(uint48).max - 1), staking.bondedOf(validator));
    }

    function invariant_TheBalanceIsStakePlusUnpaidRewards() public view {
        uint256 owed = MIN_BOND; // the world's attributor
        for (uint256 k; k < 2; ++k) {
            uint256 target = handler.targets(k);
            owed += staking.poolOf(target).tokens + handler.notified(target) - handler.paid(target);
        }
        vm.assertEq(open.balanceOf(address(staking)), owed);
    }

    /// What the fuzzer may do must really happen: a handler whose actions fall through proves nothing.
    function test_EveryActionOfTheHandlerHappens() public {
        uint256 steps = 400;
        for (uint256 i; i < steps; ++i) {
            handler.step(uint256(keccak256(abi.encode(i))));
        }
        for (uint256 action; action < handler.ACTIONS(); ++action) {
            vm.assertGe(handler.happened(action) * 20, steps, "an action under 5 %");
        }
    }

    function _checkPrice(uint256 target) private view {
        IStaking.Pool memory pool = staking.poolOf(target);
        vm.assertLe(pool.tokens, pool.shares);
        vm.assertEq(pool.tokens == 0, pool.shares == 0);
    }

    function _checkShares(uint256 target) private view {
        IStaking.Pool memory pool = staking.poolOf(target);
        uint256 earning;
        uint256 all;
        for (uint256 i; i < handler.PEOPLE(); ++i) {
            IStaking.Position memory position = staking.positionOf(target, handler.people(i));
            earning += position.shares;
            all += uint256(position.shares) + position.thawing;
        }
        vm.assertEq(earning, pool.earning);
        vm.assertEq(all, pool.shares);
    }

    function _checkRewards(uint256 target) private view {
        IStaking.Pool memory pool = staking.poolOf(target);
        uint256 due;
        for (uint256 i; i < handler.PEOPLE(); ++i) {
            IStaking.Position memory position = staking.positionOf(target, handler.people(i));
            due += position.owed + position.shares * (pool.acc - position.paid);
        }
        vm.assertEq(handler.paid(target) * 1e18 + due + pool.carry, handler.notified(target) * 1e18);
    }
}
