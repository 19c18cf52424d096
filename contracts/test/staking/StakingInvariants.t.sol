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
        uint256[3] memory ids =
            [_register(ALICE, Kind.Validator), _register(BOB, Kind.Validator), _register(BOB, Kind.Model)];
        handler = new StakingHandler(open, dollar, staking, ids);
        open.transfer(address(handler), 5e26);
        handler.endow();
        targetActions(address(handler), handler.actions());
    }

    function _each(function(uint256) internal view check) private view {
        for (uint256 k; k < handler.POOLS(); ++k) {
            check(handler.targets(k));
        }
    }

    /// While there are shares; no tokens without.
    function invariant_I7_OneIsAtMostTokensIsAtMostShares() public view {
        _each(_checkPrice);
    }

    function invariant_I8_EarningIsTheSumOfActiveShares() public view {
        _each(_checkShares);
    }

    /// Exact to the last 1e-18 of a unit, in each token.
    function invariant_I6_RewardsAreConserved() public view {
        _each(_checkRewards);
    }

    function invariant_TheNewestCheckpointsAreWhatIsBonded() public {
        vm.warp(type(uint48).max);
        uint256 sum;
        for (uint256 k; k < 2; ++k) {
            uint256 validator = handler.targets(k);
            uint256 bonded = staking.bondedOf(validator);
            vm.assertEq(staking.stakeAt(validator, type(uint48).max - 1), bonded);
            sum += bonded;
        }
        vm.assertEq(staking.stakeAt(handler.targets(2), type(uint48).max - 1), 0);
        vm.assertEq(staking.totalStakeAt(type(uint48).max - 1), sum);
    }

    /// Once everything is counted, a delegate has the worth of what is staked by those who chose it: no more, no less.
    function invariant_VotesAreStakesDelegated() public {
        for (uint256 i; i < handler.PEOPLE(); ++i) {
            for (uint256 k; k < handler.POOLS(); ++k) {
                staking.count(handler.targets(k), handler.people(i));
            }
        }
        for (uint256 i; i < handler.PEOPLE(); ++i) {
            address delegatee = handler.people(i);
            uint256 votes;
            for (uint256 j; j < handler.PEOPLE(); ++j) {
                if (staking.delegates(handler.people(j)) == delegatee) votes += _worth(handler.people(j));
            }
            vm.assertEq(staking.getVotes(delegatee), votes);
        }
    }

    function invariant_TheBalancesAreStakePlusUnpaidRewards() public view {
        uint256 owed = MIN_BOND; // the world's attributor
        uint256 owedDollars;
        for (uint256 k; k < handler.POOLS(); ++k) {
            uint256 target = handler.targets(k);
            owed += staking.poolOf(target).tokens + handler.notified(open, target) - handler.paid(open, target);
            owedDollars += handler.notified(dollar, target) - handler.paid(dollar, target);
        }
        vm.assertEq(open.balanceOf(address(staking)), owed);
        vm.assertEq(dollar.balanceOf(address(staking)), owedDollars);
    }

    /// What the fuzzer may do must really happen: a handler whose actions fall through proves nothing.
    function test_EveryActionOfTheHandlerHappens() public {
        uint256 steps = 600;
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
        uint256 left = handler.notified(open, target) - handler.paid(open, target);
        vm.assertEq(due + pool.carry, left * 1e18);
        _checkDollars(target);
    }

    /// The stable stream shows no positions: whole units due are at most a unit short of each person's part.
    function _checkDollars(uint256 target) private view {
        (, uint256 carry) = staking.streamOf(target, dollar);
        uint256 due;
        for (uint256 i; i < handler.PEOPLE(); ++i) {
            due += staking.dueOf(target, handler.people(i), dollar);
        }
        uint256 left = handler.notified(dollar, target) - handler.paid(dollar, target);
        vm.assertLe(due * 1e18 + carry, left * 1e18);
        vm.assertLe(left * 1e18, (due + handler.PEOPLE()) * 1e18 + carry);
    }

    function _worth(address who) private view returns (uint256 sum) {
        for (uint256 k; k < handler.POOLS(); ++k) {
            IStaking.Pool memory pool = staking.poolOf(handler.targets(k));
            uint256 shares = staking.positionOf(handler.targets(k), who).shares;
            if (shares != 0) sum += shares * pool.tokens / pool.shares;
        }
    }
}
