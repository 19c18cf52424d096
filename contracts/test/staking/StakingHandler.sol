// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Open} from "../../src/Open.sol";
import {Staking} from "../../src/Staking.sol";
import {IStaking} from "../../src/interfaces/IStaking.sol";
import {Target} from "../../src/libraries/Target.sol";
import {TestBase} from "../base/TestBase.sol";

/// Five people, two pools (the first a validator's), every action there is. Where the drawn person cannot act, the next who can does.
contract StakingHandler is TestBase {
    uint256 public constant PEOPLE = 5;
    uint256 public constant ACTIONS = 6;

    Open private immutable _open;
    Staking private immutable _staking;
    address private immutable _settlement;
    address private immutable _arbiter;

    address[PEOPLE] public people =
        [address(0x1001), address(0x1002), address(0x1003), address(0x1004), address(0x1005)];
    uint256[2] public targets;
    mapping(uint256 target => uint256) public notified;
    mapping(uint256 target => uint256) public paid;
    mapping(uint256 action => uint256) public happened;
    uint48 private _now = uint48(block.timestamp);

    constructor(Open open, Staking staking, address settlement, address arbiter, uint256[2] memory ids) {
        (_open, _staking, _settlement, _arbiter) = (open, staking, settlement, arbiter);
        targets = [Target.fromId(ids[0]), Target.fromId(ids[1])];
    }

    /// forge turns the clock back between calls; checkpoints would not have it.
    modifier timed() {
        vm.warp(_now);
        _;
    }

    function endow() external {
        for (uint256 i; i < PEOPLE; ++i) {
            _open.transfer(people[i], 1e25);
            vm.prank(people[i]);
            _open.approve(address(_staking), type(uint256).max);
        }
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](ACTIONS);
        (selectors[0], selectors[1], selectors[2]) =
        (this.stake.selector, this.unstake.selector, this.withdraw.selector);
        (selectors[3], selectors[4], selectors[5]) = (this.claim.selector, this.notify.selector, this.slash.selector);
    }

    function step(uint256 seed) external {
        uint256 action = seed % ACTIONS;
        (uint256 who, uint256 pool, uint256 value) = (seed >> 8, seed >> 16, seed >> 24);
        if (action == 0) stake(who, pool, value);
        else if (action == 1) unstake(who, pool, value);
        else if (action == 2) withdraw(who, pool);
        else if (action == 3) claim(who, pool);
        else if (action == 4) notify(pool, value);
        else slash(pool, value);
    }

    function stake(uint256 who, uint256 pool, uint256 amount) public timed {
        uint256 target = targets[pool % 2];
        IStaking.Pool memory p = _staking.poolOf(target);
        // Shares that a uint128 cannot hold are refused (StakingTest): stay below.
        uint256 most = p.shares == 0 ? 1e22 : uint256(type(uint128).max - p.shares) * p.tokens / p.shares / 2;
        if (most == 0) return;
        vm.prank(people[who % PEOPLE]);
        _staking.stake(target, uint128(bound(amount, 1, most < 1e22 ? most : 1e22)));
        ++happened[0];
    }

    function unstake(uint256 who, uint256 pool, uint256 shares) public timed {
        uint256 target = targets[pool % 2];
        for (uint256 i; i < PEOPLE; ++i) {
            address person = people[(who % PEOPLE + i) % PEOPLE];
            uint128 held = _staking.positionOf(target, person).shares;
            if (held == 0) continue;
            vm.prank(person);
            _staking.unstake(target, uint128(bound(shares, 1, held)));
            ++happened[1];
            return;
        }
    }

    function withdraw(uint256 who, uint256 pool) public timed {
        uint256 target = targets[pool % 2];
        for (uint256 i; i < PEOPLE; ++i) {
            address person = people[(who % PEOPLE + i) % PEOPLE];
            IStaking.Position memory position = _staking.positionOf(target, person);
            if (position.thawing == 0) continue;
            if (_now < position.thawedAt) _now = position.thawedAt;
            vm.warp(_now);
            vm.prank(person);
            _staking.withdraw(target);
            ++happened[2];
            return;
        }
    }

    function claim(uint256 who, uint256 pool) public timed {
        uint256 target = targets[pool % 2];
        address person = people[who % PEOPLE];
        uint256 before = _open.balanceOf(person);
        vm.prank(person);
        uint256 amount = _staking.claim(target);
        vm.assertEq(_open.balanceOf(person) - before, amount);
        paid[target] += amount;
        ++happened[3];
    }

    function notify(uint256 pool, uint256 amount) public timed {
        uint256 target = targets[pool % 2];
        amount = bound(amount, 0, 1e22);
        _open.transfer(address(_staking), amount);
        vm.prank(_settlement);
        _staking.notify(target, amount);
        notified[target] += amount;
        ++happened[4];
    }

    function slash(uint256 pool, uint256 bps) public timed {
        vm.prank(bps % 2 == 0 ? _arbiter : _settlement);
        _staking.slash(targets[pool % 2], bound(bps, 0, 5_000), address(0x5A5));
        ++happened[5];
    }
}
